/** PEM texts. */
export interface ListenerCertificate {
  readonly certificate: string;
  readonly key: string;
  readonly passphrase?: string;
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
  /** Absent: HTTP. `named`: other certificates for clients that ask for those host names (SNI); names may start with `*.`. */
  readonly tls?: ListenerCertificate & { readonly named?: readonly (ListenerCertificate & { readonly host: string })[] };
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
