import type { SelectorSet } from "./operation-request.js";

/**
 * WS-Management Annex E, the selector filter: every selector equals the property of its name. Names and values compare without case.
 * @param filter `request.filter?.selectors`; `undefined` lets everything pass
 * @param properties of one item; one that is not there equals nothing
 */
export function matchesSelectors(filter: SelectorSet | undefined, properties: Readonly<Record<string, string | number | boolean | undefined>>): boolean {
  if (filter === undefined) return true;
  const own = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value === undefined ? undefined : String(value).toLowerCase()]));
  for (const [name, value] of filter.entries()) if (typeof value !== "string" || own.get(name.toLowerCase()) !== value.toLowerCase()) return false;
  return true;
}
