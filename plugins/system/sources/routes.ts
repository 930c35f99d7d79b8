/** A way out: the gateway and what it costs. */
export interface Gateway {
  readonly device: string;
  readonly address: string;
  readonly metric: number;
}

const flagGateway = 0x2;

/** Default routes of /proc/net/route: numbers are hexadecimal, addresses in the order of octets that the machine has (little-endian). */
export function readGateways4(text: string): readonly Gateway[] {
  const gateways: Gateway[] = [];
  for (const line of text.split("\n").slice(1)) {
    const [device, destination, gateway, flags, , , metric, mask] = line.split("\t").map((field) => field.trim());
    if (destination !== "00000000" || mask !== "00000000" || (Number.parseInt(flags ?? "0", 16) & flagGateway) === 0) continue;
    const address = (gateway!.match(/../gu) ?? []).reverse().map((octet) => Number.parseInt(octet, 16)).join(".");
    gateways.push({ device: device!, address, metric: Number(metric) });
  }
  return gateways;
}

/** Default routes of /proc/net/ipv6_route, which is hexadecimal throughout. */
export function readGateways6(text: string): readonly Gateway[] {
  const gateways: Gateway[] = [];
  for (const line of text.split("\n")) {
    const fields = line.trim().split(/\s+/u);
    const [destination, prefix, , , next, metric] = fields;
    const [flags, device] = [fields[8], fields[9]];
    if (fields.length < 10 || !/^0{32}$/u.test(destination!) || prefix !== "00" || (Number.parseInt(flags!, 16) & flagGateway) === 0) continue;
    gateways.push({ device: device!, address: writeAddress6(next!), metric: Number.parseInt(metric!, 16) });
  }
  return gateways;
}

/** 32 hexadecimal digits in the short form (RFC 5952). */
function writeAddress6(digits: string): string {
  const groups = (digits.match(/.{4}/gu) ?? []).map((group) => Number.parseInt(group, 16).toString(16));
  const runs = [...groups.join(":").matchAll(/(?:^|:)0(?::0)+(?=:|$)/gu)].sort((a, b) => b[0].length - a[0].length);
  const [longest] = runs;
  if (longest === undefined) return groups.join(":");
  const joined = groups.join(":");
  return `${joined.slice(0, longest.index)}::${joined.slice(longest.index + longest[0].length).replace(/^:/u, "")}`;
}
