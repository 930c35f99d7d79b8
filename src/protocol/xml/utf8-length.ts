/** Octets of the text in UTF-8, without encoding it. A lone surrogate counts three, like the U+FFFD it would become. */
export function utf8Length(text: string): number {
  let octets = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    octets += unit < 0x800 ? 1 : 2;
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const low = text.charCodeAt(at + 1);
    // A pair is two units and four octets.
    if (low >= 0xdc00 && low <= 0xdfff) at++;
  }
  return octets;
}
