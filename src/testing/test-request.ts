import { noClientCertificates } from "../base/client-certificate.js";
import type { HostRequest } from "../base/host-message.js";
import { fail, ok } from "../base/result.js";
import type { HangUpSignal } from "./ask.js";

/** The password of every account of a test host. */
export const testPassword = "test";

export interface SendOptions {
  /** Account that sends it; `null` for nobody. Default: the first of `users`. */
  readonly user?: string | null;
  /** Instead of the account's password. */
  readonly password?: string;
  readonly method?: string;
  /** Default: the first WS-Management application's. */
  readonly path?: string;
  /** Further header fields, or others in place of the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly hangUp?: HangUpSignal;
}

/** A message as the listener would hand it over, from a client on this machine. */
export function testRequest(body: string | Uint8Array, options: SendOptions & { readonly user: string | null; readonly path: string }): HostRequest {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const { user, path, password = testPassword } = options;
  const fields = new Map([["content-type", "application/soap+xml;charset=UTF-8"], ["host", "127.0.0.1:5985"], ["content-length", String(bytes.length)]]);
  if (user !== null) fields.set("authorization", `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`);
  for (const [name, value] of Object.entries(options.headers ?? {})) fields.set(name.toLowerCase(), value);
  return {
    method: options.method ?? "POST",
    path,
    query: "",
    host: "127.0.0.1",
    headers: { get: (name) => fields.get(name.toLowerCase()), entries: () => fields },
    connection: { id: 1, secure: false, tls: undefined, localAddress: "127.0.0.1", localPort: 5985, remoteAddress: "127.0.0.1", remotePort: 49_152, loopback: true, onClose: () => undefined },
    certificates: noClientCertificates,
    readBody: async (limit) => (bytes.length > limit ? fail("tooLarge") : ok(bytes)),
    onGone: (run) => {
      let forgotten = false;
      options.hangUp?.addEventListener("abort", () => {
        if (!forgotten) run();
      });
      return () => {
        forgotten = true;
      };
    },
  };
}
