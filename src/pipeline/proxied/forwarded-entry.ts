import { parseIpAddress } from "../../base/ip-address.js";

/** Where a client is, as a proxy says it. */
export interface ForwardedAddress {
  /** An IPv4 or IPv6 literal without a zone, as it was written. */
  readonly address: string;
  /** 0: not said. */
  readonly port: number;
}

/**
 * One entry of `X-Forwarded-For`, an address with a port or without: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`.
 * @returns `undefined` when it is none
 */
export function forwardedEntry(text: string): ForwardedAddress | undefined {
  const entry = text.trim();
  const bracketed = /^\[([^\]]*)\](?::(\d{1,5}))?$/u.exec(entry);
  const dotted = /^([\d.]+):(\d{1,5})$/u.exec(entry);
  const address = bracketed?.[1] ?? dotted?.[1] ?? entry;
  const port = Number(bracketed?.[2] ?? dotted?.[2] ?? 0);
  // Brackets are for IPv6 only; a zone is of another machine's interfaces.
  const isLiteral = parseIpAddress(address) !== undefined && !address.includes("%") && (bracketed === null || address.includes(":"));
  return isLiteral && port <= 65_535 ? { address, port } : undefined;
}
