import { fail, ok, type Result } from "../../base/result.js";
import { checkSpot, choosePlace, type WritePlace } from "./choose-place.js";
import { nest } from "./descend.js";
import { insertChild } from "./edit-element.js";
import type { EditProblem } from "./edit-problem.js";
import { effectiveOf, elementOf, findElement, type FoundElement } from "./find-element.js";
import type { ChangeContext, MadeChange } from "./change-context.js";
import { entryStep, namesAsSpelt } from "./resolve-path.js";
import type { CollectionSchema, ElementSchema } from "../schema-model.js";
import { childMeaning } from "../schema-model.js";
import type { ElementDraft } from "./section-change.js";
import type { Snippet } from "./snippet.js";

/** Adds an entry to a collection: where others of it are written, the nearest to the application; else where a new value goes. */
export function addEntry(draft: ElementDraft, at: "start" | "end" | number, context: ChangeContext): Result<MadeChange, EditProblem> {
  const { steps, schema, commit, edited } = context;
  const parent = steps.at(-1)?.schema ?? schema.element;
  const named = entryDraft(parent, draft);
  if (!named.ok) return named;
  const { collection, snippet } = named.value;
  const holder = effectiveOf(context, steps);
  const spot = commit === "auto" && holder !== undefined && !steps.some(({ kind }) => kind === "entry") ? holder.spot : undefined;
  const allowed = spot && checkSpot(spot, `<${holder!.name}>`, context);
  const isLocked = (file: string): boolean => holder?.locks.some((lock) => lock.file !== file && lock.kind !== "attributes" && (lock.kind === "item" || lock.covers(snippet.name))) === true;
  const place = (): Result<WritePlace, EditProblem> => choosePlace({ ...context, lockedBy: isLocked });
  const near = spot !== undefined && allowed?.ok === true ? elementOf(spot, allowed.value, context) : undefined;
  const to: Result<FoundElement, EditProblem> = near === undefined ? findElement(steps, place, context) : ok(near);
  if (!to.ok) return to;
  const { element, rest, file, text, path } = to.value;
  const change = rest.length > 0
    ? insertChild(text.text, element, nest(rest, { attributes: [], children: [snippet] }), undefined, text.style)
    : insertChild(text.text, element, snippet, neighbour(element, collection, at), text.style);
  edited.put(file, text.change(change));
  return ok({ file, path });
}

/** Behind which child the entry goes. */
function neighbour({ children }: FoundElement["element"], { addElements }: CollectionSchema, at: "start" | "end" | number): FoundElement["element"] | "start" | undefined {
  const entries = children.filter(({ name }) => addElements.includes(name));
  const index = at === "start" ? 0 : at === "end" ? entries.length : Math.min(at, entries.length);
  if (index > 0) return entries[index - 1];
  if (entries[0] === undefined) return undefined;
  return children[children.indexOf(entries[0]) - 1] ?? "start";
}

function entryDraft(parent: ElementSchema, draft: ElementDraft): Result<{ readonly collection: CollectionSchema; readonly snippet: Snippet }, EditProblem> {
  const meaning = draft.name === undefined ? undefined : childMeaning(parent, draft.name);
  if (draft.name !== undefined && meaning?.kind !== "add") return fail({ kind: "unknown-name", message: `<${parent.name}> has no entries <${draft.name}>.` });
  const step = meaning?.kind === "add" ? ok({ collection: meaning.collection }) : entryStep(parent, draft.attributes);
  if (!step.ok) return step;
  const { collection } = step.value;
  const snippet = snippetOf(draft.name ?? collection.addElements[0]!, draft, collection.entry);
  return snippet.ok ? ok({ collection, snippet: snippet.value }) : snippet;
}

/** Spells every name as the schema does, all the way down. */
function snippetOf(name: string, { attributes, children = [] }: ElementDraft, schema: ElementSchema): Result<Snippet, EditProblem> {
  const spelt = namesAsSpelt(schema, attributes);
  if (!spelt.ok) return spelt;
  const twice = spelt.value.find(([key], index) => spelt.value.findIndex(([other]) => other === key) !== index);
  if (twice !== undefined) return fail({ kind: "ambiguous", message: `The attribute ${twice[0]} is given twice.` });
  const inner: Snippet[] = [];
  for (const child of children) {
    const meaning = childMeaning(schema, child.name);
    if (meaning === undefined || (meaning.kind !== "element" && meaning.kind !== "add")) return fail({ kind: "unknown-name", message: `Unrecognized element '${child.name}' in <${name}>.` });
    const made = snippetOf(child.name, child, meaning.kind === "element" ? meaning.schema : meaning.collection.entry);
    if (!made.ok) return made;
    inner.push(made.value);
  }
  return ok({ name, attributes: spelt.value, children: inner });
}
