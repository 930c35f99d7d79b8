const encoder = new TextEncoder();

/** Octets that grow. */
export class OctetWriter {
  #octets = new Uint8Array(256);
  #length = 0;

  octet(value: number): void {
    this.#make(1);
    this.#octets[this.#length++] = value;
  }

  /** mb_u_int32. @param value whole, 0 to 2^32 - 1 */
  number(value: number): void {
    const parts = [value % 128];
    for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) parts.unshift((rest % 128) | 0x80);
    for (const part of parts) this.octet(part);
  }

  octets(value: Uint8Array): void {
    this.#make(value.length);
    this.#octets.set(value, this.#length);
    this.#length += value.length;
  }

  /** UTF-8 with a NUL at its end. */
  text(value: string): void {
    this.octets(encoder.encode(value));
    this.octet(0);
  }

  get length(): number {
    return this.#length;
  }

  /** A copy. */
  written(): Uint8Array {
    return this.#octets.slice(0, this.#length);
  }

  #make(room: number): void {
    if (this.#length + room <= this.#octets.length) return;
    const larger = new Uint8Array(Math.max(this.#octets.length * 2, this.#length + room));
    larger.set(this.#octets);
    this.#octets = larger;
  }
}
