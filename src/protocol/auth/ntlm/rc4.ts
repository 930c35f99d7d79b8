/** RC4: a stream of octets from a key. Its state goes on from call to call. */
export class Rc4 {
  readonly #state = Uint8Array.from({ length: 256 }, (_, index) => index);
  #i = 0;
  #j = 0;

  constructor(key: Uint8Array) {
    const state = this.#state;
    for (let i = 0, j = 0; i < 256; i++) {
      const kept = state[i]!;
      j = (j + kept + key[i % key.length]!) & 0xff;
      state[i] = state[j]!;
      state[j] = kept;
    }
  }

  /** Encrypts, or decrypts, which is the same. */
  apply(octets: Uint8Array): Uint8Array {
    const state = this.#state;
    const result = new Uint8Array(octets.length);
    let i = this.#i;
    let j = this.#j;
    for (let at = 0; at < octets.length; at++) {
      i = (i + 1) & 0xff;
      const one = state[i]!;
      j = (j + one) & 0xff;
      const other = state[j]!;
      state[i] = other;
      state[j] = one;
      result[at] = octets[at]! ^ state[(one + other) & 0xff]!;
    }
    this.#i = i;
    this.#j = j;
    return result;
  }
}
