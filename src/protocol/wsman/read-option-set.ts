import { fail, ok, type Result } from "../../base/result.js";
import { XSI } from "../soap/namespaces.js";
import { readBoolean } from "../soap/must-understand.js";
import { nextChild, readText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import type { OptionValue } from "./request.js";
import { requestLimits } from "./request-limits.js";

/** Reads w:OptionSet; the scanner stands on its start tag and afterwards on its end tag, whatever the result. */
export function readOptionSet(scanner: XmlScanner): Result<readonly OptionValue[], Fault> {
  const depth = scanner.depth;
  const options: OptionValue[] = [];
  let fault: Fault | undefined;
  while (nextChild(scanner, depth)) {
    if (fault !== undefined || !scanner.is(namespaces.w, "Option")) {
      scanner.skipElement();
      continue;
    }
    const option = readOption(scanner);
    if (!option.ok) fault = option.error;
    else if (options.push(option.value) > requestLimits.options) fault = tooMany;
  }
  return fault === undefined ? ok(options) : fail(fault);
}

const tooMany: Fault = {
  name: "encodingLimit",
  detail: "OptionLimit",
  message: `The w:OptionSet has more than ${requestLimits.options} options; send fewer.`,
};

function readOption(scanner: XmlScanner): Result<OptionValue, Fault> {
  const name = scanner.attribute("", "Name");
  const mustComply = scanner.attribute("", "MustComply");
  const type = scanner.attribute("", "Type");
  const nil = readBoolean(scanner.attribute(XSI, "nil") ?? "") === true;
  const text = readText(scanner);
  if (name === undefined || name === "") return fail({ name: "invalidOptions", detail: "InvalidName", message: "A w:Option has no Name attribute; every option needs one." });
  return ok({ name, value: nil ? undefined : text, mustComply: isTrue(mustComply), type });
}

/** Clients write true, True and TRUE. */
function isTrue(text: string | undefined): boolean {
  return text !== undefined && readBoolean(trimSpace(text).toLowerCase()) === true;
}
