/** MIBenum numbers (IANA) of the charsets that are read; 0 says nothing and is taken for UTF-8. */
const names: ReadonlyMap<number, "us-ascii" | "iso-8859-1" | "utf-8"> = new Map([[0, "utf-8"], [3, "us-ascii"], [4, "iso-8859-1"], [106, "utf-8"]]);

/** UTF-8. */
export const utf8 = 106;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @returns makes text of octets, or gives `undefined` for octets that are none; nothing for a charset that is not supported */
export function decoderOf(charset: number): ((octets: Uint8Array) => string | undefined) | undefined {
  const name = names.get(charset);
  if (name === undefined) return undefined;
  if (name === "iso-8859-1") return (octets) => Array.from(octets, (octet) => String.fromCharCode(octet)).join("");
  return (octets) => (name === "us-ascii" && octets.some((octet) => octet > 0x7f) ? undefined : decodeUtf8(octets));
}

/** @returns `undefined` for octets that are not UTF-8 */
export function decodeUtf8(octets: Uint8Array): string | undefined {
  try {
    return strict.decode(octets);
  } catch {
    return undefined;
  }
}
