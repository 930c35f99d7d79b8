import type { XmlElement } from "../../base/xml-element.js";
import type { CheckedQuery } from "./checked-query.js";
import { projectItem } from "./project-item.js";
import { stepsPerItem } from "./steps.js";

/**
 * Asks a query about an item.
 * @returns the item, or what the columns leave of it; `undefined` when it is not asked for
 * @throws TooManySteps when asking costs more than anybody's query may
 */
export function applyQuery(query: CheckedQuery, item: XmlElement): XmlElement | undefined {
  if (query.classNames !== undefined && !query.classNames.has(item.name.toLowerCase())) return undefined;
  if (query.test !== undefined && query.test(item, { left: stepsPerItem }) !== true) return undefined;
  return query.columns === undefined ? item : projectItem(item, query.columns, query.definition);
}
