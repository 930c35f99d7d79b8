import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export interface SeenRequest {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly bytes: Buffer;
  /** As UTF-8. */
  readonly body: string;
}

export type Answer = string | ((request: SeenRequest, response: ServerResponse) => void);

/** A server that gives canned answers in order: text is a Body to wrap into an envelope with the right RelatesTo. */
export async function scriptedServer(answers: readonly Answer[]): Promise<{ url: string; seen: SeenRequest[]; connections: () => number; close: () => Promise<void> }> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const bytes = Buffer.concat(chunks);
      const request = { headers: incoming.headers, url: incoming.url ?? "", bytes, body: bytes.toString("utf8") };
      seen.push(request);
      const answer = answers[seen.length - 1] ?? "";
      if (typeof answer === "string") sendEnvelope(response, envelope(answer, request.body));
      else answer(request, response);
    });
  });
  server.on("connection", (socket) => {
    connections++;
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wsman`,
    seen,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const namespaces =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer" ' +
  'xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" ' +
  'xmlns:wsmid="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"';

/** An answer's envelope; RelatesTo repeats the request's MessageID, or says what the test wants. */
export function envelope(body: string, request: string, relatesTo = /<a:MessageID>([^<]*)</u.exec(request)?.[1]): string {
  const header = relatesTo === undefined ? "<s:Header/>" : `<s:Header><a:RelatesTo>${relatesTo}</a:RelatesTo></s:Header>`;
  return `<s:Envelope xml:lang="en-US" ${namespaces}>${header}<s:Body>${body}</s:Body></s:Envelope>`;
}

/** Sends it as Windows does. */
export function sendEnvelope(response: ServerResponse, text: string | Buffer, status = 200, charset = "UTF-8"): void {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text, "utf8");
  response.writeHead(status, { "Content-Type": `application/soap+xml;charset=${charset}`, "Content-Length": bytes.length });
  response.end(bytes);
}
