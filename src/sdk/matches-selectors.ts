import { failure } from "./failure.js";
import type { Filter } from "./operation-request.js";

/**
 * WS-Management Annex E, the selector filter: every selector equals the property of its name. Names and values compare without case.
 * @param filter the whole `request.filter`: what is lost with its dialect could no longer be told from no filter. `undefined`: everything passes
 * @param properties of one item; one that is not there equals nothing
 * @throws OperationFailure `cannot-process-filter` for a filter of another dialect, which the client must never get everything for
 */
export function matchesSelectors(filter: Filter | undefined, properties: Readonly<Record<string, string | number | boolean | undefined>>): boolean {
  if (filter === undefined) return true;
  // Also of authors without types who hand over something else than a request's filter.
  if (filter.selectors === undefined) throw failure("cannot-process-filter", { message: `Filter by selectors only, not by ${filter.dialect}.` });
  const own = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value === undefined ? undefined : String(value).toLowerCase()]));
  for (const [name, value] of filter.selectors.entries()) if (typeof value !== "string" || own.get(name.toLowerCase()) !== value.toLowerCase()) return false;
  return true;
}
