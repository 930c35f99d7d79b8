import type { XmlElement } from "../../base/xml-element.js";
import { SOAP_12 } from "../../protocol/soap/namespaces.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import { readElement } from "../../protocol/xml/read-element.js";
import { XmlScanner, XmlToken } from "../../protocol/xml/scanner.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import type { FaultDetails } from "../script/scripted-fault.js";
import { attributeIn, childOf, childrenOf, textIn } from "./element-access.js";
import type { RecordedAnswer } from "./recorded-answer.js";

/** Reads an answer's envelope. @returns `undefined` for what is none */
export function readRecordedAnswer(text: string): RecordedAnswer | undefined {
  const envelope = readElement(text, wireLimits);
  if (!envelope.ok || envelope.value.name !== "Envelope" || envelope.value.namespace !== SOAP_12) return undefined;
  const body = childOf(envelope.value, "Body", SOAP_12);
  if (body === undefined) return undefined;
  const [root] = childrenOf(body);
  if (root === undefined || root.name !== "Fault" || root.namespace !== SOAP_12) return { kind: "body", root };
  return readFault(root, subcodeNamespace(text));
}

function readFault(fault: XmlElement, subcodeUri: string | undefined): RecordedAnswer {
  const code = childOf(fault, "Code");
  const name = textIn(childOf(childOf(code, "Subcode"), "Value")).trim().replace(/^.*:/u, "");
  const prefix = Object.entries(namespaces).find(([, uri]) => uri === subcodeUri)?.[0];
  const detail = childOf(fault, "Detail");
  const own = childOf(detail, "WSManFault", namespaces.f);
  const quota = detail === undefined ? undefined : childrenOf(detail).find((child) => child.name === "MSFT_WmiError");
  const number = Number(attributeIn(own, "Code") ?? textIn(childOf(quota, "error_Code")));
  const message = (textIn(childOf(own, "Message")) || textIn(childOf(quota, "Message")) || textIn(childOf(fault, "Reason"))).trim();
  const faultDetail = textIn(childOf(detail, "FaultDetail")).trim().replace(/^.*\//u, "");
  const details: FaultDetails = {
    ...(prefix === undefined || name === "" ? {} : { subcode: `${prefix}:${name}` }),
    class: textIn(childOf(code, "Value")).trim().endsWith("Sender") ? "Sender" : "Receiver",
    ...(Number.isInteger(number) && number !== 0 ? { code: number >>> 0 } : {}),
    ...(faultDetail === "" ? {} : { detail: faultDetail }),
    ...(message === "" ? {} : { message }),
  };
  return { kind: "fault", fault: details, machine: attributeIn(own, "Machine") };
}

/** The namespace of the name in `s:Subcode/s:Value`, whose prefix stands in the text. */
function subcodeNamespace(text: string): string | undefined {
  const scanner = new XmlScanner(text, wireLimits);
  let inSubcode = false;
  for (let token = scanner.next(); token !== XmlToken.eof; token = scanner.next()) {
    if (token === XmlToken.start && scanner.is(SOAP_12, "Subcode")) inSubcode = true;
    else if (token === XmlToken.text && inSubcode && !scanner.isWhitespace) return scanner.lookupNamespace(/^\s*(?:([^:]*):)?/u.exec(scanner.text)?.[1] ?? "");
  }
  return undefined;
}
