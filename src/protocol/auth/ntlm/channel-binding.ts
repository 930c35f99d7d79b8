import { equalOctets } from "../equal-octets.js";
import { joinOctets } from "../../../base/join-octets.js";
import type { Digests } from "../digests.js";
import { targetPairs, type TargetInformation } from "./target-information.js";

const prefix = Uint8Array.from("tls-server-end-point:", (letter) => letter.charCodeAt(0));

/** MD5 of gss_channel_bindings_struct without addresses, for a certificate's hash (RFC 5929 4, RFC 2744 3.11). */
export function channelBindingHash(certificateHash: Uint8Array, { md5 }: Digests): Uint8Array {
  const data = joinOctets(prefix, certificateHash);
  return md5(new Uint8Array(16), Uint8Array.of(data.length & 0xff, data.length >> 8, 0, 0), data);
}

/**
 * IIS's `tokenChecking`: is the login bound to the TLS connection that it came on?
 * @param certificateHash `undefined` without TLS, where nothing can be bound
 * @returns why not; `undefined` when it may go on
 */
export function checkChannelBinding(
  information: TargetInformation, certificateHash: Uint8Array | undefined, tokenChecking: "None" | "Allow" | "Require", digests: Digests,
): string | undefined {
  if (tokenChecking === "None") return undefined;
  const sent = information.get(targetPairs.channelBindings);
  const isSent = sent?.some((octet) => octet !== 0) === true;
  if (!isSent) return tokenChecking === "Require" ? 'the client sent no channel binding, and extendedProtection tokenChecking="Require" wants one' : undefined;
  if (certificateHash === undefined) return "the client sent a channel binding, but there is no TLS here that it could be of: somebody stands between";
  return equalOctets(sent, channelBindingHash(certificateHash, digests)) ? undefined : "the channel binding is that of another TLS connection: somebody stands between";
}
