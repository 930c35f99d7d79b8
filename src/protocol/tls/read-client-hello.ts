/** What a client's first octets are. */
export type ClientHello =
  /** Not enough has come to say; there is no use in looking before there are `least` octets. */
  | { readonly kind: "incomplete"; readonly least: number }
  /** No ClientHello, or one larger than any client sends. */
  | { readonly kind: "refused" }
  /** The host name that it asks for, lower case; `undefined`: none. */
  | { readonly kind: "read"; readonly serverName: string | undefined };

/** Octets; clients with many keys and tickets send 2 to 3 kB. */
export const largestClientHello = 32_768;

/** Records that a hello may be spread over: no client of good faith needs three. */
const mostRecords = 16;

const refused: ClientHello = { kind: "refused" };

/**
 * Finds the server name in what a TLS client sends first (RFC 8446 4.1.2, 5.1; RFC 6066 3). A hello may be spread over several records.
 * @param octets all that have come so far
 */
export function readClientHello(octets: Uint8Array): ClientHello {
  const gathered = gather(octets);
  if (!(gathered instanceof Uint8Array)) return gathered;
  const reader = new Reader(gathered);
  // Version and random; session, cipher suites, compression methods.
  reader.skip(2 + 32);
  reader.vector(1);
  reader.vector(2);
  reader.vector(1);
  // A hello without extensions ends here.
  if (reader.isAtEnd) return { kind: "read", serverName: undefined };
  const extensions = new Reader(reader.vector(2));
  if (!reader.isAtEnd) return refused;
  let serverName: string | undefined;
  while (!extensions.isAtEnd) {
    const type = extensions.number(2);
    const content = extensions.vector(2);
    if (type !== 0 || extensions.isBroken) continue;
    const name = readServerName(content);
    if (name === undefined || serverName !== undefined) return refused;
    serverName = name;
  }
  return extensions.isBroken ? refused : { kind: "read", serverName };
}

/** The handshake message out of its records, without its head. */
function gather(octets: Uint8Array): Uint8Array | ClientHello {
  const message = new Uint8Array(Math.min(octets.length, largestClientHello));
  let length = 0;
  let wanted: number | undefined;
  let at = 0;
  for (let records = 0; records < mostRecords; records++) {
    // ContentType handshake, version 3.x.
    if ((octets.length > at && octets[at] !== 22) || (octets.length > at + 1 && octets[at + 1] !== 3)) return refused;
    if (octets.length < at + 5) return { kind: "incomplete", least: at + 5 };
    const size = octets[at + 3]! * 256 + octets[at + 4]!;
    if (size === 0 || size > 16_384 || length + size > largestClientHello) return refused;
    const piece = octets.subarray(at + 5, at + 5 + size);
    message.set(piece, length);
    const before = length;
    length += piece.length;
    if (length > 0 && message[0] !== 1) return refused;
    if (length >= 4) wanted = message[1]! * 65_536 + message[2]! * 256 + message[3]! + 4;
    if (wanted !== undefined && wanted > largestClientHello) return refused;
    if (wanted !== undefined && length >= wanted) return message.subarray(4, wanted);
    if (piece.length < size) return { kind: "incomplete", least: at + 5 + Math.min(size, (wanted ?? 4) - before) };
    at += 5 + size;
  }
  return refused;
}

/** @returns `undefined` for a list that is not as RFC 6066 has it */
function readServerName(content: Uint8Array): string | undefined {
  const outer = new Reader(content);
  const list = new Reader(outer.vector(2));
  const type = list.number(1);
  const name = list.vector(2);
  if (outer.isBroken || list.isBroken || !outer.isAtEnd || !list.isAtEnd || type !== 0 || name.length === 0 || name.length > 255) return undefined;
  const text = String.fromCharCode(...name).toLowerCase();
  return /^[\x21-\x7e]+$/u.test(text) ? text : undefined;
}

/** Reads on; behind the end it gives nothing and remembers that. */
class Reader {
  isBroken = false;
  #at = 0;

  constructor(private readonly octets: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.isBroken || this.#at >= this.octets.length;
  }

  skip(count: number): void {
    this.#take(count);
  }

  number(size: 1 | 2): number {
    return this.#take(size).reduce((sum, octet) => sum * 256 + octet, 0);
  }

  /** Octets behind their length. */
  vector(size: 1 | 2): Uint8Array {
    return this.#take(this.number(size));
  }

  #take(count: number): Uint8Array {
    const taken = this.octets.subarray(this.#at, this.#at + count);
    if (taken.length < count) this.isBroken = true;
    this.#at += taken.length;
    return taken;
  }
}
