/**
 * The octets of the blocks of one kind in a PEM text (RFC 7468).
 * @param label `CERTIFICATE`, `X509 CRL`
 * @returns in order; `undefined` for a block that is no base64
 */
export function pemBlocks(text: string, label: string): readonly (Uint8Array | undefined)[] {
  const begin = `-----BEGIN ${label}-----`;
  const end = `-----END ${label}-----`;
  const blocks: (Uint8Array | undefined)[] = [];
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + begin.length)) {
    const stop = text.indexOf(end, at);
    blocks.push(stop < 0 ? undefined : octetsOf(text.slice(at + begin.length, stop)));
  }
  return blocks;
}

function octetsOf(base64: string): Uint8Array | undefined {
  const text = base64.replaceAll(/[ \t\r\n]/gu, "");
  if (text === "" || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
