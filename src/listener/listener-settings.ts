/** When clients of a binding are asked for a certificate, and who may have issued it. */
export interface ClientCertificateSettings {
  /**
   * `handshake`: everybody, and who has none comes in all the same. `late`: only when the host asks, by renegotiation, which TLS 1.3 has not;
   * `lateStrict`: so that this cannot happen, the binding offers TLS 1.2 only.
   */
  readonly mode: "late" | "lateStrict" | "handshake";
  /** PEM; `undefined`: Node's list. */
  readonly issuers: string | undefined;
  /** PEM; `undefined`: nobody asks whether a certificate is revoked. */
  readonly revocationLists: string | undefined;
}

/** PEM texts. */
export interface ListenerCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly passphrase?: string;
  /** Absent: clients are never asked for theirs. */
  readonly clientCertificate?: ClientCertificateSettings;
}

/** For clients that ask for a host name (SNI). */
export interface NamedCertificate extends ListenerCertificate {
  /** Lower case; may start with `*.`. */
  readonly host: string;
}

/** Where to listen. */
export interface ListenerBinding {
  /** `*` for every address, else an IPv4 or IPv6 literal without brackets. */
  readonly address: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** A Unix socket, made for its owner only, or a named pipe of Windows; instead of address and port. */
  readonly path?: string;
  /** What makes two bindings of two configurations the same socket; address, port and whether it is TLS when absent. */
  readonly key?: string;
  /** Absent: HTTP. `named`: other certificates for clients that ask for those host names (SNI). */
  readonly tls?: ListenerCertificate & { readonly named?: readonly NamedCertificate[] };
}

/** Bounds for all bindings together. Times in milliseconds. */
export interface ListenerLimits {
  /** From the connection, or the last answer, to the end of the header. */
  readonly headerTimeout: number;
  /** From the first octet of a request to the end of its body; and from the end of an answer until the client has taken it. */
  readonly requestTimeout: number;
  /** Keep-alive without a request. */
  readonly idleTimeout: number;
  readonly maxConnections: number;
  readonly maxHeaderBytes: number;
}

/** A binding that is listened on. */
export interface ListenerAddress {
  /** Of a Unix socket or named pipe its path; the port is 0 then. */
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
}

export interface ListenerCounters {
  /** Open ones, those still shaking hands included. */
  readonly connections: number;
  readonly refusedConnections: number;
  readonly malformedRequests: number;
}

/** A binding that could not be had; the message names it, the reason and what to do. */
export class BindingFailed extends Error {}
