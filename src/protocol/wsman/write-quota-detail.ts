import { XSI } from "../soap/namespaces.js";
import { escapeText } from "../xml/escape.js";
import { namespaces } from "./namespaces.js";

const ERROR = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError";
const CIM = "http://schemas.dmtf.org/wbem/wscim/1/common";

const text = (name: string, value: string): string => `<p:${name} xsi:type="cim:cimString">${value}</p:${name}>`;
const absent = (name: string): string => `<p:${name} xsi:nil="true" xsi:type="cim:cimString"/>`;
const long = (name: string, value: number): string => `<p:${name} xsi:type="cim:cimUnsignedInt">${value}</p:${name}>`;
const short = (name: string): string => `<p:${name} xsi:type="cim:cimUnsignedShort">0</p:${name}>`;

/** Quota faults describe themselves as a CIM error instead of a WSManFault (recorded): clients read error_Code there. */
export function writeQuotaDetail(message: string, code: number): string {
  const escaped = escapeText(message);
  return (
    `<p:MSFT_WmiError b:IsCIM_Error="true" xmlns:b="${namespaces.b}" xmlns:cim="${CIM}" xmlns:p="${ERROR}" xsi:type="p:MSFT_WmiError_Type" xmlns:xsi="${XSI}">` +
    long("CIMStatusCode", 27) + absent("CIMStatusCodeDescription") + absent("ErrorSource") + short("ErrorSourceFormat") + short("ErrorType") +
    text("Message", escaped) + text("MessageID", `HRESULT 0x${(code >>> 0).toString(16).padStart(8, "0")}`) +
    absent("OtherErrorSourceFormat") + absent("OtherErrorType") + absent("OwningEntity") + short("PerceivedSeverity") + short("ProbableCause") +
    absent("ProbableCauseDescription") + long("error_Category", 30) + long("error_Code", code >>> 0) + text("error_Type", "HRESULT") +
    text("error_WindowsErrorMessage", escaped) +
    "</p:MSFT_WmiError>"
  );
}
