import type { NegotiateContext, NegotiateProvider, NegotiateSchemeName, NegotiateTarget } from "../../base/negotiate-provider.js";
import { readFirstToken } from "../read-first-token.js";
import type { Keytab } from "./find-keytab.js";
import { GssapiContext } from "./gssapi-context.js";
import type { GssHandle, GssLibrary } from "./gss-library.js";

/** Kerberos with the keys of a keytab: alone, and within SPNEGO. */
export class GssapiProvider implements NegotiateProvider {
  readonly name = "gssapi";
  readonly schemes: readonly NegotiateSchemeName[] = ["Negotiate", "Kerberos"];
  readonly can = { sealing: true, mutualAuth: true, channelBinding: true };
  #credential: GssHandle;
  #closed = false;
  /** Calls that are using the credential. */
  #users = 0;

  constructor(readonly library: GssLibrary, credential: GssHandle, readonly keytab: Keytab, readonly servicePrincipalNames: readonly string[]) {
    this.#credential = credential;
  }

  /** Kerberos comes first in what the client would take, or is all of it that is known here. */
  accepts(scheme: NegotiateSchemeName, token: Uint8Array): boolean {
    if (scheme === "NTLM") return false;
    const first = readFirstToken(token);
    return first?.mechanism === "Kerberos" || (first?.mechanism === "other" && first.mechanisms.includes("Kerberos") && !first.mechanisms.includes("NTLM"));
  }

  begin(scheme: NegotiateSchemeName, target: NegotiateTarget): NegotiateContext {
    return new GssapiContext(this, scheme, target);
  }

  /** Runs a call with the keys. @returns `undefined` when the provider was closed before */
  async use<T>(call: (credential: GssHandle) => Promise<T>): Promise<T | undefined> {
    if (this.#closed) return undefined;
    this.#users++;
    try {
      return await call(this.#credential);
    } finally {
      this.#users--;
      this.#release();
    }
  }

  close(): void {
    this.#closed = true;
    this.#release();
  }

  #release(): void {
    if (!this.#closed || this.#users > 0) return;
    this.library.releaseCredential(this.#credential);
    this.#credential = null;
  }
}
