import { fail, ok, type Result } from "../../../base/result.js";
import { ntlmTypeOf, readPlace, viewOf } from "./message-fields.js";
import { hasFlag, ntlmFlags } from "./ntlm-flags.js";
import type { NtlmProblem } from "./ntlm-problem.js";

/** What a client proposes (MS-NLMP 2.2.1.1). Its domain and workstation are of no use here. */
export interface NegotiateMessage {
  readonly flags: number;
}

/**
 * Reads a NEGOTIATE_MESSAGE. There are ones of 16 octets, of 32 as curl's (no version, whatever the flag says), and of 40 with fields
 * behind them.
 */
export function readNegotiate(octets: Uint8Array): Result<NegotiateMessage, NtlmProblem> {
  const type = ntlmTypeOf(octets);
  if (type === undefined) return fail("not an NTLM message");
  if (type !== 1) return fail("an NTLM message of another type");
  if (octets.length < 16) return fail("a message that is cut short");
  const flags = viewOf(octets).getUint32(12, true);
  for (const [flag, at] of [[ntlmFlags.domainSupplied, 16], [ntlmFlags.workstationSupplied, 24]] as const) {
    if (!hasFlag(flags, flag)) continue;
    const place = readPlace(octets, at, 32);
    if (!place.ok) return place;
  }
  return ok({ flags });
}
