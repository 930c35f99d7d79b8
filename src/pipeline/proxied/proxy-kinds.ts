import { ok } from "../../base/result.js";
import { readBase64Certificate, readByteSequenceCertificate, readElementCertificate, readEscapedCertificate, type ForwardedCertificate } from "./parse-forwarded-certificate.js";

/** What may stand in front of a binding; the words of the configuration. */
export type ProxyKind = "arr" | "ancm" | "httpPlatformHandler" | "iisnode" | "nginx" | "haproxy" | "envoy" | "rfc9440";

/** @returns the field's value */
export type GetField = (name: string) => string | undefined;

/** What a kind of proxy says, and where. Only fields that it sets itself, or that a sample's rule sets: others a client could send through it. */
export interface ProxyTraits {
  /** Fields that are believed. Lower case. */
  readonly owns: readonly string[];
  /** Of `owns`, where the client is. */
  readonly address: string;
  /** Did the client come over TLS? `undefined`: not said, or in no known word. */
  isSecure(get: GetField, fromRight: (list: string) => string): boolean | undefined;
  /** The client's `Host`; absent: the proxy passes it on as it is. */
  readonly host?: string;
  /** Absent: it sends no certificates. */
  certificate?(get: GetField): ForwardedCertificate;
  /** Of `owns`, who the client is to the proxy; absent: it authenticates nobody, or cannot say whom. */
  readonly user?: readonly string[];
  /** The proxy's own number of the request, for the log. */
  readonly logId?: string;
}

const byProto: ProxyTraits["isSecure"] = (get, fromRight) => secureWords.get(fromRight(get("x-forwarded-proto") ?? "").toLowerCase());

const secureWords: ReadonlyMap<string, boolean> = new Map([["https", true], ["http", false], ["on", true], ["off", false]]);

const forwarded = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"];
const usual = { address: "x-forwarded-for", isSecure: byProto, host: "x-forwarded-host" } as const;

const certificateIn = (name: string, read: (value: string) => ForwardedCertificate): NonNullable<ProxyTraits["certificate"]> => (get) => read(get(name) ?? "");

/** Sources: the vendors' documentation, and for nginx and HAProxy what they send in the tests. */
export const proxyKinds: Readonly<Record<ProxyKind, ProxyTraits>> = {
  arr: {
    ...usual,
    owns: [...forwarded, "x-arr-ssl", "x-arr-clientcert", "x-arr-log-id", "x-forwarded-user"],
    // ARR writes X-ARR-SSL where the client came over TLS; whether it takes a client's own one away where it did not, nobody says. So it
    // proves nothing, and the rule has to set X-Forwarded-Proto.
    isSecure: byProto,
    certificate: certificateIn("x-arr-clientcert", readBase64Certificate),
    user: ["x-forwarded-user"],
    logId: "x-arr-log-id",
  },
  ancm: {
    address: usual.address, isSecure: byProto,
    // X-Forwarded-User is a rewrite rule's: the token of a Windows account that the module itself forwards is a handle, no name.
    owns: ["x-forwarded-for", "x-forwarded-proto", "ms-aspnetcore-clientcert", "ms-aspnetcore-event", "x-forwarded-user"],
    certificate: certificateIn("ms-aspnetcore-clientcert", readBase64Certificate),
    user: ["x-forwarded-user"],
  },
  httpPlatformHandler: { ...usual, owns: forwarded },
  iisnode: {
    // Not X-Forwarded-For: what stands there where iisnode has not promoted REMOTE_ADDR may be the client's own.
    address: "x-iisnode-remote_addr",
    isSecure: (get) => secureWords.get((get("x-iisnode-https") ?? "").toLowerCase()),
    owns: ["x-iisnode-remote_addr", "x-iisnode-https", "x-iisnode-auth_user", "x-iisnode-logon_user"],
    user: ["x-iisnode-auth_user", "x-iisnode-logon_user"],
  },
  nginx: { ...usual, owns: [...forwarded, "x-ssl-client-cert"], certificate: certificateIn("x-ssl-client-cert", readEscapedCertificate) },
  haproxy: {
    ...usual,
    owns: [...forwarded, "x-ssl-client-der", "x-ssl-client-used"],
    // Its ssl_c_verify is 0 also when there is no certificate: ssl_c_used tells.
    certificate: (get) => (get("x-ssl-client-used")?.trim() === "0" ? ok(undefined) : readBase64Certificate(get("x-ssl-client-der") ?? "")),
  },
  envoy: { ...usual, owns: [...forwarded, "x-forwarded-client-cert"], certificate: certificateIn("x-forwarded-client-cert", readElementCertificate) },
  rfc9440: { ...usual, owns: [...forwarded, "client-cert", "client-cert-chain"], certificate: certificateIn("client-cert", readByteSequenceCertificate) },
};
