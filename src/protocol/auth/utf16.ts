/** Text as UTF-16, the low octet first, as NTLM writes it. */
export const utf16 = {
  encode(text: string): Uint8Array {
    const octets = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      octets[index * 2] = unit & 0xff;
      octets[index * 2 + 1] = unit >> 8;
    }
    return octets;
  },
  /** @param octets of an even number; an odd one at the end is dropped */
  decode(octets: Uint8Array): string {
    let text = "";
    for (let at = 0; at + 1 < octets.length; at += 2) text += String.fromCharCode(octets[at]! | (octets[at + 1]! << 8));
    return text;
  },
};
