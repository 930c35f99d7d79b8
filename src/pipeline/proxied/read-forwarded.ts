import type { ClientCertificate } from "../../base/client-certificate.js";
import type { HostRequest } from "../../base/host-message.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { ForwardedAddress } from "./forwarded-entry.js";
import { fromRight, parseForwardedFor } from "./parse-forwarded-for.js";
import type { ProxyFront } from "./proxy-front.js";
import { proxyKinds, type GetField } from "./proxy-kinds.js";

/** What a proxy that is believed says about a request. */
export interface Forwarded {
  /** `undefined`: it does not say. */
  readonly client: ForwardedAddress | undefined;
  /** The client's connection to the proxy is TLS. */
  readonly secure: boolean;
  /** `Host` as the client sent it, and its name without port in lower case; `undefined`: as the request has it. */
  readonly host: { readonly value: string; readonly name: string } | undefined;
  readonly certificate: ClientCertificate | undefined;
  /** Its kind sends certificates: that there is none says that the client has none. */
  readonly tellsCertificates: boolean;
  /** As whom the proxy has authenticated it; `undefined`: as nobody, or it has no say in that. */
  readonly user: string | undefined;
  readonly logId: string | undefined;
}

/**
 * Reads the fields that a declared proxy sends. Nothing else of the request is looked at.
 * @returns the reason for a 400 when a field cannot be understood: a proxy sends none that cannot, so somebody else wrote it
 */
export function readForwarded({ headers }: HostRequest, front: ProxyFront): Result<Forwarded, string> {
  const traits = proxyKinds[front.kind];
  const get: GetField = (name) => headers.get(name);
  const outermost = (list: string): string => fromRight(list, front.hops);
  const written = get(traits.address) ?? "";
  const client = written.trim() === "" ? ok(undefined) : parseForwardedFor(written, front.hops);
  if (!client.ok) return client;
  const secure = traits.isSecure(get, outermost);
  if (secure === undefined && get("x-forwarded-proto") !== undefined && traits.owns.includes("x-forwarded-proto")) return fail("the forwarded scheme is neither http nor https");
  const host = readHost(traits.host === undefined ? undefined : get(traits.host), outermost);
  if (!host.ok) return host;
  const certificate = readCertificate(get, front);
  if (!certificate.ok) return certificate;
  const user = front.forwardsUser ? (traits.user ?? []).map((name) => get(name)?.trim()).find((name) => name !== undefined && name !== "") : undefined;
  const logId = traits.logId === undefined ? undefined : get(traits.logId);
  return ok({
    client: client.value, secure: secure ?? false, host: host.value, certificate: certificate.value, user,
    tellsCertificates: traits.certificate !== undefined,
    // It goes into a line of the log.
    logId: logId !== undefined && /^[\w{}.:-]{1,64}$/u.test(logId) ? logId : undefined,
  });
}

function readHost(written: string | undefined, outermost: (list: string) => string): Result<Forwarded["host"], string> {
  if (written === undefined || written.trim() === "") return ok(undefined);
  const value = outermost(written);
  const name = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/iu.exec(value)?.[1]?.toLowerCase();
  return name === undefined ? fail("the forwarded host is malformed") : ok({ value, name });
}

function readCertificate(get: GetField, front: ProxyFront): Result<ClientCertificate | undefined, string> {
  const der = proxyKinds[front.kind].certificate?.(get) ?? ok(undefined);
  if (!der.ok) return der;
  if (der.value === undefined) return ok(undefined);
  try {
    return ok(front.verifyCertificate(der.value));
  } catch {
    return fail("the forwarded certificate is none");
  }
}
