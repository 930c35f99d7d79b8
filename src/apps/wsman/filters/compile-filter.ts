import { fail, type Result } from "../../../base/result.js";
import type { ClassDefinition } from "../../../base/class-definition.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import { dialects } from "../../../protocol/wsman/namespaces.js";
import { quote } from "../../../protocol/wsman/quote.js";
import type { FilterBody } from "../../../protocol/wsman/request.js";
import { compileCqlFilter } from "./compile-cql-filter.js";
import { compilePathFilter } from "./compile-path-filter.js";
import { compileSelectorFilter } from "./compile-selector-filter.js";
import { compileWqlFilter } from "./compile-wql-filter.js";
import type { FilteredResource } from "./filtered-resource.js";
import type { CompileFilter, ItemFilter } from "./item-filter.js";

/** What the host evaluates for plug-ins. */
const byDialect: ReadonlyMap<string, CompileFilter> = new Map([
  [dialects.wql, compileWqlFilter], [dialects.cql, compileCqlFilter], [dialects.selector, compileSelectorFilter], [dialects.xpath, compilePathFilter],
]);

/** Makes a filter ready for items. @param classes of the plug-in */
export function compileFilter(resource: FilteredResource, filter: FilterBody, classes: readonly ClassDefinition[]): Result<ItemFilter, Fault> {
  const compile = byDialect.get(filter.dialect);
  if (compile !== undefined) return compile(resource, filter, classes);
  return fail({ name: "filterDialectRequestedUnavailable", supported: [...byDialect.keys()], message: `The filter dialect ${quote(filter.dialect)} is not supported for ${resource.resourceUri}.` });
}
