const soap = "http://www.w3.org/2003/05/soap-envelope";
const addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";

export const actions = {
  get: `${transfer}/Get`,
  put: `${transfer}/Put`,
  create: `${transfer}/Create`,
  delete: `${transfer}/Delete`,
  enumerate: `${enumeration}/Enumerate`,
  pull: `${enumeration}/Pull`,
  release: `${enumeration}/Release`,
} as const;

export interface SoapMessage {
  readonly action: string;
  readonly resourceUri: string;
  readonly messageId?: string;
  readonly selectors?: Readonly<Record<string, string>>;
  /** In s:Header, behind the usual ones. */
  readonly headers?: string;
  readonly body?: string;
  /** Behind the namespace declarations of s:Envelope. */
  readonly attributes?: string;
  /** Before the envelope. */
  readonly before?: string;
}

/** A request with what every request must have; the prefixes s, a, n and w are declared. Values go in as they are, XML already. */
export function soapEnvelope({ action, resourceUri, messageId = "uuid:11111111-2222-3333-4444-555555555555", selectors = {}, headers = "", body = "", attributes = "", before = "" }: SoapMessage): string {
  const set = Object.entries(selectors).map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`).join("");
  return (
    `${before}<s:Envelope xmlns:s="${soap}" xmlns:a="${addressing}" xmlns:n="${enumeration}" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"${attributes}>` +
    `<s:Header><a:To>http://localhost/wsman</a:To><a:ReplyTo><a:Address>${addressing}/role/anonymous</a:Address></a:ReplyTo>` +
    `<a:Action>${action}</a:Action><a:MessageID>${messageId}</a:MessageID><w:ResourceURI>${resourceUri}</w:ResourceURI>` +
    `${set === "" ? "" : `<w:SelectorSet>${set}</w:SelectorSet>`}${headers}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

export const identifyEnvelope =
  `<s:Envelope xmlns:s="${soap}" xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>`;
