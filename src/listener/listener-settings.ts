/** Where to listen. */
export interface ListenerBinding {
  /** `*` for every address, else an IPv4 or IPv6 literal without brackets. */
  readonly address: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** PEM texts of an HTTPS binding; absent: HTTP. */
  readonly tls?: { readonly certificate: string; readonly key: string; readonly passphrase?: string };
}

/** Bounds for all bindings together. Times in milliseconds. */
export interface ListenerLimits {
  /** From the connection, or the last answer, to the end of the header. */
  readonly headerTimeout: number;
  /** From the first octet of a request to the end of its body. */
  readonly requestTimeout: number;
  /** Keep-alive without a request. */
  readonly idleTimeout: number;
  readonly maxConnections: number;
  readonly maxHeaderBytes: number;
}

/** A binding that is listened on. */
export interface ListenerAddress {
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
}

export interface ListenerCounters {
  readonly connections: number;
  readonly refusedConnections: number;
  readonly malformedRequests: number;
}

/** A binding that could not be had; the message names it, the reason and what to do. */
export class BindingFailed extends Error {}
