import { fail, ok, type Result } from "../../base/result.js";
import { checkSpot, choosePlace } from "./choose-place.js";
import { nest } from "./descend.js";
import { removeAttribute } from "./edit-attribute.js";
import { insertChild, removeElement } from "./edit-element.js";
import type { EditProblem } from "./edit-problem.js";
import { effectiveOf, elementOf, findElement, findEntry } from "./find-element.js";
import type { ChangeContext, MadeChange } from "./change-context.js";
import { stepText } from "./no-entry.js";
import { attributeName } from "./resolve-path.js";
import { keysOf } from "../schema-model.js";

/** Takes away an attribute, an entry or an element where it is written. */
export function removeWritten(context: ChangeContext, attribute?: string): Result<MadeChange, EditProblem> {
  if (attribute !== undefined) return removeValue(attribute, context);
  const { steps, edited, section } = context;
  const last = steps.at(-1);
  if (last === undefined) return fail({ kind: "not-possible", message: `A section is not removed whole; name what is to go from ${section}.` });
  if (last.kind === "element") {
    const holder = effectiveOf(context, steps);
    if (holder === undefined) return fail({ kind: "not-found", message: `<${last.name}> is not written anywhere: there is nothing to remove.` });
    const allowed = checkSpot(holder.spot, `<${last.name}>`, context);
    if (!allowed.ok) return allowed;
    const found = elementOf(holder.spot, allowed.value, context);
    if (found === undefined) return fail({ kind: "not-possible", message: `${holder.spot.source.path} cannot be edited.` });
    edited.put(found.file, found.text.change(removeElement(found.text.text, found.element)));
    return ok({ file: found.file, path: found.path });
  }
  const entry = findEntry(steps, context);
  if (!entry.ok) return entry.error.kind === "not-possible" && context.commit !== "auto" ? removeInherited(context, entry.error) : entry;
  const { file, text, element, path } = entry.value;
  edited.put(file, text.change(removeElement(text.text, element)));
  return ok({ file, path });
}

function removeValue(written: string, context: ChangeContext): Result<MadeChange, EditProblem> {
  const { steps, schema, edited } = context;
  const named = attributeName(steps.at(-1)?.schema ?? schema.element, written);
  if (!named.ok) return named;
  const entries = steps.some(({ kind }) => kind === "entry") ? findEntry(steps.slice(0, steps.findLastIndex(({ kind }) => kind === "entry") + 1), context) : ok(undefined);
  if (!entries.ok) return entries;
  const attribute = effectiveOf(context, steps)?.attributes.get(named.value);
  if (attribute === undefined) return fail({ kind: "not-found", message: `${named.value} is not written anywhere: its value is the schema's default.` });
  const allowed = checkSpot(attribute.spot, `The attribute ${named.value}`, context);
  if (!allowed.ok) return allowed;
  const found = elementOf(attribute.spot, allowed.value, context);
  const inFile = found?.element.attributes.find(({ name }) => name === named.value);
  if (found === undefined || inFile === undefined) return fail({ kind: "not-possible", message: `${attribute.spot.source.path} cannot be edited.` });
  edited.put(found.file, found.text.change(removeAttribute(found.text.text, inFile)));
  return ok({ file: found.file, path: found.path });
}

/** What another file adds is taken away by a `<remove>` in this one, where the collection has that. */
function removeInherited(context: ChangeContext, otherwise: EditProblem): Result<MadeChange, EditProblem> {
  const { steps, edited } = context;
  const last = steps.at(-1);
  const inherited = effectiveOf(context, steps);
  if (last?.kind !== "entry" || last.collection.removeElement === undefined || inherited === undefined || steps.slice(0, -1).some(({ kind }) => kind === "entry")) return fail(otherwise);
  const key = (keysOf(last.schema)[0] ?? []).map(({ name }) => [name, inherited.attributes.get(name)?.text ?? ""] as const);
  if (key.length === 0) return fail({ kind: "not-possible", message: `${stepText(last)} has no key to remove it by.` });
  const to = findElement(steps.slice(0, -1), () => choosePlace(context), context);
  if (!to.ok) return to;
  const { element, rest, file, text, path } = to.value;
  const snippet = { name: last.collection.removeElement, attributes: key, children: [] };
  const change = rest.length > 0 ? insertChild(text.text, element, nest(rest, { attributes: [], children: [snippet] }), undefined, text.style) : insertChild(text.text, element, snippet, "start", text.style);
  edited.put(file, text.change(change));
  return ok({ file, path });
}
