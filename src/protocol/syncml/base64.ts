/** RFC 4648, 4. */
export function toBase64(octets: Uint8Array): string {
  const pieces: string[] = [];
  // As many arguments as a call can take anywhere.
  for (let at = 0; at < octets.length; at += 8192) pieces.push(String.fromCharCode(...octets.subarray(at, at + 8192)));
  return btoa(pieces.join(""));
}
