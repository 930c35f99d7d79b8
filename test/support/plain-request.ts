import { request as httpRequest, type Agent } from "node:http";
import { request as httpsRequest } from "node:https";

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface PlainRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  readonly agent?: Agent;
}

export const soapType = { "Content-Type": "application/soap+xml;charset=UTF-8" };

/** One request as Node's client sends it; the path goes out as it is given. */
export function sendPlain(url: string, { method = "POST", path, headers = {}, body = "", agent }: PlainRequest): Promise<PlainAnswer> {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const secure = protocol === "https:";
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path: path ?? pathname + search, method, headers: { "Content-Length": String(Buffer.byteLength(body)), ...headers }, agent: agent ?? false, rejectUnauthorized: false };
    const outgoing = (secure ? httpsRequest : httpRequest)(options as never, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => resolve({ status: incoming.statusCode!, headers: incoming.headers, text: Buffer.concat(chunks).toString() }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Posts an envelope. @throws when the connection breaks */
export const post = (url: string, body: string, { authorization, headers, ...more }: Omit<PlainRequest, "body"> & { readonly authorization?: string } = {}): Promise<PlainAnswer> =>
  sendPlain(url, { ...more, body, headers: { ...soapType, ...(authorization === undefined ? {} : { Authorization: authorization }), ...headers } });
