import type { ClassDefinition, CimType } from "../../base/class-definition.js";
import type { Test } from "./checked-query.js";
import { scalarOf, type ClassTable } from "./class-table.js";
import { comparisonFor, untypedComparison } from "./compare-value.js";
import { textOf, typeNameOf, valuesAt } from "./item-view.js";
import { compileLike } from "./like-pattern.js";
import type { Condition, Constant, PropertyPath, RelationalOperator } from "./query.js";
import { QueryRefused, type QueryProblem } from "./query-problem.js";
import { referenceComparison } from "./compare-reference.js";
import { spend } from "./steps.js";

/** Turns conditions into tests, checking names and types where the class is known. */
export class ConditionCompiler {
  /** Properties that the tests look at. */
  readonly used = new Set<string>();

  constructor(
    private readonly definition: ClassDefinition | undefined,
    private readonly classes: ClassTable | undefined,
  ) {}

  /** @throws QueryRefused */
  compile(condition: Condition): Test {
    switch (condition.kind) {
      case "and": return all(condition.terms.map((term) => this.compile(term)));
      case "or": return any(condition.terms.map((term) => this.compile(term)));
      case "not": {
        const term = this.compile(condition.term);
        return (item, steps) => {
          const held = term(item, steps);
          return held === undefined ? undefined : !held;
        };
      }
      case "compare": return this.#compare(condition.path, condition.operator, condition.constant);
      case "like": return this.#like(condition.path, condition.pattern, condition.offset);
      case "isNull": {
        const path = this.#path(condition.path);
        return (item, steps) => (spend(steps, item.children.length), (valuesAt(item, path).length === 0) !== condition.negated);
      }
      case "isa": {
        const path = this.#path(condition.path);
        const wanted = condition.className.text.toLowerCase();
        return (item) => {
          const [value, ...more] = valuesAt(item, path);
          return value === undefined || more.length > 0 ? undefined : typeNameOf(value)?.toLowerCase() === wanted;
        };
      }
    }
  }

  /** The property that a path begins with, as it is spelt in instances. @throws QueryRefused when the class has none of that name */
  topName({ segments }: PropertyPath): string {
    const { text, offset } = segments[0]!;
    if (this.definition === undefined) return text;
    const name = this.classes?.propertyName(this.definition, text);
    if (name === undefined) refuse("unknownProperty", offset, `The class ${this.definition.name} has no property ${text}.`);
    return name;
  }

  #compare(path: PropertyPath, operator: RelationalOperator, constant: Constant): Test {
    const first = path.segments[0]!;
    if (first.text.toUpperCase() === "__CLASS") return byClass(operator, constant);
    const names = this.#path(path);
    const type = this.#typeOf(path, constant);
    if (type === "reference") {
      const comparison = referenceComparison(operator, constant);
      if (typeof comparison === "string") refuse("type", constant.offset, comparison);
      return single(names, comparison);
    }
    const comparison = type === undefined ? untypedComparison(operator, constant) : comparisonFor(type, operator, constant);
    if (typeof comparison === "string") refuse("type", constant.offset, comparison);
    return single(names, comparison);
  }

  #like(path: PropertyPath, pattern: string, offset: number): Test {
    const compiled = compileLike(pattern);
    if (!compiled.ok) refuse("syntax", offset, `The [ in the pattern ${JSON.stringify(pattern.slice(0, 60))} is never closed; write [[] for a bracket.`);
    if (path.segments[0]!.text.toUpperCase() === "__CLASS") return (item, steps) => compiled.value.matches(item.name, steps);
    const names = this.#path(path);
    const type = this.#typeOf(path, path.segments[0]!);
    if (type !== undefined && type !== "string" && type !== "char16") {
      if (!compiled.value.isPlain) refuse("type", offset, `${names.join(".")} is no text, so LIKE takes no wildcards for it.`);
      return this.#compare(path, "=", { kind: "string", text: pattern, offset });
    }
    return (item, steps) => {
      spend(steps, item.children.length);
      const [value, ...more] = valuesAt(item, names);
      return value === undefined || more.length > 0 ? undefined : compiled.value.matches(textOf(value), steps);
    };
  }

  /** Where the values stand. Only the class's own properties are known; what is inside embedded objects is found or not. */
  #path(path: PropertyPath): readonly string[] {
    const { segments } = path;
    const first = segments[0]!;
    if (first.text.startsWith("__")) refuse("notSupported", first.offset, `The system property ${first.text} is not there in instances of an enumeration; __CLASS is the one that can be asked for.`);
    const name = this.topName(path);
    this.used.add(name);
    const type = this.definition?.properties[name];
    if (segments.length > 1 && type !== undefined && scalarOf(type).type !== "object") {
      refuse("type", segments[1]!.offset, `${name} is of the type ${type}; only embedded objects have properties of their own.`);
    }
    return [name, ...segments.slice(1).map(({ text }) => text)];
  }

  /** @returns `undefined` where nothing is known of the type */
  #typeOf(path: PropertyPath, at: { readonly offset: number }): ReturnType<typeof scalarOf>["type"] | undefined {
    const name = this.topName(path);
    const known: CimType | undefined = this.definition?.properties[name];
    if (known === undefined || path.segments.length > 1) return undefined;
    const { type, isArray } = scalarOf(known);
    if (isArray) refuse("type", at.offset, `${name} is an array; of an array only IS NULL and IS NOT NULL can be asked.`);
    return type;
  }
}

/** A property with one value. Null is in no relation to anything, and so are the values of an array. */
function single(names: readonly string[], comparison: (value: Parameters<typeof textOf>[0]) => boolean | undefined): Test {
  return (item, steps) => {
    spend(steps, item.children.length);
    const values = valuesAt(item, names);
    return values.length === 1 ? comparison(values[0]!) : undefined;
  };
}

/** Exactly this class, none below it. */
function byClass(operator: RelationalOperator, { kind, text, offset }: Constant): Test {
  if (kind !== "string" || (operator !== "=" && operator !== "<>")) refuse("type", offset, "__CLASS is compared with the name of a class in quotes, by = or <>.");
  const wanted = text.toLowerCase();
  return (item) => (item.name.toLowerCase() === wanted) === (operator === "=");
}

/** No when any term is no; neither when any is neither. */
function all(terms: readonly Test[]): Test {
  return (item, steps) => {
    let held: boolean | undefined = true;
    for (const term of terms) {
      const one = term(item, steps);
      if (one === false) return false;
      if (one === undefined) held = undefined;
    }
    return held;
  };
}

/** Yes when any term is yes; neither when any is neither. */
function any(terms: readonly Test[]): Test {
  return (item, steps) => {
    let held: boolean | undefined = false;
    for (const term of terms) {
      const one = term(item, steps);
      if (one === true) return true;
      if (one === undefined) held = undefined;
    }
    return held;
  };
}

function refuse(kind: QueryProblem["kind"], offset: number, message: string): never {
  throw new QueryRefused({ kind, offset, message });
}
