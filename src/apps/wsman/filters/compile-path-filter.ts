import { describeExpressionProblem } from "../../../base/expression-problem.js";
import { fail, ok } from "../../../base/result.js";
import { trimSpace } from "../../../protocol/soap/text-content.js";
import { parsePath } from "../../../protocol/xpath/parse-path.js";
import { selectNodes } from "../../../protocol/xpath/select-nodes.js";
import { asksAllClasses, classOf } from "./class-uri.js";
import { filterFault } from "./filter-fault.js";
import type { CompileFilter } from "./item-filter.js";

/** XPath: an item is given, always whole, when the path finds something in it. `../Name[…]` tests the item itself. */
export const compilePathFilter: CompileFilter = (resource, filter, classes) => {
  if (asksAllClasses(resource.resourceUri)) return fail(filterFault(resource, "An XPath filter needs the resource URI of one class; name it instead of *, or send WQL."));
  const text = trimSpace(filter.text);
  const path = parsePath(text, filter.prefixes ?? new Map());
  if (!path.ok) return fail(filterFault(resource, `The path cannot be processed: ${describeExpressionProblem(text, path.error)}`));
  return ok({
    query: { className: classOf(resource.resourceUri, classes).name, properties: undefined, equals: new Map() },
    matches: (item, budget) => {
      const { elements, texts } = selectNodes(item, path.value, budget);
      return (texts ?? elements).length > 0;
    },
    pick: undefined,
  });
};
