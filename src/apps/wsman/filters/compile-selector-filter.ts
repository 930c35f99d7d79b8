import { fail, ok } from "../../../base/result.js";
import type { XmlElement } from "../../../base/xml-element.js";
import type { CimType, ClassDefinition } from "../../../base/class-definition.js";
import { isNil, textOf } from "../../../sdk/read-element.js";
import { foldCase } from "../../../protocol/wql/fold-case.js";
import { quote } from "../../../protocol/wsman/quote.js";
import { asksAllClasses, classOf } from "./class-uri.js";
import { filterFault } from "./filter-fault.js";
import type { CompileFilter } from "./item-filter.js";

/** What a selector cannot be compared with (MS-WSMV 3.1.4.1.13). */
const incomparable: ReadonlySet<string> = new Set<CimType>(["datetime", "reference", "object"]);

/** WS-Management Annex E: every selector equals the property of its name. Names and values compare without case. */
export const compileSelectorFilter: CompileFilter = (resource, { selectors = [] }, classes) => {
  const refuse = (message: string) => fail(filterFault(resource, message));
  if (asksAllClasses(resource.resourceUri)) return refuse("A selector filter needs the resource URI of one class; name it instead of *.");
  const { name: className, definition } = classOf(resource.resourceUri, classes);
  const wanted = new Map<string, string>();
  const equals = new Map<string, string>();
  let isPossible = true;
  for (const { name, value } of selectors) {
    const lower = name.toLowerCase();
    if (wanted.has(lower)) return refuse(`The filter has the selector ${quote(name)} twice.`);
    wanted.set(lower, typeof value === "string" ? foldCase(value) : "");
    const property = definition === undefined ? name : spellingIn(definition, lower);
    if (property === undefined) return refuse(`The class ${className} has no property ${quote(name)}.`);
    const type = definition?.properties[property];
    if (type !== undefined && (incomparable.has(type) || type.endsWith("[]"))) return refuse(`The property ${property} is ${type.endsWith("[]") ? "an array" : `of the type ${type}`}, which no selector can be compared with.`);
    if (typeof value !== "string") isPossible = false;
    else if (/["']/.test(value)) return refuse(`The value of the selector ${quote(name)} has a quote in it, which a selector filter may not have.`);
    else equals.set(property, value);
  }
  return ok({
    query: { className, properties: undefined, equals },
    matches: (item, budget) => {
      budget.spend(item.children.length);
      return isPossible && hasAll(item, wanted);
    },
    pick: undefined,
  });
};

const spellingIn = ({ properties }: ClassDefinition, lower: string): string | undefined => Object.keys(properties).find((name) => name.toLowerCase() === lower);

/** Every one of them, each with one plain value: a second value makes an array, which equals nothing. */
function hasAll(item: XmlElement, wanted: ReadonlyMap<string, string>): boolean {
  const met = new Set<string>();
  for (const child of item.children) {
    if (typeof child === "string") continue;
    const name = child.name.toLowerCase();
    const value = wanted.get(name);
    if (value === undefined) continue;
    if (met.has(name) || isNil(child) || child.children.some((inside) => typeof inside !== "string") || foldCase(textOf(child)) !== value) return false;
    met.add(name);
  }
  return met.size === wanted.size;
}
