/**
 * The one message shape behind the listener. Node's request and response exist in `listener/` only, so the whole host runs in
 * memory in tests.
 */
import type { ClientCertificates } from "./client-certificate.js";
import type { Result } from "./result.js";

/** Request header fields. Names compare without case; duplicates that HTTP forbids were refused by the listener. */
export interface HostHeaders {
  /** @returns the value, `undefined` when absent. Several fields of one name arrive joined by ", " as HTTP defines. */
  get(name: string): string | undefined;
  entries(): Iterable<readonly [name: string, value: string]>;
  /** Takes every field of a name away for good, from Node's own message too where there is one. Absent: they cannot be taken away. */
  delete?(name: string): void;
}

/**
 * What is known about the connection a request came on. Lives as long as the connection; the same object for each of its requests, but
 * where a proxy sends requests of several clients on one: there each request has its own.
 */
export interface HostConnection {
  /** Counts from 1 in one listener set; for logs. */
  readonly id: number;
  /** TLS? */
  readonly secure: boolean;
  /** `undefined` without TLS. */
  readonly tls: TlsFacts | undefined;
  readonly localAddress: string;
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** Both ends are addresses of this machine's loopback interface. */
  readonly loopback: boolean;
  /** A proxy is between it and the client. Unless that gives each client a connection of its own, nothing that one request proves holds for the next. */
  readonly proxied?: { readonly oneToOne: boolean };
  /** Calls `run` once when the connection has ended: what is kept for a connection ends with it. */
  onClose(run: () => void): void;
}

/** What TLS agreed on when the connection was made. */
export interface TlsFacts {
  /** `TLSv1.2`, `TLSv1.3`. */
  readonly protocol: string;
  /** `TLS_AES_256_GCM_SHA384`. */
  readonly cipher: string;
  /** Of the session's key, bits. */
  readonly keyBits: number;
  /** Host name that the client asked for (SNI), lower case. */
  readonly serverName: string | undefined;
  /** Hash of the server's certificate as the channel binding tls-server-end-point has it (RFC 5929 4). `undefined`: there is none. */
  readonly channelBinding: Uint8Array | undefined;
  /** The server's own certificate; absent: nothing is known of it. */
  readonly serverCertificate?: ServerCertificateFacts | undefined;
}

export interface ServerCertificateFacts {
  /** Bits. */
  readonly keyBits: number;
  /** `CN=host, O=…` */
  readonly subject: string;
  readonly issuer: string;
}

/** Why a body could not be had. `tooLarge` leaves the connection usable only when the rest was small enough to skip. */
export type BodyProblem = "tooLarge" | "aborted" | "timedOut";

export interface HostRequest {
  /** As sent: `POST`. */
  readonly method: string;
  /** Path part of the target, percent-decoded, without query. Always starts with `/`. */
  readonly path: string;
  /** After `?`, raw; empty when absent. */
  readonly query: string;
  /** What the path has before it where the client asks, behind a proxy: `/manor`. Absent: nothing. */
  readonly pathPrefix?: string;
  /** `Host` without port, lower case. */
  readonly host: string;
  /** `1.1` where absent. */
  readonly httpVersion?: string;
  readonly headers: HostHeaders;
  readonly connection: HostConnection;
  readonly certificates: ClientCertificates;
  /**
   * Reads the whole body. Call at most once.
   * @param limit octets; one more and the answer is `tooLarge` (decided from Content-Length before reading where there is one).
   * @param use `discard` waits for the end of the body and keeps none of it; `keep` unless given.
   */
  readBody(limit: number, use?: "keep" | "discard"): Promise<Result<Uint8Array, BodyProblem>>;
  /** Calls `run` once when the client has gone before it was answered. @returns forgets the registration. */
  onGone(run: () => void): () => void;
}

/** Where an answer ends that is not sent whole. */
export interface BrokenOff {
  /** Octets of the body that are sent; none or all of them are possible. */
  readonly after: number;
  /** `end`: in good order (FIN). `reset`: at once (RST). */
  readonly by: "end" | "reset";
}

export interface HostResponse {
  readonly status: number;
  /** Reason phrase; absent means empty, as Windows writes it. */
  readonly reason?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** A string is sent as UTF-8. Absent means `Content-Length: 0`. */
  readonly body?: string | Uint8Array;
  /** Close the connection after this answer. */
  readonly close?: boolean;
  /** Ends the connection before the body is whole, as a network does that fails. The header is that of the whole answer. */
  readonly breakOff?: BrokenOff;
  /** Ends the connection without any answer. */
  readonly abort?: true;
  /**
   * Hands Node's own request and response to a handler that insists on them (Express). The rest of this answer is then ignored.
   * Typed `unknown` because this folder knows no Node.
   */
  readonly native?: (nodeRequest: unknown, nodeResponse: unknown) => void;
}
