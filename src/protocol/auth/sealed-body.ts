/**
 * Bodies of multipart/encrypted (MS-WSMV 2.2.9.1): two parts, of which the first says what is in the second: length of the signature,
 * signature, ciphertext. Cut by these lengths, never by looking for the boundary, which ciphertext may hold.
 */
import { fail, ok, type Result } from "../../base/result.js";
import { joinOctets } from "../../base/join-octets.js";

/** The words of the content types that can be opened, without `application/`. */
const words = ["HTTP-SPNEGO-session-encrypted", "HTTP-Kerberos-session-encrypted"] as const;

/** What the content type of a sealed request says. */
export interface SealedType {
  /** `application/HTTP-SPNEGO-session-encrypted`, spelled so. */
  readonly protocol: string;
  readonly boundary: string;
}

/** @returns the word and the boundary; `undefined` for a type that is not sealed, a reason for one that cannot be opened */
export function readSealedType(contentType: string): SealedType | string | undefined {
  const type = contentType.split(";", 1)[0]!.trim().toLowerCase();
  if (type === "multipart/x-multi-encrypted") return "bodies in several sealed pieces, which CredSSP makes, are not understood";
  if (type !== "multipart/encrypted") return undefined;
  const protocol = parameter(contentType, "protocol");
  const boundary = parameter(contentType, "boundary");
  const word = words.find((each) => `application/${each}`.toLowerCase() === protocol?.toLowerCase());
  if (word === undefined) return `the protocol of a sealed body is one of ${words.map((each) => `application/${each}`).join(", ")}`;
  if (boundary === undefined || boundary === "" || boundary.length > 70) return "a sealed body has a boundary of 1 to 70 characters";
  return { protocol: `application/${word}`, boundary };
}

function parameter(contentType: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, "iu").exec(contentType);
  return match?.[1] ?? match?.[2];
}

/** A sealed body taken apart. */
export interface SealedBody {
  /** Content type of the message inside: `application/soap+xml;charset=UTF-8`. */
  readonly type: string;
  readonly signature: Uint8Array;
  readonly data: Uint8Array;
}

/** Longest line of the text around the ciphertext. */
const longestLine = 512;
/** Longest signature: Kerberos has 60 octets with AES. */
const longestSignature = 1024;

/** Reads a body of one message. Lines may begin with a TAB or without, as clients do both. */
export function readSealedBody(body: Uint8Array, { protocol, boundary }: SealedType): Result<SealedBody, string> {
  const lines = new Lines(body);
  if (lines.next() !== `--${boundary}`) return fail("it does not begin with its boundary");
  const head = lines.fieldsUntil(`--${boundary}`);
  if (head === undefined) return fail("its first part does not end");
  if (head.get("content-type")?.toLowerCase() !== protocol.toLowerCase()) return fail("its first part is of another type than its content type says");
  const original = /^type=(.+?)\s*;\s*length=(\d{1,10})$/iu.exec(head.get("originalcontent") ?? "");
  if (original === null) return fail("it has no OriginalContent with type and Length");
  if (!/^content-type:\s*application\/octet-stream$/iu.test(lines.next()?.trim() ?? "")) return fail("its second part is not application/octet-stream");
  const rest = lines.rest;
  if (rest.length < 4) return fail("it is cut short");
  const signatureLength = new DataView(rest.buffer, rest.byteOffset).getUint32(0, true);
  if (signatureLength > longestSignature || 4 + signatureLength > rest.length) return fail("its signature is longer than it is");
  const from = 4 + signatureLength;
  const to = from + Number(original[2]);
  const end = `--${boundary}--`;
  const tail = to > rest.length ? "" : String.fromCharCode(...rest.subarray(to, to + end.length + 4));
  if (tail !== end && tail !== `${end}\r\n`) return fail("its octets are not as many as its Length says");
  return ok({ type: original[1]!, signature: rest.subarray(4, from), data: rest.subarray(from, to) });
}

/** Lines of ASCII at the head of octets. */
class Lines {
  rest: Uint8Array;

  constructor(octets: Uint8Array) {
    this.rest = octets;
  }

  /** @returns `undefined` when no line ends soon enough */
  next(): string | undefined {
    const end = this.rest.subarray(0, longestLine).indexOf(0x0a);
    if (end < 1 || this.rest[end - 1] !== 0x0d) return undefined;
    const line = String.fromCharCode(...this.rest.subarray(0, end - 1));
    this.rest = this.rest.subarray(end + 1);
    return line;
  }

  /** @returns fields by their names in lower case, up to the line that is the boundary; `undefined` when it does not come */
  fieldsUntil(boundary: string): ReadonlyMap<string, string> | undefined {
    const fields = new Map<string, string>();
    for (let count = 0; count < 8; count++) {
      const line = this.next();
      if (line === undefined) return undefined;
      if (line === boundary) return fields;
      const colon = line.indexOf(":");
      if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    }
    return undefined;
  }
}

const boundary = "Encrypted Boundary";

/** Content type of a sealed answer. */
export const sealedContentType = (protocol: string): string => `multipart/encrypted;protocol="${protocol}";boundary="${boundary}"`;

/**
 * Writes a sealed body as Windows does, with TABs and with no line end in front of the last boundary.
 * @param type content type of the message inside
 * @param length octets of the message before it was sealed
 */
export function writeSealedBody(protocol: string, type: string, length: number, { header, data }: { readonly header: Uint8Array; readonly data: Uint8Array }): Uint8Array {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, header.length, true);
  return joinOctets(
    ascii(`--${boundary}\r\n\tContent-Type: ${protocol}\r\n\tOriginalContent: type=${type};Length=${length}\r\n--${boundary}\r\n\tContent-Type: application/octet-stream\r\n`),
    size, header, data, ascii(`--${boundary}--\r\n`),
  );
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
