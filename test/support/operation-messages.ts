const soap = "http://www.w3.org/2003/05/soap-envelope";
const addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";

export const countingUri = "urn:test:counting";

export interface EnvelopeParts {
  readonly action?: string;
  readonly uri?: string;
  /** In s:Header, behind the usual ones. */
  readonly headers?: string;
  readonly body?: string;
  /** Behind the namespace declarations of s:Envelope. */
  readonly attributes?: string;
  /** Before the envelope. */
  readonly before?: string;
}

/** A Get of the counting resource that is right, but for what is put into it. */
export function requestEnvelope({ action = `${transfer}/Get`, uri = countingUri, headers = "", body = "", attributes = "", before = "" }: EnvelopeParts = {}): string {
  return (
    `${before}<s:Envelope xmlns:s="${soap}" xmlns:a="${addressing}" xmlns:n="${enumeration}" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"${attributes}>` +
    `<s:Header><a:To>http://localhost/wsman</a:To><a:ReplyTo><a:Address>${addressing}/role/anonymous</a:Address></a:ReplyTo>` +
    `<a:Action>${action}</a:Action><a:MessageID>uuid:1</a:MessageID><w:ResourceURI>${uri}</w:ResourceURI>${headers}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

export const identifyEnvelope =
  `<s:Envelope xmlns:s="${soap}" xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body><i:Identify/></s:Body></s:Envelope>`;

/** One message for every operation, on the counting resource. */
export const operationMessages: Readonly<Record<string, string>> = {
  Identify: identifyEnvelope,
  Get: requestEnvelope(),
  Put: requestEnvelope({ action: `${transfer}/Put`, body: `<t:Thing xmlns:t="${countingUri}"/>` }),
  Create: requestEnvelope({ action: `${transfer}/Create`, body: `<t:Thing xmlns:t="${countingUri}"/>` }),
  Delete: requestEnvelope({ action: `${transfer}/Delete` }),
  Invoke: requestEnvelope({ action: `${countingUri}/Do`, body: `<t:Do_INPUT xmlns:t="${countingUri}"/>` }),
  Enumerate: requestEnvelope({ action: `${enumeration}/Enumerate`, body: "<n:Enumerate/>" }),
  Pull: requestEnvelope({ action: `${enumeration}/Pull`, body: "<n:Pull><n:EnumerationContext>x</n:EnumerationContext></n:Pull>" }),
  Release: requestEnvelope({ action: `${enumeration}/Release`, body: "<n:Release><n:EnumerationContext>x</n:EnumerationContext></n:Release>" }),
};
