import { parseIpAddress } from "../base/ip-address.js";

/** Proxies in a row are few; who names more wants something else. */
const most = 32;

/**
 * The addresses that X-Forwarded-For names, in its order: with a port or without, IPv6 in brackets or without.
 * @returns `undefined` when it is no such list; empty when it is not there
 */
export function forwardedAddresses(field: string | undefined): readonly string[] | undefined {
  if (field === undefined) return [];
  const parts = field.split(",", most + 1);
  if (parts.length > most) return undefined;
  const addresses: string[] = [];
  for (const part of parts) {
    const address = withoutPort(part.trim());
    if (parseIpAddress(address) === undefined) return undefined;
    addresses.push(address);
  }
  return addresses;
}

function withoutPort(text: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d{1,5})?$/u.exec(text) ?? [];
  // Brackets are for IPv6 only.
  if (inBrackets !== undefined) return inBrackets.includes(":") ? inBrackets : "";
  return text.replace(/^([^:]*):\d{1,5}$/u, "$1");
}
