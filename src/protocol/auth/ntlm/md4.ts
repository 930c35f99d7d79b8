/** MD4 (RFC 1320): of a password in UTF-16 it is the NT hash. Nothing else here may use it. */
export function md4(message: Uint8Array): Uint8Array {
  const padded = pad(message);
  const view = new DataView(padded.buffer);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  const words = new Int32Array(16);
  for (let block = 0; block < padded.length; block += 64) {
    for (let index = 0; index < 16; index++) words[index] = view.getInt32(block + index * 4, true);
    mix(state, words);
  }
  const digest = new Uint8Array(16);
  state.forEach((word, index) => new DataView(digest.buffer).setInt32(index * 4, word, true));
  return digest;
}

function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n, true);
  return padded;
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** Each round: its function, its constant, the order of the words, the rotations. */
const rounds = [
  { mixed: (x: number, y: number, z: number) => (x & y) | (~x & z), constant: 0, order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], turns: [3, 7, 11, 19] },
  { mixed: (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z), constant: 0x5a827999, order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15], turns: [3, 5, 9, 13] },
  { mixed: (x: number, y: number, z: number) => x ^ y ^ z, constant: 0x6ed9eba1, order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], turns: [3, 9, 11, 15] },
] as const;

function mix(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (const { mixed, constant, order, turns } of rounds) {
    for (let step = 0; step < 16; step++) {
      const turned = rotate((a + mixed(b, c, d) + words[order[step]!]! + constant) | 0, turns[step % 4]!);
      [a, b, c, d] = [d, turned, b, c];
    }
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
}
