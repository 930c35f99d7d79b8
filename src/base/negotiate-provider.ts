import type { ServiceNameRules } from "./service-name.js";

/** Schemes that the token of an `Authorization` field may belong to. */
export type NegotiateSchemeName = "Negotiate" | "NTLM" | "Kerberos";

/** What a provider found out about who is calling. Accounts, rights and environments are those of the users file. */
export interface NegotiatedIdentity {
  /** As the mechanism says it: `alice`, `DOMAIN\\alice`, `alice@REALM`. */
  readonly name: string;
  readonly mechanism: "NTLM" | "Kerberos";
  readonly sid?: string;
  readonly groups?: readonly string[];
  /**
   * The account of this machine that the mechanism's own rules make of the name (Kerberos: `auth_to_local`, without which it is the first
   * part of a name of the machine's own realm). `undefined`: none. Only this, or the whole name, stands for an account: the first part of
   * a name of another realm is anybody's.
   */
  readonly localName?: string;
  /** The NT hash that was proved, where it was one: what the account has by the time it is looked up may be another. */
  readonly ntHash?: string;
}

/** Seals and opens message bodies with the key that a login agreed on. One direction each, in the order of the messages. */
export interface MessageSealer {
  /** The word of the content type: `application/HTTP-SPNEGO-session-encrypted`. */
  readonly protocol: string;
  /** @throws when the signature is not right */
  unwrap(header: Uint8Array, data: Uint8Array): Uint8Array;
  wrap(plain: Uint8Array): { readonly header: Uint8Array; readonly data: Uint8Array };
}

export type NegotiateStep =
  /** The token goes to the client, and its next one comes back on the same connection. */
  | { readonly state: "continue"; readonly token: Uint8Array; readonly stage: string }
  | { readonly state: "done"; readonly token?: Uint8Array; readonly identity: NegotiatedIdentity; readonly sealer?: MessageSealer }
  /** The reason goes to the log, never to the client. */
  | { readonly state: "failed"; readonly reason: string; readonly stage: string; readonly name?: string };

/** One login on one connection. */
export interface NegotiateContext {
  step(token: Uint8Array): NegotiateStep | Promise<NegotiateStep>;
  /** Called once, when the login was given up or its connection has ended. The sealer of a login that is done works until then. */
  dispose(): void;
}

export interface NegotiateTarget {
  /** Hash for tls-server-end-point; `undefined` without TLS. */
  readonly channelBinding: Uint8Array | undefined;
  readonly tokenChecking: "None" | "Allow" | "Require";
  /** What the client must have called this host; absent: anything. */
  readonly serviceNames?: ServiceNameRules | undefined;
  /** Where the caller is, for limits on failures. */
  readonly remoteAddress: string;
}

/** One way to take part in Negotiate, NTLM or Kerberos: our own NTLM, GSSAPI, SSPI. */
export interface NegotiateProvider {
  /** For status and log: `ntlm`, `gssapi`, `node-sspi`. */
  readonly name: string;
  readonly schemes: readonly NegotiateSchemeName[];
  readonly can: { readonly sealing: boolean; readonly mutualAuth: boolean; readonly channelBinding: boolean };
  /** Is this first token one that it understands? */
  accepts(scheme: NegotiateSchemeName, token: Uint8Array): boolean;
  begin(scheme: NegotiateSchemeName, target: NegotiateTarget): NegotiateContext;
}
