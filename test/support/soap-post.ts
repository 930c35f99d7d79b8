import type { Agent} from "node:http";
import { request } from "node:http";

const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const namespaces =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"';

export interface SoapMessage {
  /** `Get`, `Put`, `Create`, `Delete`, or a whole action URI. */
  readonly action: string;
  readonly resourceUri: string;
  readonly selectors?: Readonly<Record<string, string>>;
  readonly headers?: string;
  readonly body?: string;
}

/** A WS-Management envelope as a client writes it. Values are taken as they are: they hold no markup. */
export function soapEnvelope({ action, resourceUri, selectors = {}, headers = "", body = "" }: SoapMessage): string {
  const pairs = Object.entries(selectors).map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`).join("");
  return (
    `<s:Envelope ${namespaces}><s:Header><a:To>http://localhost/wsman</a:To>` +
    `<a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>` +
    `<a:Action>${action.includes(":") ? action : `${transfer}/${action}`}</a:Action><a:MessageID>uuid:00000000-0000-4000-8000-00000000000A</a:MessageID>` +
    `<w:ResourceURI>${resourceUri}</w:ResourceURI>${pairs === "" ? "" : `<w:SelectorSet>${pairs}</w:SelectorSet>`}${headers}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** Posts text. @throws when the connection breaks */
export function post(url: string, text: string, options: { readonly authorization?: string; readonly agent?: Agent; readonly headers?: Readonly<Record<string, string>>; readonly method?: string } = {}): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: options.method ?? "POST",
      ...(options.agent === undefined ? {} : { agent: options.agent }),
      headers: { "Content-Type": "application/soap+xml;charset=UTF-8", ...(options.authorization === undefined ? {} : { Authorization: options.authorization }), ...options.headers },
    }, (incoming) => {
      let body = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => (body += chunk));
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, text: body }));
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(text);
  });
}
