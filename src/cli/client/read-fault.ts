import type { XmlElement } from "../../base/xml-element.js";
import { SOAP_12 } from "../../protocol/soap/namespaces.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import type { ClientProblem } from "./client-problem.js";
import { attributeOf, childElements, deepTextOf, findChild, textOf } from "./element-access.js";

/** Reads `s:Fault`: the number from WSManFault's Code, or from the quota family's MSFT_WmiError. */
export function readFault(fault: XmlElement): ClientProblem {
  const reason = findChild(fault, SOAP_12, "Reason");
  const text = reason === undefined ? "" : childElements(reason).map(deepTextOf).join(" ").trim();
  const detail = findChild(fault, SOAP_12, "Detail");
  const wsmanFault = detail === undefined ? undefined : findChild(detail, namespaces.f, "WSManFault");
  if (wsmanFault !== undefined) {
    const provider = findProvider(wsmanFault);
    return {
      number: hresultOf(attributeOf(wsmanFault, "Code")),
      message: text === "" ? deepTextOf(wsmanFault).trim() : text,
      detail: wsmanFault,
      ...(provider === undefined ? {} : { plugin: provider }),
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

function findProvider(element: XmlElement): string | undefined {
  for (const child of childElements(element)) {
    const name = child.name === "ProviderFault" ? attributeOf(child, "provider") : undefined;
    const found = name ?? findProvider(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function subcodeOf(fault: XmlElement): string {
  const code = findChild(fault, SOAP_12, "Code");
  const subcode = code && (findChild(code, SOAP_12, "Subcode") ?? code);
  const value = subcode && findChild(subcode, SOAP_12, "Value");
  return value === undefined ? "without a code" : textOf(value).trim();
}
