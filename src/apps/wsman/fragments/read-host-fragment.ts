import { describeExpressionProblem } from "../../../base/expression-problem.js";
import { fail, ok, type Result } from "../../../base/result.js";
import type { ClassDefinition } from "../../../base/class-definition.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import { dialects } from "../../../protocol/wsman/namespaces.js";
import { quote } from "../../../protocol/wsman/quote.js";
import { parsePath } from "../../../protocol/xpath/parse-path.js";
import type { Exchange } from "../exchange.js";
import { fragmentFault } from "./fragment-fault.js";
import type { HostFragment } from "./host-fragment.js";

/** Reads the w:FragmentTransfer of a Get or Put whose part the host finds. A missing dialect is XPath. */
export function readHostFragment(exchange: Exchange, classes: readonly ClassDefinition[]): Result<HostFragment, Fault> {
  const { request, resourceUri, state, route } = exchange;
  const { path: text, dialect = "", prefixes } = request.fragment!;
  if (request.operation !== "Get" && request.operation !== "Put") return fail(unsupported(`${request.operation} of ${resourceUri} does not support fragments; leave out w:FragmentTransfer.`));
  if (dialect !== "" && dialect !== dialects.xpath) {
    if (/\s/.test(dialect) || !dialect.includes(":")) return fail(unsupported(`The fragment dialect ${quote(dialect)} is no URI; send ${dialects.xpath} or none.`, 0x80338092));
    return fail(unsupported(`The fragment dialect ${quote(dialect)} is not supported for ${resourceUri}; send ${dialects.xpath} or none.`, 0x80338090));
  }
  if (text === "") return fail(fragmentFault("The header w:FragmentTransfer has no path; write the name of an element, text() or @name.", dialect === "" ? 0x80338109 : 0x80338091));
  const path = parsePath(text, prefixes ?? new Map());
  if (!path.ok) return fail(fragmentFault(`The fragment path cannot be read: ${describeExpressionProblem(text, path.error)}`));
  if (request.operation === "Put") {
    const reading = state.parts.routes.find(resourceUri, "Get");
    if (reading.kind !== "found" || reading.target !== route!.target) return fail(unsupported(`A Put of a part begins with a Get, which ${resourceUri} does not support; put the whole.`));
  }
  return ok({ path: path.value, text, classes });
}

const unsupported = (message: string, code?: number): Fault => ({ name: "unsupportedFeature", detail: "FragmentLevelAccess", message, ...(code === undefined ? {} : { code }) });
