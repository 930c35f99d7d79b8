import type { XmlElement } from "../../base/xml-element.js";
import type { ClassShape } from "./class-shape.js";
import { familyOf, findClass } from "./class-shape.js";
import { compileComparison, type ElementTest, type Truth } from "./compile-comparison.js";
import { classOfObject, isNil, ownText } from "./element-value.js";
import type { ItemRow, PropertyValue, RowShape } from "./item-row.js";
import { LikePattern } from "./like-pattern.js";
import type { Condition, Constant, PropertyPath } from "./statement.js";
import { compileSystemComparison, compileSystemLike, compileSystemNull, systemName, type WqlPlace } from "./system-properties.js";
import { WqlError } from "./wql-error.js";

export type RowTest = (row: ItemRow) => Truth;

/** What names in a condition are checked against. */
export interface ConditionSurroundings {
  readonly classes: readonly ClassShape[];
  /** The class of FROM; `undefined` when there are no definitions. */
  readonly shape: ClassShape | undefined;
  readonly row: RowShape;
  /** `undefined`: nobody knows where instances are. */
  readonly place: WqlPlace | undefined;
}

/** Makes a test of a condition: AND, OR and NOT with a third value for what nobody can tell. @throws WqlError for what cannot be asked */
export function compileCondition(condition: Condition, around: ConditionSurroundings): RowTest {
  switch (condition.kind) {
    case "and":
    case "or": return chain(condition.kind === "or", condition.terms.map((term) => compileCondition(term, around)));
    case "not": {
      const of = compileCondition(condition.of, around);
      return (row) => {
        const truth = of(row);
        return truth === undefined ? undefined : !truth;
      };
    }
    case "comparison": {
      const make = (type: string | undefined, property: string): ElementTest => compileComparison(type, { ...condition, property });
      return systemName(condition.path) === undefined ? compileTest(condition.path, around, make) : compileSystemComparison(condition, around, (type) => make(type, condition.path.names[0]));
    }
    case "like": {
      const make = (type: string | undefined, property: string): ElementTest => compileLike(type, property, condition.pattern, condition.offset);
      return systemName(condition.path) === undefined ? compileTest(condition.path, around, make) : compileSystemLike(condition.path, around, (type) => make(type, condition.path.names[0]));
    }
    case "isNull": {
      const { isNegated } = condition;
      if (systemName(condition.path) !== undefined) return compileSystemNull(condition.path, isNegated, around);
      const { value } = compilePath(condition.path, around);
      return (row) => {
        const found = value(row);
        // A path into an object that is not there leads nowhere: no rows, and no error.
        return found === "nowhere" ? undefined : isNull(found) !== isNegated;
      };
    }
    case "isa": return compileIsa(condition, around);
  }
}

/** The value that decides ends the chain. */
function chain(decides: boolean, terms: readonly RowTest[]): RowTest {
  return (row) => {
    let result: Truth = !decides;
    for (const term of terms) {
      row.budget.spend(1);
      if (row.budget.isExhausted) return undefined;
      const truth = term(row);
      if (truth === decides) return decides;
      if (truth === undefined) result = undefined;
    }
    return result;
  };
}

function compileTest(path: PropertyPath, around: ConditionSurroundings, make: (type: string | undefined, property: string) => ElementTest): RowTest {
  const { type, value } = compilePath(path, around);
  const test = make(type, path.names.join("."));
  return (row) => {
    const found = value(row);
    // NULL is neither equal nor unequal to anything, and what is an array nobody compares.
    if (found === undefined || found === "nowhere" || !("name" in found) || isNil(found)) return undefined;
    return test(found, row.budget);
  };
}

const isNull = (value: PropertyValue): boolean => value === undefined || ("name" in value && isNil(value));

interface CompiledPath {
  /** CIM's name; `undefined`: unknown. */
  readonly type: string | undefined;
  value(row: ItemRow): PropertyValue | "nowhere";
}

