import { isIP } from "node:net";
import { fail, ok, type Result } from "../../base/result.js";

/** Where a client is, as a proxy says it. */
export interface ForwardedAddress {
  /** An IPv4 or IPv6 literal; IPv4 also where the proxy writes it as IPv6. */
  readonly address: string;
  /** 0: not said. */
  readonly port: number;
}

/**
 * Reads `X-Forwarded-For` from the right, one entry for each proxy that is believed: what stands further left is what a client said.
 * Entries are addresses, with a port or without: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`.
 * @returns nothing where the proxy does not know it (`unknown`); the reason for a 400 when it is no address
 */
export function parseForwardedFor(value: string, hops: number): Result<ForwardedAddress | undefined, string> {
  const entry = fromRight(value, hops);
  if (entry === "" || entry.toLowerCase() === "unknown") return ok(undefined);
  const bracketed = /^\[([^\]]*)\](?::(\d{1,5}))?$/u.exec(entry);
  const dotted = /^([\d.]+):(\d{1,5})$/u.exec(entry);
  const address = bracketed?.[1] ?? dotted?.[1] ?? entry;
  const port = Number(bracketed?.[2] ?? dotted?.[2] ?? 0);
  const version = isIP(address);
  if (version === 0 || address.includes("%") || (bracketed !== null && version !== 6) || port > 65_535) return fail("the client's address is none");
  return ok({ address: plainAddress(address), port });
}

/** The entry of a list that the outermost of so many proxies wrote; where there are fewer, the first. */
export function fromRight(list: string, hops: number): string {
  const entries = list.split(",");
  return entries[Math.max(0, entries.length - hops)]!.trim();
}

/** An IPv4 address that came in an IPv6 one (`::ffff:192.0.2.1`) as itself. */
export const plainAddress = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1] ?? address;
