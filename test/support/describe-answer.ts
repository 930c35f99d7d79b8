import type { XmlElement } from "../../src/base/xml-element.js";
import { childrenOf, findElement, parseXml, textIn, writtenName } from "./envelope-shape.js";
import type { HttpAnswer } from "./http-exchange.js";

/** Elements of the protocol; what stands in others is a resource's own and is not described. */
const described = new Set(["x", "n", "w"]);

/**
 * One line about an answer: `401`, `200 GetResponse cfg:Config`, `200 PullResponse n:PullResponse[n:Items[q:Thing]]`, or
 * `500 a:DestinationUnreachable 2150858752 InvalidResourceURI`. This is what the expectations of recorded requests are written in.
 */
export function describeAnswer({ status, body }: HttpAnswer): string {
  if (body.length === 0) return String(status);
  const envelope = parseXml(body.toString());
  const fault = findElement(envelope, "Fault");
  if (fault !== undefined) return `${status} ${describeFault(fault)}`;
  const action = textIn(envelope, "Action")?.split("/").at(-1) ?? "-";
  const content = childrenOf(findElement(envelope, "Body")!).map(describeElement).join(" ");
  return [status, action, content].filter((part) => part !== "").join(" ");
}

function describeFault(fault: XmlElement): string {
  const subcode = findElement(fault, "Subcode");
  const name = subcode === undefined ? textIn(fault, "Value") : textIn(subcode, "Value");
  const code = findElement(fault, "WSManFault")?.attributes.find((attribute) => attribute.name === "Code")?.value ?? textIn(fault, "error_Code");
  const detail = textIn(fault, "FaultDetail")?.split("/").at(-1);
  return [name, code, detail].filter((part) => part !== undefined).join(" ");
}

function describeElement(element: XmlElement): string {
  const name = writtenName(element);
  if (!described.has(element.prefix ?? "")) return name;
  const names: string[] = [];
  for (const child of childrenOf(element).map(describeElement)) {
    const times = /^(?<of>.*?)(?: x(?<count>\d+))?$/u.exec(names.at(-1) ?? "")?.groups;
    if (times?.["of"] === child) names[names.length - 1] = `${child} x${Number(times["count"] ?? 1) + 1}`;
    else names.push(child);
  }
  return names.length === 0 ? name : `${name}[${names.join(" ")}]`;
}
