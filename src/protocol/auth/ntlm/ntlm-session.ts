import { equalOctets } from "../equal-octets.js";
import { joinOctets } from "../../../base/join-octets.js";
import type { Digests } from "../digests.js";
import { viewOf } from "./message-fields.js";
import { hasFlag, ntlmFlags } from "./ntlm-flags.js";
import { Rc4 } from "./rc4.js";
import type { NtlmAgreement } from "./verify-authenticate.js";

type Side = "client" | "server";

const signatureSize = 16;

/** One direction: what one side signs and seals, the other checks and opens. */
class Direction {
  readonly #signingKey: Uint8Array;
  readonly #sealingKey: Uint8Array;
  readonly #isExchanged: boolean;
  readonly #digests: Digests;
  #cipher: Rc4;
  #sequence = 0;

  constructor({ sessionKey, flags }: NtlmAgreement, from: Side, digests: Digests) {
    this.#digests = digests;
    this.#isExchanged = hasFlag(flags, ntlmFlags.keyExchange);
    this.#signingKey = digests.md5(sessionKey, magic(from, "signing"));
    const strength = hasFlag(flags, ntlmFlags.key128) ? 16 : hasFlag(flags, ntlmFlags.key56) ? 7 : 5;
    this.#sealingKey = digests.md5(sessionKey.subarray(0, strength), magic(from, "sealing"));
    this.#cipher = new Rc4(this.#sealingKey);
  }

  /** Octets encrypted or decrypted with the stream as it goes on. */
  encrypt(octets: Uint8Array): Uint8Array {
    return this.#cipher.apply(octets);
  }

  /** MS-NLMP 3.4.4.2. To be called behind `encrypt` of the same message, with its plain text. */
  signature(plain: Uint8Array): Uint8Array {
    const sequence = new Uint8Array(4);
    viewOf(sequence).setUint32(0, this.#sequence, true);
    this.#sequence = (this.#sequence + 1) >>> 0;
    const sum = this.#digests.hmacMd5(this.#signingKey, sequence, plain).subarray(0, 8);
    return joinOctets(Uint8Array.of(1, 0, 0, 0), this.#isExchanged ? this.#cipher.apply(sum) : sum, sequence);
  }

  restart(): void {
    this.#cipher = new Rc4(this.#sealingKey);
  }
}

const magic = (from: Side, use: "signing" | "sealing"): Uint8Array =>
  Uint8Array.from(`session key to ${from === "client" ? "client-to-server" : "server-to-client"} ${use} key magic constant\0`, (letter) => letter.charCodeAt(0));

/** Signing and sealing with the key that a login agreed on, extended session security only. Messages are to come in their order. */
export class NtlmSession {
  readonly #own: Direction;
  readonly #peer: Direction;

  /** @param side of this program */
  constructor(agreement: NtlmAgreement, digests: Digests, side: Side = "server") {
    this.#own = new Direction(agreement, side, digests);
    this.#peer = new Direction(agreement, side === "server" ? "client" : "server", digests);
  }

  /** May bodies be sealed with it? With extended session security and a key of 128 bits. */
  static canSeal({ flags }: NtlmAgreement): boolean {
    return hasFlag(flags, ntlmFlags.extendedSessionSecurity) && hasFlag(flags, ntlmFlags.key128);
  }

  sign(message: Uint8Array): Uint8Array {
    return this.#own.signature(message);
  }

  /** Is this the signature that the other side's next message of this text has? */
  verify(signature: Uint8Array, message: Uint8Array): boolean {
    return equalOctets(signature, this.#peer.signature(message));
  }

  seal(plain: Uint8Array): { readonly signature: Uint8Array; readonly sealed: Uint8Array } {
    const sealed = this.#own.encrypt(plain);
    return { signature: this.#own.signature(plain), sealed };
  }

  /** @returns `undefined` when the signature is not right; the session is of no use then */
  open(signature: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    if (signature.length !== signatureSize) return undefined;
    const plain = this.#peer.encrypt(sealed);
    return equalOctets(signature, this.#peer.signature(plain)) ? plain : undefined;
  }

  /** After the integrity codes of SPNEGO the streams begin anew, as Windows has them, while the numbers of the messages go on. */
  restart(): void {
    this.#own.restart();
    this.#peer.restart();
  }
}