function compilePath({ names, offset }: PropertyPath, { shape, row: rowShape }: ConditionSurroundings): CompiledPath {
  const [first, ...inside] = names;
  const type = shape === undefined ? undefined : typeOf(shape, first, offset);
  const slot = rowShape.slotOf(first);
  if (inside.length === 0) return { type, value: (row) => row.values[slot] };
  if (type !== undefined) checkInside({ names, offset }, type);
  const lower = inside.map((name) => name.toLowerCase());
  return { type: undefined, value: (row) => walk(row, row.values[slot], lower) };
}

/** Has the property anything that the rest of the path could lead to? @param type CIM's name. @throws WqlError when it has not */
export function checkInside({ names: [first, ...inside], offset }: PropertyPath, type: string): void {
  if (inside.length > 0 && type !== "object") throw new WqlError(`${first} is no object and has nothing inside that ${inside.join(".")} could be`, offset);
}

function walk(row: ItemRow, from: PropertyValue, names: readonly string[]): PropertyValue | "nowhere" {
  let value = from;
  for (const name of names) {
    if (value === undefined || !("name" in value)) return "nowhere";
    row.budget.spend(value.children.length);
    const found = value.children.filter((child): child is XmlElement => typeof child !== "string" && child.name.toLowerCase() === name);
    if (found.length === 0) return "nowhere";
    value = found.length === 1 ? found[0] : found;
  }
  return value;
}

/** @throws WqlError for a property that the class does not have */
export function typeOf(shape: ClassShape, property: string, offset: number): string {
  return shape.properties[spellingOf(shape, property, offset)]!;
}

/** As the definition spells it. @throws WqlError for a property that the class does not have */
export function spellingOf(shape: ClassShape, property: string, offset: number): string {
  if (Object.hasOwn(shape.properties, property)) return property;
  const found = spellingsOf(shape).get(property.toLowerCase());
  if (found === undefined) throw new WqlError(`the class ${shape.name} has no property ${property.slice(0, 100)}`, offset);
  return found;
}

const spellings = new WeakMap<ClassShape, ReadonlyMap<string, string>>();

/** Its properties by their names in lower case: a query may name a thousand. */
function spellingsOf(shape: ClassShape): ReadonlyMap<string, string> {
  let known = spellings.get(shape);
  if (known === undefined) spellings.set(shape, (known = new Map(Object.keys(shape.properties).map((name) => [name.toLowerCase(), name]))));
  return known;
}

/** On anything but text LIKE is =, and has no wildcards. */
function compileLike(type: string | undefined, property: string, pattern: Constant, offset: number): ElementTest {
  const like = new LikePattern(pattern.text, pattern.offset);
  if (type === undefined || type === "string" || type === "char16") return (element, budget) => like.matches(ownText(element), budget);
  if (!like.isPlain) throw new WqlError(`${property} is no text, so its LIKE has no wildcards`, pattern.offset);
  return compileComparison(type, { property, operator: "=", constant: pattern, offset });
}

/** The class of an embedded object, or with __THIS of the item. */
function compileIsa({ path, className }: Extract<Condition, { kind: "isa" }>, around: ConditionSurroundings): RowTest {
  const family = familyOf(around.classes, className.name);
  if (path.names.length === 1 && path.names[0].toLowerCase() === "__this") return (row) => family.has(row.item.name.toLowerCase());
  const { type, value } = compilePath(path, around);
  if (type !== undefined && type !== "object") throw new WqlError(`${path.names.join(".")} holds no object, so ISA has no meaning for it`, path.offset);
  return (row) => {
    const found = value(row);
    if (found === undefined || found === "nowhere" || !("name" in found) || isNil(found)) return undefined;
    const own = classOfObject(found)?.toLowerCase();
    return own === undefined ? undefined : family.has(own);
  };
}

/** @throws WqlError for a class that nobody defined. @returns `undefined` when there are no definitions at all */
export function shapeOf(classes: readonly ClassShape[], name: string, offset: number): ClassShape | undefined {
  const found = findClass(classes, name);
  if (found === undefined && classes.length > 0) throw new WqlError(`the class ${name.slice(0, 100)} does not exist in this namespace`, offset);
  return found;
}
