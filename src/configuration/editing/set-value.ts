import { ok, type Result } from "../../base/result.js";
import { checkSpot, choosePlace, type WritePlace } from "./choose-place.js";
import { nest } from "./descend.js";
import { setAttribute } from "./edit-attribute.js";
import { insertChild } from "./edit-element.js";
import type { EditProblem } from "./edit-problem.js";
import { effectiveOf, elementOf, findElement } from "./find-element.js";
import type { ChangeContext, MadeChange } from "./change-context.js";
import { attributeName } from "./resolve-path.js";

/** Gives an attribute a value; the elements it stands in are made where they are missing. */
export function setValue(written: string, value: string, context: ChangeContext): Result<MadeChange, EditProblem> {
  const { steps, schema, commit, edited } = context;
  const named = attributeName(steps.at(-1)?.schema ?? schema.element, written);
  if (!named.ok) return named;
  const name = named.value;
  const holder = effectiveOf(context, steps);
  const attribute = holder?.attributes.get(name);
  const isLocked = (file: string): boolean => holder?.locks.some((lock) => lock.file !== file && ((lock.kind === "attributes" && lock.covers(name)) || lock.kind === "item")) === true;
  const own: ChangeContext = { ...context, lockedBy: isLocked };
  const place = (): Result<WritePlace, EditProblem> => choosePlace(own);
  const current = attribute === undefined || (commit !== "auto" && commit !== "own") ? undefined : checkSpot(attribute.spot, `The attribute ${name}`, own);
  const found = current?.ok === true ? elementOf(attribute!.spot, current.value, context) : undefined;
  const to = found === undefined ? findElement(steps, place, own) : ok(found);
  if (!to.ok) return to;
  const { element, rest, file, text, path } = to.value;
  const before = element.attributes.find((each) => each.name === name);
  if (rest.length > 0) edited.put(file, text.change(insertChild(text.text, element, nest(rest, { attributes: [[name, value]], children: [] }), undefined, text.style)));
  else if (before?.value !== value) edited.put(file, text.change(setAttribute(text.text, element, name, value, text.style)));
  return ok({ file, path });
}
