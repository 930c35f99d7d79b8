import { forwardedEntry } from "./proxied/forwarded-entry.js";

/** Proxies in a row are few; who names more wants something else. */
const most = 32;

/**
 * The addresses that X-Forwarded-For names, in its order.
 * @returns `undefined` when it is no such list; empty when it is not there
 */
export function forwardedAddresses(field: string | undefined): readonly string[] | undefined {
  if (field === undefined) return [];
  const parts = field.split(",", most + 1);
  if (parts.length > most) return undefined;
  const entries = parts.map(forwardedEntry).filter((entry) => entry !== undefined);
  return entries.length === parts.length ? entries.map(({ address }) => address) : undefined;
}
