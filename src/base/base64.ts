/** RFC 4648, 4. */
export function toBase64(octets: Uint8Array): string {
  const pieces: string[] = [];
  // As many arguments as a call can take anywhere.
  for (let at = 0; at < octets.length; at += 8192) pieces.push(String.fromCharCode(...octets.subarray(at, at + 8192)));
  return btoa(pieces.join(""));
}

/** White space is passed over; anything else that is none of the alphabet makes it no base64, and so does what is missing at its end. */
export function fromBase64(text: string): Uint8Array | undefined {
  const letters = text.replace(/[\t\n\r ]+/g, "");
  if (letters.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(letters)) return undefined;
  try {
    return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
