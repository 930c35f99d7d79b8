import { SOAP_12 } from "../soap/namespaces.js";

/**
 * Namespaces by the prefix they have in every answer. The prefixes are part of the contract: some clients look up literal paths such
 * as `s:Envelope/s:Body/n:EnumerateResponse`. Requests may use any prefix.
 */
export const namespaces = {
  s: SOAP_12,
  a: "http://schemas.xmlsoap.org/ws/2004/08/addressing",
  x: "http://schemas.xmlsoap.org/ws/2004/09/transfer",
  n: "http://schemas.xmlsoap.org/ws/2004/09/enumeration",
  e: "http://schemas.xmlsoap.org/ws/2004/08/eventing",
  w: "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd",
  p: "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd",
  b: "http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd",
  rsp: "http://schemas.microsoft.com/wbem/wsman/1/windows/shell",
  f: "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault",
  cfg: "http://schemas.microsoft.com/wbem/wsman/1/config",
} as const;

export type ResponsePrefix = keyof typeof namespaces;

/** Identify has a namespace of its own, so that a client can ask what it talks to before knowing anything. */
export const WSMID = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";

/** The only reply address there is over HTTP. */
export const ANONYMOUS = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";

export const FAULT_DETAIL = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/";

export const dialects = {
  xpath: "http://www.w3.org/TR/1999/REC-xpath-19991116",
  selector: "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter",
  wql: "http://schemas.microsoft.com/wbem/wsman/1/WQL",
  cql: "http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf",
  association: "http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter",
  eventQuery: "http://schemas.microsoft.com/win/2004/08/events/eventquery",
} as const;
