/** An IPv4 or IPv6 address as a number. An IPv4 address that is written as IPv6 (`::ffff:10.0.0.1`) is the IPv4 address. */
export interface IpAddress {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** Bits of an address of a family. */
export const bitsOf = (family: IpAddress["family"]): number => (family === 4 ? 32 : 128);

/** Reads an address without brackets; a zone (`%eth0`) is left aside. @returns `undefined` when it is none */
export function parseIpAddress(text: string): IpAddress | undefined {
  if (!text.includes(":")) {
    const value = parseIpv4(text);
    return value === undefined ? undefined : { family: 4, value };
  }
  const value = parseIpv6(text.replace(/%.+$/u, ""));
  if (value === undefined) return undefined;
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffffffffn } : { family: 6, value };
}

/** Four decimal numbers without leading zeros, which some read as octal. */
function parseIpv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/u.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

/** RFC 4291 2.2. */
function parseIpv6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => 0n), ...(tail ?? [])];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/** @param isLast may it end with an IPv4 address? */
function groupsOf(half: string, isLast: boolean): bigint[] | undefined {
  if (half === "") return [];
  const groups: bigint[] = [];
  const parts = half.split(":");
  for (const [index, part] of parts.entries()) {
    if (isLast && index === parts.length - 1 && part.includes(".")) {
      const value = parseIpv4(part);
      if (value === undefined) return undefined;
      groups.push(value >> 16n, value & 0xffffn);
    } else if (/^[0-9a-f]{1,4}$/iu.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}
