import type { NegotiateContext, NegotiateProvider, NegotiateSchemeName, NegotiateTarget } from "../../base/negotiate-provider.js";
import { readFirstToken } from "../read-first-token.js";
import type { NodeSspi } from "./node-sspi.js";
import { SspiContext } from "./sspi-context.js";

/** Words of `Authorization` to packages of SSPI: the client's own word never reaches Windows. */
const packages = { Negotiate: "Negotiate", NTLM: "NTLM" } as const;

/**
 * Windows' own logins through node-sspi. It tells who it is and nothing more: the last token for the client is dropped there, so that there
 * is no mutual authentication, and the keys with it, so that nothing can be sealed; and it takes no channel binding.
 */
export class SspiProvider implements NegotiateProvider {
  readonly name = "node-sspi";
  readonly schemes: readonly NegotiateSchemeName[] = ["Negotiate", "NTLM"];
  readonly can = { sealing: false, mutualAuth: false, channelBinding: false };

  constructor(private readonly sspi: NodeSspi) {}

  accepts(scheme: NegotiateSchemeName, token: Uint8Array): boolean {
    const first = readFirstToken(token);
    return scheme === "Negotiate" ? first !== undefined : scheme === "NTLM" && first?.mechanism === "NTLM";
  }

  begin(scheme: NegotiateSchemeName, target: NegotiateTarget): NegotiateContext {
    return new SspiContext(this.sspi, scheme === "Kerberos" ? undefined : packages[scheme], target);
  }
}
