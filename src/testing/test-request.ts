import type { HostRequest } from "../base/host-message.js";
import { fail, ok } from "../base/result.js";
import type { HangUpSignal } from "./ask.js";
import { TestConnection } from "./test-connection.js";

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
  /** Behind `?`, raw. */
  readonly query?: string;
  /** Default: one of its own, without TLS. */
  readonly connection?: TestConnection;
  /** Further header fields, or others in place of the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly hangUp?: HangUpSignal;
}

/** A message as the listener would hand it over, from a client on this machine. */
export function testRequest(body: string | Uint8Array, options: SendOptions & { readonly user: string | null; readonly path: string }): HostRequest {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const { user, path, password = testPassword, connection = new TestConnection() } = options;
  const fields = new Map([["content-type", "application/soap+xml;charset=UTF-8"], ["host", `127.0.0.1:${connection.facts.localPort}`], ["content-length", String(bytes.length)]]);
  if (user !== null) fields.set("authorization", `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`);
  for (const [name, value] of Object.entries(options.headers ?? {})) fields.set(name.toLowerCase(), value);
  return {
    method: options.method ?? "POST",
    path,
    query: options.query ?? "",
    host: "127.0.0.1",
    headers: { get: (name) => fields.get(name.toLowerCase()), entries: () => fields },
    connection: connection.facts,
    certificates: connection.certificates(bytes.length),
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
