import { fail } from "../../../base/result.js";
import { compileQuery } from "../../../protocol/wql/compile-query.js";
import { parseQuery } from "../../../protocol/wql/parse-query.js";
import type { Condition } from "../../../protocol/wql/statement.js";
import { compileQueryFilter } from "./compile-query-filter.js";
import type { CompileFilter } from "./item-filter.js";

/**
 * The DMTF's CQL (DSP0202), as far as it is one language with WQL: its Basic Query. LIKE is not: CQL's patterns are regular expressions, and
 * would mean something else here.
 */
export const compileCqlFilter: CompileFilter = (resource, filter, classes) => compileQueryFilter(resource, filter, classes, (text, known, place) => {
  const statement = parseQuery(text);
  if (!statement.ok) return statement;
  const like = statement.value.kind === "select" && statement.value.where !== undefined ? findLike(statement.value.where) : undefined;
  return like === undefined ? compileQuery(statement.value, known, place) : fail({ message: "LIKE of CQL is not served; send WQL, whose LIKE has % and _", offset: like });
});

/** Where the first LIKE of a condition stands. */
function findLike(condition: Condition): number | undefined {
  switch (condition.kind) {
    case "and":
    case "or": return condition.terms.map(findLike).find((offset) => offset !== undefined);
    case "not": return findLike(condition.of);
    case "like": return condition.offset;
    default: return undefined;
  }
}
