import type { Exchange } from "./exchange.js";
import type { LimitName } from "./setting-places.js";

/**
 * The sentence of a quota fault that says what changes the limit. Who administers the host is told the whole path, others the file's name:
 * enough to tell their administrator.
 */
export function placeSentence({ state, sender, lease }: Exchange, limit: LimitName): string {
  const known = state.parts.places[limit];
  if (known === undefined) return `It is ${limit}.`;
  const named = (file: string): string => ((lease?.sender ?? sender).isAdministrator ? file : file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1));
  const { setting, place, file } = known;
  return place === undefined ? `It is the default of ${setting}; write it in ${named(file)} to change it.` : `It is ${setting}, at ${named(place.file)}:${place.line}:${place.column}.`;
}
