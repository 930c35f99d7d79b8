import { request } from "node:http";
import { type HttpAnswer } from "./http-exchange.js";

const namespaces =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
  'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"';

export const actions = {
  get: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get",
  put: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Put",
  create: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create",
  delete: "http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete",
  enumerate: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate",
  pull: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Pull",
  release: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Release",
} as const;

export const identifyRequest =
  '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body><i:Identify xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/></s:Body></s:Envelope>';

export interface SoapMessage {
  readonly action: string;
  readonly uri: string;
  readonly selectors?: Readonly<Record<string, string>>;
  /** Header blocks. */
  readonly headers?: string;
  readonly body?: string;
}

/** A request with what every request must have; prefixes s, a, n and w are declared. Values go in as they are, XML already. */
export function soapRequest({ action, uri, selectors = {}, headers = "", body = "" }: SoapMessage): string {
  const set = Object.entries(selectors).map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`).join("");
  return (
    `<s:Envelope ${namespaces}><s:Header><a:To>http://127.0.0.1/wsman</a:To><a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>` +
    `<a:Action>${action}</a:Action><a:MessageID>uuid:11111111-2222-3333-4444-555555555555</a:MessageID><w:ResourceURI>${uri}</w:ResourceURI>` +
    `${set === "" ? "" : `<w:SelectorSet>${set}</w:SelectorSet>`}${headers}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

/** Posts to a running host on a connection of its own. */
export function post(url: string, body: string | Buffer, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent: false, headers: { "Content-Type": "application/soap+xml;charset=UTF-8", ...headers } }, (message) => {
      const chunks: Buffer[] = [];
      message.on("data", (chunk: Buffer) => chunks.push(chunk));
      message.on("end", () => {
        const pairs = message.rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, message.rawHeaders[at + 1]!] as const] : []));
        resolve({ status: message.statusCode ?? 0, reason: message.statusMessage ?? "", headers: pairs, body: Buffer.concat(chunks), interim: [] });
      });
      message.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
