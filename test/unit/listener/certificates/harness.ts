import { request as httpsRequest, type Agent, type RequestOptions } from "node:https";
import type { ClientCertificate } from "../../../../src/base/client-certificate.js";
import type { HostRequest, HostResponse } from "../../../../src/base/host-message.js";
import type { ListenerBinding } from "../../../../src/listener/listener-settings.js";
import { CertificateAuthority, forServers, type IssuedCertificate } from "../../../support/certificate-authority.js";
import { withListener } from "../with-listener.js";

/** Everything that the tests of one file need: who issues, a server, a client. */
export interface Certificates {
  readonly authority: CertificateAuthority;
  readonly server: IssuedCertificate;
  readonly alice: IssuedCertificate;
}

export function makeCertificates(): Certificates {
  const authority = new CertificateAuthority("authority");
  return { authority, server: authority.issue({ subject: "/CN=localhost", extensions: forServers }), alice: authority.issue({ subject: "/O=Example/CN=alice" }) };
}

type Mode = NonNullable<NonNullable<ListenerBinding["tls"]>["clientCertificate"]>["mode"];

export const tlsOf = ({ authority, server }: Certificates, mode: Mode | undefined): NonNullable<ListenerBinding["tls"]> => ({
  certificate: server.cert, key: server.key,
  ...(mode === undefined ? {} : { clientCertificate: { mode, issuers: authority.own.cert, revocationLists: undefined } }),
});

/** What a request found out. */
export interface Finding {
  readonly hresult: number | undefined;
  readonly before: boolean;
  readonly negotiated: boolean;
  readonly flags: number | undefined;
  readonly subject: string | undefined;
  readonly octets: number | undefined;
}

export const preloadLimit = 49_152;

const told = (certificate: ClientCertificate | undefined): Pick<Finding, "flags" | "subject"> => ({ flags: certificate?.flags, subject: certificate?.details.subject });

/**
 * A handler that asks for the client's certificate, reads the body, and answers with what it found. Paths: `/cert` asks, `/twice` asks
 * twice at once and again, `/plain` does not ask, `/read` reads first, `/detached` asks and does not wait.
 */
export async function askingHandler(request: HostRequest): Promise<HostResponse> {
  const { path, certificates } = request;
  const before = certificates.state().negotiated;
  const read = path === "/read" ? await request.readBody(10_000_000) : undefined;
  let hresult: number | undefined;
  if (path === "/detached") void certificates.negotiate(preloadLimit);
  else if (path !== "/plain") {
    const [answer] = path === "/twice" ? await Promise.all([certificates.negotiate(preloadLimit), certificates.negotiate(preloadLimit)]) : [await certificates.negotiate(preloadLimit)];
    if (answer.isBodyTooLarge === true) return { status: 413, headers: [], close: true };
    hresult = path === "/twice" ? answer.hresult | (await certificates.negotiate(preloadLimit)).hresult : answer.hresult;
  }
  const { negotiated, certificate } = certificates.state();
  const body = read ?? (await request.readBody(10_000_000));
  const finding: Finding = { hresult: hresult === undefined ? undefined : hresult >>> 0, before, negotiated, ...told(certificate), octets: body.ok ? body.value.length : undefined };
  return { status: 200, headers: [["X-Found", JSON.stringify(finding)]], body: body.ok ? body.value : "" };
}

/** A listener of one https binding whose handler asks, on a free port. */
export const withAsking = (certificates: Certificates, mode: Mode | undefined, run: (port: number) => Promise<void>, limit = 5000): Promise<void> =>
  withListener({ headerTimeout: limit }, askingHandler, (_, port) => run(port), { tls: tlsOf(certificates, mode) });

export interface Answer {
  readonly status: number;
  readonly found: Finding | undefined;
  readonly body: Buffer;
}

/** One request of Node's client. @param options of https.request */
export function ask(port: number, { path = "/cert", body = Buffer.alloc(0), ...options }: { readonly path?: string; readonly body?: Buffer; readonly agent?: Agent; readonly headers?: Record<string, string> } & RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest({ host: "127.0.0.1", port, path, method: "POST", rejectUnauthorized: false, maxVersion: "TLSv1.2", agent: false, ...options, headers: { ...(options.headers?.["Transfer-Encoding"] === undefined ? { "Content-Length": String(body.length) } : {}), ...options.headers } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const found = incoming.headers["x-found"];
        resolve({ status: incoming.statusCode!, found: typeof found === "string" ? (JSON.parse(found) as Finding) : undefined, body: Buffer.concat(chunks) });
      });
    });
    outgoing.on("error", reject);
    outgoing.on("continue", () => outgoing.end(body));
    if (options.headers?.["Expect"] === undefined) outgoing.end(body);
    else outgoing.flushHeaders();
  });
}
