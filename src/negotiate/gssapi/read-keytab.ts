import { fail, ok, type Result } from "../../base/result.js";

/** One key of a keytab, without the key. */
export interface KeytabEntry {
  /** `HTTP/server.example.com@EXAMPLE.COM`. */
  readonly principal: string;
  readonly keyVersion: number;
  /** Number of the encryption type (RFC 3961). */
  readonly encryption: number;
}

/** Reads a keytab of MIT's format, version 2 (0x0502): records behind a length each, big endian; a negative length is a hole. */
export function readKeytab(octets: Uint8Array): Result<readonly KeytabEntry[], string> {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.length);
  if (octets.length < 2 || view.getUint16(0) !== 0x0502) return fail("it is not a keytab (version 0x0502)");
  const entries: KeytabEntry[] = [];
  let at = 2;
  while (at + 4 <= octets.length) {
    const length = view.getInt32(at);
    at += 4;
    if (length === 0) break;
    const end = at + Math.abs(length);
    if (end > octets.length) return fail(`it is cut off at octet ${octets.length}`);
    const entry = length < 0 ? undefined : readEntry(new DataView(octets.buffer, octets.byteOffset + at, length));
    if (length > 0 && entry === undefined) return fail(`the entry at octet ${at - 4} cannot be read`);
    if (entry !== undefined) entries.push(entry);
    at = end;
  }
  return ok(entries);
}

function readEntry(view: DataView): KeytabEntry | undefined {
  let at = 0;
  const number = (size: 1 | 2 | 4): number => {
    at += size;
    return size === 1 ? view.getUint8(at - 1) : size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  };
  const text = (): string => {
    const length = number(2);
    at += length;
    return Buffer.from(view.buffer, view.byteOffset + at - length, length).toString("utf8");
  };
  try {
    const components = number(2);
    const realm = text();
    const names = Array.from({ length: components }, text);
    number(4); // name type
    number(4); // when it was written
    const shortVersion = number(1);
    const encryption = number(2);
    const keyLength = number(2);
    at += keyLength;
    const keyVersion = view.byteLength - at >= 4 ? number(4) || shortVersion : shortVersion;
    return at > view.byteLength ? undefined : { principal: `${names.join("/")}@${realm}`, keyVersion, encryption };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
