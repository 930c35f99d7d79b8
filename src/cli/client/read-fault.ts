import type { XmlElement } from "../../base/xml-element.js";
import { SOAP_12 } from "../../protocol/soap/namespaces.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import type { ClientProblem } from "./client-problem.js";
import { attributeOf, childElements, deepTextOf, findChild, textOf } from "./element-access.js";

/** ERROR_WSMAN_REDIRECT_REQUESTED: an authorization plug-in sends the user elsewhere (d.3). winrm follows none, and so does this command. */
const redirectRequested = 0x80338199;

/** Reads `s:Fault`: the number from WSManFault's Code, or from the quota family's MSFT_WmiError. */
export function readFault(fault: XmlElement): ClientProblem {
  const reason = findChild(fault, SOAP_12, "Reason");
  const text = reason === undefined ? "" : childElements(reason).map(deepTextOf).join(" ").trim();
  const detail = findChild(fault, SOAP_12, "Detail");
  const wsmanFault = detail === undefined ? undefined : findChild(detail, namespaces.f, "WSManFault");
  if (wsmanFault !== undefined) {
    const fault = findProviderFault(wsmanFault);
    const provider = fault && attributeOf(fault, "provider");
    const number = hresultOf(attributeOf(wsmanFault, "Code"));
    const redirect = number === redirectRequested && fault !== undefined ? redirectOf(fault) : undefined;
    return {
      number,
      message: text === "" ? deepTextOf(wsmanFault).trim() : text,
      detail: wsmanFault,
      ...(provider === undefined ? {} : { plugin: provider }),
      ...(redirect === undefined ? {} : { redirect, remedy: `Ask there, if you trust it with your password: -remote:${redirect.replace(/[?#].*$/u, "")}` }),
    };
  }
  const wmiError = detail === undefined ? undefined : childElements(detail).find((child) => child.name === "MSFT_WmiError");
  if (wmiError !== undefined) {
    const code = childElements(wmiError).find((child) => child.name === "error_Code");
    return { number: hresultOf(code && textOf(code).trim()), message: text, detail: wmiError };
  }
  return { number: hresultOf(undefined), message: text === "" ? `The service answered with the fault ${subcodeOf(fault)}.` : text };
}

/** Codes below 65536 are Win32's; winrm prints them as HRESULT. Without a number the general failure E_FAIL stands. */
function hresultOf(code: string | undefined): number {
  if (code === undefined || !/^-?\d{1,10}$/u.test(code)) return 0x80004005;
  const number = Number(code) >>> 0;
  if (number === 0) return 0x80004005;
  return number < 0x10000 ? (0x80070000 | number) >>> 0 : number;
}

function findProviderFault(element: XmlElement): XmlElement | undefined {
  for (const child of childElements(element)) {
    const found = child.name === "ProviderFault" && attributeOf(child, "provider") !== undefined ? child : findProviderFault(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @returns `undefined` where what stands there is no address that this command could ask */
function redirectOf(provider: XmlElement): string | undefined {
  const extended = childElements(provider).find(({ name }) => name === "ExtendedError");
  const text = extended === undefined ? "" : deepTextOf(extended).trim();
  return URL.canParse(text) && /^https?:/iu.test(text) ? new URL(text).href : undefined;
}

function subcodeOf(fault: XmlElement): string {
  const code = findChild(fault, SOAP_12, "Code");
  const subcode = code && (findChild(code, SOAP_12, "Subcode") ?? code);
  const value = subcode && findChild(subcode, SOAP_12, "Value");
  return value === undefined ? "without a code" : textOf(value).trim();
}
