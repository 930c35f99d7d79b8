import { randomBytes } from "node:crypto";
import { channelBindingHash } from "../../src/protocol/auth/ntlm/channel-binding.js";
import { joinOctets } from "../../src/base/join-octets.js";
import { hasFlag, ntlmFlags } from "../../src/protocol/auth/ntlm/ntlm-flags.js";
import { ntHash, ntlmV2Key } from "../../src/protocol/auth/ntlm/ntlm-keys.js";
import { NtlmSession } from "../../src/protocol/auth/ntlm/ntlm-session.js";
import { Rc4 } from "../../src/protocol/auth/ntlm/rc4.js";
import { readTargetInformation, targetPairs, writeTargetInformation } from "../../src/protocol/auth/ntlm/target-information.js";
import { utf16 } from "../../src/protocol/auth/utf16.js";
import { nodeDigests } from "../../src/pipeline/node-digests.js";

export interface NtlmClientOptions {
  readonly user: string;
  readonly password: string;
  readonly domain?: string;
  /** Hash of the server's certificate, to bind the login to. */
  readonly certificateHash?: Uint8Array;
  /** MsvAvTargetName: the service it logs in to. */
  readonly targetName?: string;
  /** It says that it does not trust where it has that name from. */
  readonly isUntrusted?: boolean;
  /** Sends an integrity code; yes unless told. */
  readonly integrity?: boolean;
  /** Instead of the usual ones. */
  readonly flags?: number;
}

const usual =
  (ntlmFlags.unicode | ntlmFlags.requestTarget | ntlmFlags.sign | ntlmFlags.seal | ntlmFlags.ntlm | ntlmFlags.alwaysSign |
    ntlmFlags.extendedSessionSecurity | ntlmFlags.version | ntlmFlags.key128 | ntlmFlags.keyExchange) >>> 0;

/** The client's side of NTLM version 2, for tests that need a hand on each octet. */
export class NtlmClient {
  /** Known once the authenticate message is made. */
  session: NtlmSession | undefined;
  #negotiate: Buffer = Buffer.alloc(0);

  constructor(private readonly options: NtlmClientOptions) {}

  negotiate(): Buffer {
    const message = Buffer.alloc(40);
    message.write("NTLMSSP\0", "latin1");
    message.writeUInt32LE(1, 8);
    message.writeUInt32LE(this.options.flags ?? usual, 12);
    message.write("0a0063450000000f", 32, "hex");
    return (this.#negotiate = message);
  }

  authenticate(challenge: Buffer): Buffer {
    const { user, password, domain = "", certificateHash, integrity = true, targetName, isUntrusted = false } = this.options;
    const serverFlags = challenge.readUInt32LE(20);
    const at = challenge.readUInt32LE(44);
    const read = readTargetInformation(challenge.subarray(at, at + challenge.readUInt16LE(40)));
    if (!read.ok) throw new Error(read.error);
    const information = new Map(read.value);
    if (integrity || isUntrusted) information.set(targetPairs.flags, Uint8Array.of((integrity ? 2 : 0) | (isUntrusted ? 4 : 0), 0, 0, 0));
    if (targetName !== undefined) information.set(targetPairs.targetName, utf16.encode(targetName));
    if (certificateHash !== undefined) information.set(targetPairs.channelBindings, channelBindingHash(certificateHash, nodeDigests));
    const blob = joinOctets(Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0), information.get(targetPairs.timestamp)!, randomBytes(8), new Uint8Array(4), writeTargetInformation(information), new Uint8Array(4));
    const key = ntlmV2Key(ntHash(password), user, domain, nodeDigests);
    const proof = nodeDigests.hmacMd5(key, challenge.subarray(24, 32), blob);
    const base = nodeDigests.hmacMd5(key, proof);
    const exchanges = hasFlag(serverFlags, ntlmFlags.keyExchange);
    const sessionKey = exchanges ? randomBytes(16) : base;
    const text = (value: string): Uint8Array => (hasFlag(serverFlags, ntlmFlags.unicode) ? utf16.encode(value) : Buffer.from(value, "latin1"));
    const message = layOut(serverFlags, {
      28: text(domain), 36: text(user), 44: text("CLIENT"), 12: new Uint8Array(24), 20: joinOctets(proof, blob), 52: exchanges ? new Rc4(base).apply(sessionKey) : new Uint8Array(0),
    });
    if (integrity) message.set(nodeDigests.hmacMd5(sessionKey, this.#negotiate, challenge, message), 72);
    this.session = new NtlmSession({ sessionKey, flags: serverFlags }, nodeDigests, "client");
    return message;
  }
}

/** @param fields by where they stand in the header */
function layOut(flags: number, fields: Readonly<Record<number, Uint8Array>>): Buffer {
  const header = Buffer.alloc(88);
  header.write("NTLMSSP\0", "latin1");
  header.writeUInt32LE(3, 8);
  header.writeUInt32LE(flags, 60);
  let at = header.length;
  for (const [place, octets] of Object.entries(fields)) {
    header.writeUInt16LE(octets.length, Number(place));
    header.writeUInt16LE(octets.length, Number(place) + 2);
    header.writeUInt32LE(at, Number(place) + 4);
    at += octets.length;
  }
  return Buffer.concat([header, ...Object.values(fields)]);
}
