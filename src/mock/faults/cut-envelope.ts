/**
 * The first octets of an envelope, as they come from a service that ends in mid-sentence: the message is whole for HTTP, not for XML.
 * No character is cut in two, so that nothing but the end is missing.
 * @param octets UTF-8
 * @param after how many are left at most; half of them unless given
 */
export function cutEnvelope(octets: Uint8Array, after = Math.floor(octets.length / 2)): Uint8Array {
  let end = Math.max(0, Math.min(after, octets.length));
  while (end > 0 && end < octets.length && (octets[end]! & 0xc0) === 0x80) end--;
  return octets.subarray(0, end);
}
