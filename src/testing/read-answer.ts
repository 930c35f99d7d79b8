import type { XmlElement } from "../base/xml-element.js";
import { SOAP_12 } from "../protocol/soap/namespaces.js";
import { faults, type FaultName, type FaultRow } from "../protocol/wsman/faults.js";
import { FAULT_DETAIL, namespaces } from "../protocol/wsman/namespaces.js";
import { readElement } from "../protocol/xml/read-element.js";
import { wireLimits } from "../protocol/xml/xml-limits.js";
import { failureKinds, type FailureKind } from "../sdk/failure.js";
import { attribute, childElement, childElements, textOf } from "../sdk/read-element.js";
import { faultNameOf } from "../host/fault-name-of.js";
import { WsmanFault } from "./wsman-fault.js";

/** Body and header of an answer. */
export interface ReadAnswer {
  readonly body: readonly XmlElement[];
  readonly header: XmlElement;
}

const kinds: ReadonlyMap<FaultName, FailureKind> = new Map(failureKinds.map((kind) => [faultNameOf(kind), kind]));

/**
 * Takes an answer off the wire.
 * @throws WsmanFault when it is one, Error when it is no SOAP answer
 */
export function readAnswer(status: number, text: string): ReadAnswer {
  const envelope = readXml(text, status);
  const body = envelope.namespace === SOAP_12 && envelope.name === "Envelope" ? childElement(envelope, "Body") : undefined;
  const header = childElement(envelope, "Header");
  if (body === undefined || header === undefined) throw new Error(`The host answered HTTP ${status} without a SOAP 1.2 envelope: ${text.slice(0, 500)}`);
  const content = childElements(body);
  if (content[0]?.namespace === SOAP_12 && content[0].name === "Fault") throw readFault(content[0], text);
  return { body: content, header };
}

/** @throws Error for what is no XML */
function readXml(text: string, status?: number): XmlElement {
  const read = readElement(text, wireLimits);
  if (!read.ok) throw new Error(`${status === undefined ? "This is no XML" : `The host answered HTTP ${status} with what is no XML`}: ${read.error.message} (at character ${read.error.offset + 1} of ${JSON.stringify(text.slice(0, 200))})`);
  return read.value;
}

function readFault(fault: XmlElement, envelope: string): WsmanFault {
  const code = childElement(fault, "Code")!;
  const subcode = textIn(childElement(code, "Subcode") ?? code, "Value");
  const detail = childElement(fault, "Detail");
  const faultDetail = detail && childElement(detail, "FaultDetail");
  const wsmanFault = detail && childElement(detail, "WSManFault");
  const message = wsmanFault && childElement(wsmanFault, "Message");
  const provider = message && childElement(message, "ProviderFault");
  const inner = provider && childElement(provider, "WSManFault");
  const quota = detail && childElement(detail, "MSFT_WmiError");
  const own = inner ?? (provider === undefined ? wsmanFault : undefined);
  return new WsmanFault(
    kindOf(subcode),
    subcode,
    faultDetail && textOf(faultDetail).trim().replace(FAULT_DETAIL, ""),
    Number(wsmanFault === undefined ? (quota && textIn(quota, "error_Code")) : attribute(wsmanFault, "Code")),
    own !== undefined ? textIn(own, "Message") : quota !== undefined ? textIn(quota, "Message") : textOf(childElement(fault, "Reason") ?? fault).trim(),
    provider === undefined ? quotaRefuser(quota) : attribute(provider, "provider"),
    provider && extendedOf(childElement(provider, "ExtendedError")),
    envelope,
  );
}

const textIn = (parent: XmlElement, name: string): string => textOf(childElement(parent, name) ?? { name, namespace: "", attributes: [], children: [] }).trim();

/** A quota fault has no ProviderFault; a plug-in that refused by quota stands in front of the text. */
const quotaRefuser = (quota: XmlElement | undefined): string | undefined => (quota === undefined ? undefined : /^([^:]+): /u.exec(textIn(quota, "Message"))?.[1]);

function extendedOf(extended: XmlElement | undefined): XmlElement | string | undefined {
  return extended === undefined ? undefined : (childElements(extended)[0] ?? textOf(extended));
}

function kindOf(subcode: string): FailureKind | undefined {
  for (const [name, { subcode: words }] of Object.entries(faults) as [FaultName, FaultRow][]) {
    if (words !== undefined && `${words[0]}:${words[1]}` === subcode && namespaces[words[0]] !== undefined) return kinds.get(name);
  }
  return undefined;
}
