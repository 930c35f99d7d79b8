import { FAULT_DETAIL, namespaces, type ResponsePrefix } from "../../protocol/wsman/namespaces.js";
import { writeEnvelopeStart, writeHeaders } from "../../protocol/wsman/response-head.js";
import type { FaultHead } from "../../protocol/wsman/write-fault.js";
import { writeQuotaDetail } from "../../protocol/wsman/write-quota-detail.js";
import { writeWsmanFault } from "../../protocol/wsman/write-wsman-fault.js";
import { escapeText } from "../../protocol/xml/escape.js";
import type { SoapFault } from "./soap-fault.js";

const families: Readonly<Partial<Record<string, string>>> = { a: namespaces.a, x: namespaces.x, n: namespaces.n, e: namespaces.e };

/** A fault with words that no row of `faults.ts` needs to have. */
export function writeSoapFault(fault: SoapFault, head: FaultHead): string {
  const [prefix = "w"] = fault.subcode.split(":");
  const known = prefix as ResponsePrefix;
  const declared: readonly ResponsePrefix[] = ["s", "a", "x", "e", "n", "w", ...(prefix === "b" ? ["b" as const] : []), "p"];
  const action = families[known] === undefined ? "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault" : `${families[known]}/fault`;
  return `${writeEnvelopeStart(declared)}<s:Header>${writeHeaders({ ...head, action })}</s:Header><s:Body><s:Fault>` +
    `<s:Code><s:Value>s:${fault.class}</s:Value><s:Subcode><s:Value>${escapeText(fault.subcode)}</s:Value></s:Subcode></s:Code>` +
    `<s:Reason><s:Text xml:lang="en-US">${escapeText(fault.reason)}</s:Text></s:Reason>` +
    `<s:Detail>${writeDetail(fault, head.machine)}</s:Detail></s:Fault></s:Body></s:Envelope>`;
}

/** Of quota faults a CIM error, as recorded. */
function writeDetail({ subcode, detail, code, message }: SoapFault, machine: string): string {
  if (subcode === "w:QuotaLimit") return writeQuotaDetail(message, code);
  const uri = detail === undefined ? "" : `<w:FaultDetail>${FAULT_DETAIL}${escapeText(detail)}</w:FaultDetail>`;
  return `${uri}${writeWsmanFault(code, machine, escapeText(message))}`;
}
