import { fail, ok, type Result } from "../../base/result.js";
import type { CheckedQuery } from "./checked-query.js";
import type { ClassTable } from "./class-table.js";
import { ConditionCompiler } from "./compile-condition.js";
import type { Condition, PropertyPath, SelectQuery } from "./query.js";
import { QueryRefused, type QueryProblem } from "./query-problem.js";

/**
 * Checks a query against the classes it is about and makes it ready to be evaluated.
 * @param classes `undefined`: nothing is known of them, any name may be asked for
 */
export function checkQuery(query: SelectQuery, classes: ClassTable | undefined): Result<CheckedQuery, QueryProblem> {
  try {
    return ok(check(query, classes));
  } catch (error) {
    if (error instanceof QueryRefused) return fail(error.problem);
    throw error;
  }
}

function check(query: SelectQuery, classes: ClassTable | undefined): CheckedQuery {
  const definition = classes?.find(query.className.text);
  if (classes !== undefined && definition === undefined) {
    throw new QueryRefused({ kind: "unknownClass", offset: query.className.offset, message: `There is no class ${query.className.text}; there are ${classes.names.join(", ")}.` });
  }
  const compiler = new ConditionCompiler(definition, classes);
  const columns = query.columns === undefined ? undefined : columnsOf(query.columns, compiler);
  const test = query.condition === undefined ? undefined : compiler.compile(query.condition);
  return {
    query: {
      className: definition?.name ?? query.className.text,
      properties: columns === undefined ? undefined : [...new Set([...columns, ...compiler.used])],
      equals: query.condition === undefined ? new Map() : equalities(query.condition, compiler),
    },
    classNames: definition === undefined ? undefined : classes!.withSubclasses(definition),
    columns, definition, test,
  };
}

/** By name without case, each once, whatever the order of the query; system properties have no place in an answer. */
function columnsOf(paths: readonly PropertyPath[], compiler: ConditionCompiler): readonly string[] {
  const names = new Set(paths.filter(({ segments }) => !segments[0]!.text.startsWith("__")).map((path) => compiler.topName(path)));
  return [...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/** What must hold whatever else does: equalities that are the condition or stand in its outermost AND. */
function equalities(condition: Condition, compiler: ConditionCompiler): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const term of condition.kind === "and" ? condition.terms : [condition]) {
    if (term.kind === "compare" && term.operator === "=" && term.path.segments.length === 1 && !term.path.segments[0]!.text.startsWith("__")) {
      found.set(compiler.topName(term.path), term.constant.text);
    }
  }
  return found;
}

