import { fail, ok, type Result } from "../../base/result.js";
import { didYouMean } from "../did-you-mean.js";
import { isEqualKey, type Key } from "../entry-keys.js";
import type { EffectiveElement } from "../effective-element.js";
import { readValue } from "../read-value.js";
import { keysOf, type CollectionSchema, type ElementSchema } from "../schema-model.js";
import type { Spot } from "../source-file.js";
import type { EditProblem } from "./edit-problem.js";
import type { ChangeStep } from "./section-change.js";

/** A step that the schema knows. */
export type ResolvedStep =
  | { readonly kind: "element"; readonly name: string; readonly schema: ElementSchema }
  | { readonly kind: "entry"; readonly keys: readonly (readonly [name: string, value: string])[]; readonly collection: CollectionSchema; readonly schema: ElementSchema };

/** Follows steps through the schema; names compare without case and come out as the schema spells them. */
export function resolvePath(section: ElementSchema, path: readonly ChangeStep[]): Result<readonly ResolvedStep[], EditProblem> {
  const steps: ResolvedStep[] = [];
  let schema = section;
  for (const step of path) {
    const resolved = "element" in step ? elementStep(schema, step.element) : entryStep(schema, step.keys);
    if (!resolved.ok) return resolved;
    steps.push(resolved.value);
    schema = resolved.value.schema;
  }
  return ok(steps);
}

function elementStep(schema: ElementSchema, name: string): Result<ResolvedStep, EditProblem> {
  const known = [...schema.elements.keys()];
  const found = known.find((each) => each.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return ok({ kind: "element", name: found, schema: schema.elements.get(found)! });
  return fail({ ...unknownName("element", name, schema.name, known), ...collectionsHint(schema) });
}

/** The collection whose entries have all these attributes. */
export function entryStep(schema: ElementSchema, keys: readonly (readonly [string, string])[]): Result<Extract<ResolvedStep, { kind: "entry" }>, EditProblem> {
  if (schema.collections.length === 0) return fail({ kind: "unknown-name", message: `<${schema.name}> has no collection, so no entries.`, ...collectionsHint(schema) });
  const problems: EditProblem[] = [];
  for (const collection of schema.collections) {
    const named = namesAsSpelt(collection.entry, keys);
    if (named.ok) return ok({ kind: "entry", keys: named.value, collection, schema: collection.entry });
    problems.push(named.error);
  }
  return fail(problems.find(({ didYouMean: meant }) => meant !== undefined) ?? problems[0]!);
}

/** Pairs whose names are spelt as the schema does. */
export function namesAsSpelt(schema: ElementSchema, pairs: readonly (readonly [string, string])[]): Result<readonly (readonly [string, string])[], EditProblem> {
  const spelt: (readonly [string, string])[] = [];
  for (const [name, value] of pairs) {
    const known = attributeName(schema, name);
    if (!known.ok) return known;
    spelt.push([known.value, value]);
  }
  return ok(spelt);
}

export function attributeName(schema: ElementSchema, name: string): Result<string, EditProblem> {
  const known = [...schema.attributes.keys()];
  const found = known.find((each) => each === name) ?? known.find((each) => each.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return ok(found);
  if (schema.allowUnrecognizedAttributes) return ok(name);
  return fail({ ...unknownName("attribute", name, schema.name, known), ...(known.length === 0 ? collectionsHint(schema) : {}) });
}

function unknownName(what: string, name: string, of: string, known: readonly string[]): EditProblem {
  const meant = didYouMean(name, known);
  const allowed = known.length === 0 ? `<${of}> has no ${what}s.` : `Known here: ${known.join(", ")}.`;
  return { kind: "unknown-name", message: `Unrecognized ${what} '${name}' on <${of}>.`, allowed, ...(meant === undefined ? {} : { didYouMean: meant }) };
}

/** Where below an element collections are. */
function collectionsHint(schema: ElementSchema): { readonly remedy?: string } {
  const found = [...collectionsBelow(schema, "")];
  return found.length === 0 ? {} : { remedy: `Entries are at ${found.join(" and ")}.` };
}

function* collectionsBelow(schema: ElementSchema, above: string): Iterable<string> {
  for (const { entry } of schema.collections) yield `${above}[${(keysOf(entry)[0] ?? []).map(({ name }) => `${name}='…'`).join(",")}]`;
  for (const [name, child] of schema.elements) yield* collectionsBelow(child, `${above}${name}.`);
}

/** The element, or entry, as it holds; `undefined` when nobody writes it. */
export function effectiveAt(section: EffectiveElement | undefined, steps: readonly ResolvedStep[]): EffectiveElement | undefined {
  let at = section;
  for (const step of steps) at = at && (step.kind === "element" ? at.elements.get(step.name) : entriesOf(at, step)[0]);
  return at;
}

/** All entries that have what the step says. */
export const entriesOf = (parent: EffectiveElement, step: Extract<ResolvedStep, { kind: "entry" }>): readonly EffectiveElement[] =>
  parent.entries.filter((entry) => entry.schema === step.schema && step.keys.every(([name, value]) => isSame(entry, name, value, step.schema)));

function isSame(entry: EffectiveElement, name: string, value: string, schema: ElementSchema): boolean {
  const attribute = schema.attributes.get(name);
  if (attribute === undefined) return entry.attributes.get(name)?.text === value;
  const key: Key = [attribute];
  const spot: Spot = entry.spot;
  const other: EffectiveElement = { ...entry, attributes: new Map([[name, { value: readValue(attribute, value), text: value, spot }]]) };
  return isEqualKey(entry, other, key) || (!entry.attributes.has(name) && attribute.defaultValue === value);
}
