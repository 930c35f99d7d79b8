import { describeExpressionProblem, type ExpressionProblem } from "../../../base/expression-problem.js";
import { fail, ok, type Result } from "../../../base/result.js";
import type { ClassDefinition } from "../../../base/class-definition.js";
import { textOf } from "../../../sdk/read-element.js";
import type { WqlQuery } from "../../../protocol/wql/compile-query.js";
import type { WqlPlace } from "../../../protocol/wql/system-properties.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import type { FilterBody } from "../../../protocol/wsman/request.js";
import { trimSpace } from "../../../protocol/soap/text-content.js";
import { readElement } from "../../../protocol/xml/read-element.js";
import { wireLimits } from "../../../protocol/xml/xml-limits.js";
import { asksAllClasses, classOf, isOfCim, isOfWmi, keysIn, namespaceOf } from "./class-uri.js";
import { filterFault } from "./filter-fault.js";
import type { FilteredResource } from "./filtered-resource.js";
import type { ItemFilter } from "./item-filter.js";
import { writeExtendedStatus } from "./write-extended-status.js";

/** Reads a query and checks it against the classes. */
export type ReadQuery = (text: string, classes: readonly ClassDefinition[], place: WqlPlace | undefined) => Result<WqlQuery, ExpressionProblem>;

/**
 * A query in a language that names its class itself: of the whole namespace, `…/*`; elsewhere also of the class that the URI names.
 */
export function compileQueryFilter(resource: FilteredResource, filter: FilterBody, classes: readonly ClassDefinition[], readQuery: ReadQuery): Result<ItemFilter, Fault> {
  const { resourceUri } = resource;
  const [key] = keysIn(resource.selectors);
  if (isOfWmi(resourceUri) && (!asksAllClasses(resourceUri) || key !== undefined)) {
    return fail(wrongUri(`The resource URI of a WQL filter ends in /* and the request has no selectors; this one ${key === undefined ? `ends in /${classOf(resourceUri, classes).name}` : `has the selector ${key.name.slice(0, 100)}`}.`));
  }
  const text = queryIn(filter.text);
  const query = readQuery(text, classes, placeOf(resource));
  if (!query.ok) return fail(filterFault(resource, `The query cannot be processed: ${describeExpressionProblem(text, query.error)}`, writeExtendedStatus(resource, text)));
  const strange = asksAllClasses(resourceUri) ? undefined : strangerTo(resource, query.value, classes);
  if (strange !== undefined) return fail(wrongUri(strange));
  const { className, properties, equals, isWhole } = query.value;
  return ok({
    query: { className, properties, equals },
    matches: (item, budget) => query.value.matches(item, budget),
    pick: isWhole ? undefined : (item) => query.value.pick(item),
  });
}

/** The DMTF's URIs have a namespace in a selector, if at all; WMI's default is the one that everybody means. */
function placeOf({ resourceUri, selectors, machine }: FilteredResource): WqlPlace | undefined {
  const named = selectors.find(({ name }) => name.toLowerCase() === "__cimnamespace")?.value;
  const namespace = namespaceOf(resourceUri) ?? (isOfCim(resourceUri) ? (typeof named === "string" ? named.trim() : "root/cimv2") : undefined);
  return namespace === undefined ? undefined : { server: machine.split(".", 1)[0]!, namespace };
}

/** Some scripts wrap the query into an element of their own. */
function queryIn(text: string): string {
  const trimmed = trimSpace(text);
  if (!trimmed.startsWith("<")) return trimmed;
  const element = readElement(trimmed, wireLimits);
  return element.ok ? trimSpace(textOf(element.value)) : trimmed;
}

/** A class's own URI takes queries of that class. What names no class takes any. */
function strangerTo({ resourceUri }: FilteredResource, { className }: WqlQuery, classes: readonly ClassDefinition[]): string | undefined {
  const { name, definition } = classOf(resourceUri, classes);
  if (name.toLowerCase() === className.toLowerCase()) return undefined;
  if (definition === undefined && !isOfCim(resourceUri)) return undefined;
  return `The resource URI names the class ${name} and the query ${className.slice(0, 100)}; send it to the URI that ends in /*.`;
}

const wrongUri = (message: string): Fault => ({ name: "internalError", code: 0x803380fb, message });
