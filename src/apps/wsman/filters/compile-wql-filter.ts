import { compileQuery } from "../../../protocol/wql/compile-query.js";
import { parseQuery } from "../../../protocol/wql/parse-query.js";
import { compileQueryFilter } from "./compile-query-filter.js";
import type { CompileFilter } from "./item-filter.js";

/** WQL. */
export const compileWqlFilter: CompileFilter = (resource, filter, classes) => compileQueryFilter(resource, filter, classes, (text, known, place) => {
  const statement = parseQuery(text);
  return statement.ok ? compileQuery(statement.value, known, place) : statement;
});
