import type { WbxmlProblem, WbxmlProblemCode } from "./document.js";

/** Thrown by the readers of this folder and caught by `readDocument`, which gives a `Result`. */
export class WbxmlError extends Error {
  readonly problem: WbxmlProblem;

  constructor(code: WbxmlProblemCode, offset: number, message: string) {
    super(message);
    this.name = "WbxmlError";
    this.problem = { code, offset, message };
  }
}

/** Octets and WBXML's numbers one after the other. Every method throws WbxmlError at the end of the octets. */
export class OctetReader {
  /** Of the next octet. */
  at = 0;

  readonly #octets: Uint8Array;

  constructor(octets: Uint8Array) {
    // Of what is handed in parts are handed out: plain octets, whatever kind of them these are.
    this.#octets = new Uint8Array(octets.buffer, octets.byteOffset, octets.length);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#octets.length;
  }

  octet(): number {
    const octet = this.#octets[this.at];
    if (octet === undefined) throw new WbxmlError("unexpected-end", this.at, "The document ends where something has to follow.");
    this.at++;
    return octet;
  }

  /** mb_u_int32 (WAP-192, 5.1): seven bits an octet, the highest first, no more than 32 of them. */
  number(): number {
    const start = this.at;
    let value = 0;
    for (let count = 0; count < 5; count++) {
      const octet = this.octet();
      value = value * 128 + (octet & 0x7f);
      if (octet < 0x80) {
        if (value <= 0xffff_ffff) return value;
        break;
      }
    }
    throw new WbxmlError("bad-number", start, "A number has more than 32 bits.");
  }

  /** The octets themselves, not a copy. What is said to be there is looked for before anything is made of it. */
  take(length: number): Uint8Array {
    if (length > this.#octets.length - this.at) throw new WbxmlError("unexpected-end", this.at, `The document says that ${String(length)} octets follow, and ${String(this.#octets.length - this.at)} do.`);
    return this.#octets.subarray(this.at, (this.at += length));
  }

  /** Up to a NUL, which is taken too. */
  takeUntilNul(): Uint8Array {
    const end = this.#octets.indexOf(0, this.at);
    if (end < 0) throw new WbxmlError("unexpected-end", this.at, "A text has no NUL at its end.");
    const text = this.#octets.subarray(this.at, end);
    this.at = end + 1;
    return text;
  }
}
