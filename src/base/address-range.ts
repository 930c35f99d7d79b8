import { fail, ok, type Result } from "./result.js";
import { bitsOf, parseIpAddress, type IpAddress } from "./ip-address.js";

/** Addresses that have their first bits in common. */
export interface AddressRange {
  readonly family: IpAddress["family"];
  /** Without the bits behind the prefix. */
  readonly value: bigint;
  readonly prefixLength: number;
}

/**
 * An address and what follows it as a mask: a prefix length, or for IPv4 a mask of four numbers. Bits of the address behind the prefix
 * do not count.
 * @param mask `undefined` or empty: this address alone
 */
export function addressRange(address: string, mask: string | undefined): Result<AddressRange, "address" | "mask"> {
  const parsed = parseIpAddress(address);
  if (parsed === undefined) return fail("address");
  // A mapped address that is written with its 128 bits has the prefix of those.
  const written = address.includes(":") ? 128 : 32;
  const length = mask === undefined || mask === "" ? written : prefixLength(mask, written);
  const prefix = length === undefined ? undefined : length - (written - bitsOf(parsed.family));
  if (prefix === undefined || prefix < 0) return fail("mask");
  return ok({ family: parsed.family, value: firstBits(parsed, prefix), prefixLength: prefix });
}

/** `10.0.0.0/8`, `::1/128`, or an address alone. */
export function parseAddressRange(text: string): Result<AddressRange, "address" | "mask"> {
  const slash = text.indexOf("/");
  if (slash < 0) return addressRange(text, undefined);
  return text.length === slash + 1 ? fail("mask") : addressRange(text.slice(0, slash), text.slice(slash + 1));
}

export const isInRange = (address: IpAddress, range: AddressRange): boolean =>
  address.family === range.family && firstBits(address, range.prefixLength) === range.value;

/** Has the first every address of the second? */
export const coversRange = (outer: AddressRange, inner: AddressRange): boolean => outer.prefixLength <= inner.prefixLength && isInRange(inner, outer);

function firstBits({ family, value }: Pick<IpAddress, "family" | "value">, prefix: number): bigint {
  const rest = BigInt(bitsOf(family) - prefix);
  return (value >> rest) << rest;
}

function prefixLength(mask: string, bits: number): number | undefined {
  if (/^\d{1,3}$/u.test(mask)) return Number(mask) <= bits ? Number(mask) : undefined;
  const parsed = bits === 32 && mask.includes(".") ? parseIpAddress(mask) : undefined;
  if (parsed?.family !== 4) return undefined;
  const ones = parsed.value.toString(2).padStart(32, "0");
  return /^1*0*$/u.test(ones) ? ones.replace(/0+$/u, "").length : undefined;
}
