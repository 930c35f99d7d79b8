import type { ExpressionProblem } from "../../base/expression-problem.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { StepBudget } from "../../base/step-budget.js";
import type { XmlElement } from "../../base/xml-element.js";
import { familyOf, type ClassShape } from "./class-shape.js";
import { checkInside, compileCondition, shapeOf, spellingOf, typeOf, type RowTest } from "./compile-condition.js";
import { findEqualities } from "./find-equalities.js";
import { ItemRow, RowShape } from "./item-row.js";
import { ownText } from "./element-value.js";
import { pickColumns } from "./pick-columns.js";
import type { Condition, PropertyPath, SelectStatement, WqlStatement } from "./statement.js";
import { isPathName, keysOfPaths, systemName, type WqlPlace } from "./system-properties.js";
import { WqlError } from "./wql-error.js";

/** A query that makes sense, ready for items. */
export interface WqlQuery {
  /** As the definition spells it, else as the query does. */
  readonly className: string;
  /** What the answer and the condition use; `undefined`: everything. */
  readonly properties: readonly string[] | undefined;
  /** Properties that must have exactly this value, names as the definition spells them. */
  readonly equals: ReadonlyMap<string, string>;
  /** `*`: items are given as they are. */
  readonly isWhole: boolean;
  /** Is the item of the class, and does the condition hold? Means nothing when the budget is exhausted afterwards. */
  matches(item: XmlElement, budget: StepBudget): boolean;
  /** The properties asked for: alphabetically, each once, as the item spells them. */
  pick(item: XmlElement): readonly XmlElement[];
}

/**
 * Checks a statement and makes it ready.
 * @param classes that may be asked; none: any class and property may, and a value's own look says of what type it is
 * @param place of the instances, for __PATH, __SERVER and __NAMESPACE
 */
export function compileQuery(statement: WqlStatement, classes: readonly ClassShape[], place?: WqlPlace): Result<WqlQuery, ExpressionProblem> {
  try {
    return ok(compile(served(statement), classes, place));
  } catch (error) {
    if (error instanceof WqlError) return fail(error.problem);
    throw error;
  }
}

/** What is a query, but none for the instances of one class. */
function served(statement: WqlStatement): SelectStatement {
  if (statement.kind !== "select") throw new WqlError(`${statement.kind.toUpperCase()} OF is not served; ask for the instances of the association's class`, statement.offset);
  const { event, className } = statement;
  if (event !== undefined) throw new WqlError(`${event.name} makes this a query for events, which are not enumerated`, event.offset);
  if (className.name.toLowerCase() === "meta_class") throw new WqlError("meta_class holds class definitions, which are not enumerated", className.offset);
  if (/^__\w*(?:event|operation)\w*$/i.test(className.name)) throw new WqlError(`${className.name.slice(0, 100)} is a class of events, which are not enumerated`, className.offset);
  return statement;
}

function compile({ className, columns, where }: SelectStatement, classes: readonly ClassShape[], place: WqlPlace | undefined): WqlQuery {
  const shape = shapeOf(classes, className.name, className.offset);
  const row = new RowShape();
  const test: RowTest | undefined = where === undefined ? undefined : compileCondition(where, { classes, shape, row, place });
  const family = familyOf(classes, className.name);
  const spelt = (path: PropertyPath): string => (shape === undefined ? path.names[0] : spellingOf(shape, path.names[0], path.offset));
  // System properties have no place in the XML of an instance.
  const asked = columns?.filter((path) => systemName(path) === undefined).map((path) => {
    if (shape !== undefined) checkInside(path, typeOf(shape, path.names[0], path.offset));
    return spelt(path);
  });
  const named = where === undefined ? [] : pathsIn(where);
  return {
    className: shape?.name ?? className.name,
    properties: asked === undefined ? undefined : [...new Set([...asked, ...named.filter((path) => systemName(path) === undefined).map(spelt), ...(named.some(isPathName) ? keysOfPaths(classes, className.name) : [])])],
    equals: findEqualities(where, shape),
    isWhole: columns === undefined,
    matches: (item, budget) => {
      if (!family.has(item.name.toLowerCase())) return false;
      return test === undefined || test(new ItemRow(item, row, budget)) === true;
    },
    pick: pickColumns(asked ?? [], shape),
  };
}

/** Every property that a condition names. */
function pathsIn(condition: Condition): readonly PropertyPath[] {
  switch (condition.kind) {
    case "and":
    case "or": return condition.terms.flatMap(pathsIn);
    case "not": return pathsIn(condition.of);
    default: return [condition.path];
  }
}

/** Characters of an item's properties: work that grows with them is no abuse. */
export function sizeOf({ children }: XmlElement): number {
  let size = children.length;
  for (const child of children) size += typeof child === "string" ? child.length : ownText(child).length;
  return size;
}
