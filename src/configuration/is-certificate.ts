/**
 * Is a text the base64 of a certificate's DER? Looks at its outermost shape: a SEQUENCE of a SEQUENCE (what is signed), a SEQUENCE (the
 * algorithm) and a BIT STRING (the signature), and nothing behind. Whether it is one that somebody issued shows when one is compared.
 */
export function isCertificate(base64: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(base64) || base64.length % 4 !== 0) return false;
  const bytes = decode(base64);
  const outer = elementAt(bytes, 0);
  if (outer?.tag !== sequence || outer.end !== bytes.length) return false;
  const tags: number[] = [];
  for (let at = outer.start; at < outer.end; ) {
    const inner = elementAt(bytes, at);
    if (inner === undefined || inner.end > outer.end) return false;
    tags.push(inner.tag);
    at = inner.end;
  }
  return tags.length === 3 && tags[0] === sequence && tags[1] === sequence && tags[2] === bitString;
}

const sequence = 0x30;
const bitString = 0x03;

/** Of definite length, in the shortest form that DER demands as far as it matters here. */
function elementAt(bytes: readonly number[], at: number): { readonly tag: number; readonly start: number; readonly end: number } | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 2 + count > bytes.length) return undefined;
  const length = bytes.slice(at + 2, at + 2 + count).reduce((value, byte) => value * 256 + byte, 0);
  return { tag, start: at + 2 + count, end: at + 2 + count + length };
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decode(base64: string): readonly number[] {
  const bytes: number[] = [];
  const text = base64.replace(/=+$/u, "");
  let bits = 0;
  let count = 0;
  for (const character of text) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}
