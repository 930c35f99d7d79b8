import type { Random } from "./random.js";

/** Octets that mean something to a decoder or a parser. */
const telling = [0x00, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x2d, 0x2f, 0x3a, 0x3b, 0x3c, 0x3e, 0x5d, 0x7f, 0x80, 0xbf, 0xc0, 0xc3, 0xed, 0xef, 0xf4, 0xfe, 0xff];

/** One to four small changes: an octet flipped, set, put in or taken out; a piece cut off, doubled or moved. */
export function mutateOctets(octets: Uint8Array, random: Random): Uint8Array {
  let text = Buffer.from(octets);
  for (let times = 1 + random.below(4); times > 0 && text.length > 0; times--) {
    const at = random.below(text.length);
    const length = 1 + random.below(Math.min(40, text.length - at));
    switch (random.below(7)) {
      case 0: text[at]! ^= 1 << random.below(8); break;
      case 1: text[at] = random.pick(telling); break;
      case 2: text = Buffer.concat([text.subarray(0, at), Buffer.from([random.pick(telling)]), text.subarray(at)]); break;
      case 3: text = Buffer.concat([text.subarray(0, at), text.subarray(at + length)]); break;
      case 4: text = Buffer.concat([text.subarray(0, at + length), text.subarray(at)]); break;
      case 5: if (random.below(4) === 0) text = text.subarray(0, at); break;
      default: {
        const to = random.below(text.length);
        text = Buffer.concat([text.subarray(0, to), text.subarray(at, at + length), text.subarray(to)]);
      }
    }
  }
  return text;
}
