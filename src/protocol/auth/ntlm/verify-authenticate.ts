import { fail, ok, type Result } from "../../../base/result.js";
import { equalOctets } from "../equal-octets.js";
import type { Digests } from "../digests.js";
import { commonFlags } from "./ntlm-flags.js";
import { ntlmV2Key } from "./ntlm-keys.js";
import { Rc4 } from "./rc4.js";
import { withoutIntegrityCode, type AuthenticateMessage } from "./read-authenticate.js";

/** The messages of a login, octet by octet as they went. */
export interface NtlmExchange {
  readonly negotiate: Uint8Array;
  readonly challenge: Uint8Array;
  readonly authenticate: Uint8Array;
  /** The eight octets in the challenge. */
  readonly serverChallenge: Uint8Array;
  /** Flags of the challenge. */
  readonly flags: number;
}

/** What both sides know after a login. */
export interface NtlmAgreement {
  readonly sessionKey: Uint8Array;
  /** Flags that both sides set. */
  readonly flags: number;
}

/**
 * Does the client know the NT hash (MS-NLMP 3.3.2), and has nobody changed the messages (3.2.5.1.2)? All computations are made whatever
 * the outcome, so that its time tells nothing.
 * @param hash of the account; any other one for an account that there is not
 */
export function verifyAuthenticate(exchange: NtlmExchange, message: AuthenticateMessage, hash: Uint8Array, digests: Digests): Result<NtlmAgreement, "wrong-password" | "changed-message"> {
  const { hmacMd5 } = digests;
  const key = ntlmV2Key(hash, message.user, message.domain, digests);
  const proof = hmacMd5(key, exchange.serverChallenge, message.blob);
  const baseKey = hmacMd5(key, proof);
  const sessionKey = message.sessionKey === undefined ? baseKey : new Rc4(baseKey).apply(message.sessionKey);
  const code = hmacMd5(sessionKey, exchange.negotiate, exchange.challenge, withoutIntegrityCode(exchange.authenticate));
  if (!equalOctets(proof, message.proof)) return fail("wrong-password");
  // Whether there is a code is part of what the proof is about: nobody between could take it away.
  if (message.integrityCode !== undefined && !equalOctets(code, message.integrityCode)) return fail("changed-message");
  return ok({ sessionKey, flags: commonFlags(exchange.flags, message.flags) });
}
