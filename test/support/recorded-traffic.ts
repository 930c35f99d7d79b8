import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "./project-root.js";

/** A request as a client really sent it. */
export interface RecordedRequest {
  /** Name of the recording. */
  readonly file: string;
  /** From 1. */
  readonly number: number;
  readonly method: string;
  readonly path: string;
  /** In order, names as written; the value of Authorization was dropped when it was recorded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const clients = join(fixtures, "winrm", "client-requests");
const envelopes = join(fixtures, "winrm", "openwsman-requests");

/** What those bare envelopes travelled in: the headers that wsmancli sends. */
const wsmancliHeaders = [["Host", ""], ["Authorization", "Basic"], ["Accept", "*/*"], ["Content-Type", "application/soap+xml;charset=UTF-8"], ["User-Agent", "openwsman 2.2.0"]] as const;

/** Every recorded request, file by file, in the order it was sent. */
export function recordedRequests(): readonly RecordedRequest[] {
  const ofClients = readdirSync(clients).sort().flatMap((file) =>
    (JSON.parse(readFileSync(join(clients, file), "utf8")) as Omit<RecordedRequest, "file" | "number">[]).map((request, index) => ({ ...request, file, number: index + 1 })));
  const bare = readdirSync(envelopes).filter((name) => name.endsWith(".xml")).sort().map((file) => {
    const body = readFileSync(join(envelopes, file), "utf8");
    return { file, number: 1, method: "POST", path: "/wsman", headers: [...wsmancliHeaders, ["Content-Length", String(Buffer.byteLength(body))] as const], body };
  });
  return [...ofClients, ...bare];
}

/** A header field of a recorded request. */
export const recordedField = ({ headers }: RecordedRequest, wanted: string): string | undefined => headers.find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1];

/**
 * The octets of a recorded request. Only Host and the credentials differ from the recording, and the context of an enumeration where
 * the caller gives one: the recorded one was another server's.
 */
export function octetsOf(request: RecordedRequest, host: { readonly port: number; readonly authorization: string }, context?: string): Buffer {
  const body = Buffer.from(context === undefined ? request.body : request.body.replace(/(EnumerationContext>)[^<]*/u, (_, tag: string) => tag + context));
  const lines = request.headers.map(([name, value]) => {
    switch (name.toLowerCase()) {
      case "host": return `${name}: 127.0.0.1:${host.port}`;
      case "authorization": return `${name}: ${host.authorization}`;
      case "content-length": return `${name}: ${context === undefined ? value : body.length}`;
      default: return `${name}: ${value}`;
    }
  });
  return Buffer.concat([Buffer.from(`${request.method} ${request.path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`), body]);
}
