import type { NegotiateContext, NegotiateProvider, NegotiateSchemeName, NegotiateTarget } from "../../base/negotiate-provider.js";
import { readFirstToken } from "../read-first-token.js";
import { GssapiContext } from "./gssapi-context.js";
import type { GssapiKeys } from "./gssapi-keys.js";

/** Kerberos with the keys of a keytab: alone, and within SPNEGO. */
export class GssapiProvider implements NegotiateProvider {
  readonly name = "gssapi";
  readonly schemes: readonly NegotiateSchemeName[] = ["Negotiate", "Kerberos"];
  readonly can = { sealing: true, mutualAuth: true, channelBinding: true };

  constructor(private readonly keys: GssapiKeys) {}

  /** Kerberos comes first in what the client would take, or is all of it that is known here. */
  accepts(scheme: NegotiateSchemeName, token: Uint8Array): boolean {
    if (scheme === "NTLM") return false;
    const first = readFirstToken(token);
    return first?.mechanism === "Kerberos" || (first?.mechanism === "other" && first.mechanisms.includes("Kerberos") && !first.mechanisms.includes("NTLM"));
  }

  begin(scheme: NegotiateSchemeName, target: NegotiateTarget): NegotiateContext {
    return new GssapiContext(this.keys, scheme, target);
  }
}
