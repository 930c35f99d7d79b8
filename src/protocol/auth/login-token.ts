import { ntlmTypeOf } from "./ntlm/message-fields.js";
import { mechanisms } from "./spnego/mechanisms.js";
import { mechanismOf, readNegotiationToken } from "./spnego/negotiation-token.js";

/** What the token of an `Authorization` field is, as far as its first octets tell. */
export type LoginToken =
  /** Raw NTLMSSP; `isFirst` for the message that begins a login. */
  | { readonly kind: "ntlm"; readonly isFirst: boolean }
  /** Raw Kerberos, which always begins one. */
  | { readonly kind: "kerberos"; readonly isFirst: true }
  /** SPNEGO; the mechanisms of the one that begins a login, none of a later one. */
  | { readonly kind: "spnego"; readonly isFirst: boolean; readonly mechanisms: readonly ("ntlm" | "kerberos" | "other")[] }
  | { readonly kind: "unknown"; readonly isFirst: false };

const names: ReadonlyMap<string, "ntlm" | "kerberos"> = new Map([[mechanisms.ntlm, "ntlm"], [mechanisms.kerberos, "kerberos"], [mechanisms.oldKerberos, "kerberos"]]);

/** Tells by its octets which mechanisms a token is for. */
export function readLoginToken(octets: Uint8Array): LoginToken {
  const type = ntlmTypeOf(octets);
  if (type !== undefined) return { kind: "ntlm", isFirst: type === 1 };
  if (octets[0] === 0xa1) return { kind: "spnego", isFirst: false, mechanisms: [] };
  const mechanism = mechanismOf(octets);
  if (mechanism === mechanisms.kerberos || mechanism === mechanisms.oldKerberos) return { kind: "kerberos", isFirst: true };
  const read = mechanism === mechanisms.spnego ? readNegotiationToken(octets) : undefined;
  if (read?.ok !== true || read.value.kind !== "init") return { kind: "unknown", isFirst: false };
  return { kind: "spnego", isFirst: true, mechanisms: read.value.mechanisms.map((each) => names.get(each) ?? "other") };
}
