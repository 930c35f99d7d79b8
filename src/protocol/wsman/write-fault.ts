import { escapeAttribute, escapeText } from "../xml/escape.js";
import { describeCode } from "./error-codes.js";
import type { Fault } from "./fault.js";
import { codeOf, faults, type FaultFamily, type FaultRow } from "./faults.js";
import { FAULT_DETAIL, namespaces } from "./namespaces.js";
import { writeHeaders, writeEnvelopeStart } from "./response-head.js";
import { writeQuotaDetail } from "./write-quota-detail.js";
import { writeWsmanFault } from "./write-wsman-fault.js";

/** What the headers of a fault say; its Action comes from the fault. */
export interface FaultHead {
  /** Whole value, such as `uuid:3C5B…`. */
  readonly messageId: string;
  /** MessageID of the request when it could be read. */
  readonly relatesTo: string | undefined;
  readonly activityId?: string | undefined;
  readonly operationId?: string | undefined;
  readonly sequenceId?: number | undefined;
  /** The host name the client addressed. */
  readonly machine: string;
}

const actions: Readonly<Record<FaultFamily, string>> = {
  wsman: "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault",
  addressing: `${namespaces.a}/fault`,
  transfer: `${namespaces.x}/fault`,
  enumeration: `${namespaces.n}/fault`,
  eventing: `${namespaces.e}/fault`,
  soap: `${namespaces.a}/fault`,
};

const start = writeEnvelopeStart(["s", "a", "x", "e", "n", "w", "p"]);
const startWithBinding = writeEnvelopeStart(["s", "a", "x", "e", "n", "w", "b", "p"]);

/** A whole fault message. HTTP status 500 goes with every one of them. */
export function writeFault(fault: Fault, head: FaultHead): string {
  const row: FaultRow = faults[fault.name];
  const code = fault.code ?? codeOf(fault.name, fault.detail);
  const headers = writeHeaders({ ...head, action: actions[row.family] });
  const reason = `<s:Reason><s:Text xml:lang="en-US">${escapeText(reasonOf(fault, row, code))}</s:Text></s:Reason>`;
  const detail = fault.name === "quotaLimit" ? writeQuotaDetail(messageOf(fault, row, code), code) : writeDetail(fault, row, code, head.machine);
  return (
    `${row.subcode?.[0] === "b" ? startWithBinding : start}<s:Header>${headers}${writeSoapHeader(fault)}</s:Header><s:Body><s:Fault>` +
    `${writeCode(row)}${reason}<s:Detail>${detail}</s:Detail></s:Fault></s:Body></s:Envelope>`
  );
}

/** SOAP 1.2 part 1, 5.4.8 and 5.4.7: which header was not understood; which version would be. */
function writeSoapHeader(fault: Fault): string {
  if (fault.name === "versionMismatch") return `<s:Upgrade><s:SupportedEnvelope qname="s:Envelope"/></s:Upgrade>`;
  if (fault.notUnderstood === undefined) return "";
  const { namespace, name } = fault.notUnderstood;
  if (namespace === "") return `<s:NotUnderstood qname="${escapeAttribute(name)}"/>`;
  return `<s:NotUnderstood qname="q:${escapeAttribute(name)}" xmlns:q="${escapeAttribute(namespace)}"/>`;
}

function writeCode(row: FaultRow): string {
  const subcode = row.subcode === undefined ? "" : `<s:Subcode><s:Value>${row.subcode[0]}:${row.subcode[1]}</s:Value></s:Subcode>`;
  return `<s:Code><s:Value>s:${row.class}</s:Value>${subcode}</s:Code>`;
}

/** The general sentence, then the particular one: some clients show nothing but the Reason. */
function reasonOf(fault: Fault, row: FaultRow, code: number): string {
  const general = generalText(row, code);
  const particular = fault.message ?? fault.provider?.message;
  return particular === undefined || particular === "" || particular === general ? general : `${general} ${particular}`;
}

function messageOf(fault: Fault, row: FaultRow, code: number): string {
  return fault.message === undefined || fault.message === "" ? generalText(row, code) : fault.message;
}

/** Text of a code that is not the row's own, or of the row. masterzen's client looks for the word OperationTimeout in TimedOut's. */
function generalText(row: FaultRow, code: number): string {
  return code === row.code ? row.reason : (describeCode(code)?.message ?? row.reason);
}

function writeDetail(fault: Fault, row: FaultRow, code: number, machine: string): string {
  const detail = fault.detail === undefined ? "" : `<w:FaultDetail>${FAULT_DETAIL}${escapeText(fault.detail)}</w:FaultDetail>`;
  const inside = fault.provider === undefined ? escapeText(messageOf(fault, row, code)) : writeProviderFault(fault.provider, machine);
  return `${detail}${writeSupported(fault, row)}${writeWsmanFault(code, machine, inside)}`;
}

/** Inside f:Message, as recorded: the plug-in, its own WSManFault, and what more it had to say. */
function writeProviderFault(provider: NonNullable<Fault["provider"]>, machine: string): string {
  const extended = provider.extended === undefined ? "" : `<f:ExtendedError>${provider.extended}</f:ExtendedError>`;
  const inner = writeWsmanFault(provider.code, machine, escapeText(provider.message));
  return `<f:ProviderFault provider="${escapeAttribute(provider.name)}" path="${escapeAttribute(provider.path)}">${inner}${extended}</f:ProviderFault>`;
}

/** WS-Enumeration 3.1 and WS-Eventing 4.1: what is supported instead. */
function writeSupported(fault: Fault, row: FaultRow): string {
  if (fault.supported === undefined || row.subcode === undefined) return "";
  const prefix = row.subcode[0];
  const name = fault.name === "deliveryModeRequestedUnavailable" ? "SupportedDeliveryMode" : "SupportedDialect";
  return fault.supported.map((uri) => `<${prefix}:${name}>${escapeText(uri)}</${prefix}:${name}>`).join("");
}
