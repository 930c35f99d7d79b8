import { didYouMean } from "../did-you-mean.js";
import type { EffectiveElement } from "../effective-element.js";
import type { EditProblem } from "./edit-problem.js";
import type { ResolvedStep } from "./resolve-path.js";

export const stepText = (step: ResolvedStep): string => (step.kind === "element" ? step.name : `[${step.keys.map(([name, value]) => `${name}='${value}'`).join(",")}]`);

/** Why there is no entry that a step means, with those there are. */
export function noEntry(step: Extract<ResolvedStep, { kind: "entry" }>, parent: EffectiveElement | undefined): EditProblem {
  const [name, value] = step.keys[0] ?? ["", ""];
  const known = (parent?.entries ?? []).filter((entry) => entry.schema === step.schema).map((entry) => entry.attributes.get(name)?.text).filter((text) => text !== undefined);
  const meant = didYouMean(value, known);
  return {
    kind: "not-found",
    message: `There is no entry ${stepText(step)}.`,
    allowed: known.length === 0 ? "The collection has no entries." : `There are: ${known.map((each) => `${name}='${each}'`).join(", ")}.`,
    ...(meant === undefined ? {} : { didYouMean: meant }),
  };
}
