import { fail, ok, type Result } from "../../base/result.js";
import { forwardedEntry, type ForwardedAddress } from "./forwarded-entry.js";

/**
 * Reads `X-Forwarded-For` from the right, one entry for each proxy that is believed: what stands further left is what a client said.
 * @returns nothing where the proxy does not know it (`unknown`); the reason for a 400 when it is no address
 */
export function parseForwardedFor(value: string, hops: number): Result<ForwardedAddress | undefined, string> {
  const entry = fromRight(value, hops);
  if (entry === "" || entry.toLowerCase() === "unknown") return ok(undefined);
  const read = forwardedEntry(entry);
  return read === undefined ? fail("the client's address is none") : ok({ ...read, address: plainAddress(read.address) });
}

/** The entry of a list that the outermost of so many proxies wrote; where there are fewer, the first. */
export function fromRight(list: string, hops: number): string {
  const entries = list.split(",");
  return entries[Math.max(0, entries.length - hops)]!.trim();
}

/** An IPv4 address that came in an IPv6 one (`::ffff:192.0.2.1`) as itself. */
export const plainAddress = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1] ?? address;
