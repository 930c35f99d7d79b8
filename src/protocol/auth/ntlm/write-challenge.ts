import { joinOctets } from "../../../base/join-octets.js";
import { utf16 } from "../utf16.js";
import { viewOf, writeHead } from "./message-fields.js";
import { hasFlag, ntlmFlags } from "./ntlm-flags.js";
import { targetPairs, writeTargetInformation } from "./target-information.js";

const headerSize = 56;

/** What a client may propose and gets. */
const granted =
  ntlmFlags.requestTarget | ntlmFlags.sign | ntlmFlags.seal | ntlmFlags.ntlm | ntlmFlags.alwaysSign | ntlmFlags.extendedSessionSecurity |
  ntlmFlags.version | ntlmFlags.key128 | ntlmFlags.keyExchange | ntlmFlags.key56;

/** @returns the flags for a client that proposed those. Of a client that has no Unicode (curl's first message) names come as OEM text. */
export function challengeFlags(proposed: number): number {
  const charset = hasFlag(proposed, ntlmFlags.unicode) || !hasFlag(proposed, ntlmFlags.oem) ? ntlmFlags.unicode : ntlmFlags.oem;
  return ((proposed & granted) | charset | ntlmFlags.ntlm | ntlmFlags.targetInfo | ntlmFlags.targetTypeServer) >>> 0;
}

/**
 * Writes a CHALLENGE_MESSAGE (MS-NLMP 2.2.1.2).
 * @param flags of `challengeFlags`
 * @param challenge eight random octets, new for every login
 * @param computer name of this machine; the only name that it answers for
 * @param time FILETIME: units of 100 ns since 1601
 */
export function writeChallenge({ flags, challenge, computer, time }: {
  readonly flags: number;
  readonly challenge: Uint8Array;
  readonly computer: string;
  readonly time: bigint;
}): Uint8Array {
  const short = computer.split(".")[0]!.toUpperCase();
  const target = hasFlag(flags, ntlmFlags.unicode) ? utf16.encode(short) : Uint8Array.from(short, (letter) => letter.charCodeAt(0) & 0x7f);
  const stamp = new Uint8Array(8);
  viewOf(stamp).setBigUint64(0, time, true);
  const information = writeTargetInformation([
    [targetPairs.domainName, utf16.encode(short)],
    [targetPairs.computerName, utf16.encode(short)],
    [targetPairs.dnsComputerName, utf16.encode(computer)],
    [targetPairs.timestamp, stamp],
  ]);
  const header = new Uint8Array(headerSize);
  writeHead(header, 2);
  const view = viewOf(header);
  const place = (at: number, length: number, offset: number): void => {
    view.setUint16(at, length, true);
    view.setUint16(at + 2, length, true);
    view.setUint32(at + 4, offset, true);
  };
  place(12, target.length, headerSize);
  view.setUint32(20, flags, true);
  header.set(challenge, 24);
  place(40, information.length, headerSize + target.length);
  // The version that implementations other than Windows give: all zero but the revision of the protocol.
  if (hasFlag(flags, ntlmFlags.version)) header[55] = 15;
  return joinOctets(header, target, information);
}
