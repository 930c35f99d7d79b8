import { fail, ok, type Result } from "../../../base/result.js";
import { StepBudget } from "../../../base/step-budget.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { childElement } from "../../../sdk/read-element.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import { namespaces } from "../../../protocol/wsman/namespaces.js";
import { selectNodes, type Selection } from "../../../protocol/xpath/select-nodes.js";
import { mostSteps } from "../most-steps.js";
import { fragmentFault } from "./fragment-fault.js";
import type { HostFragment } from "./host-fragment.js";

/** What a path found, and whether its last name is one that the class has though this representation does not: a property that is NULL. */
export interface Part extends Selection {
  readonly isKnownButAbsent: boolean;
}

/**
 * Finds a part of a representation. A position or key that nothing has finds nothing; a name that nothing has is a mistake, unless the class
 * defines it.
 */
export function findPart(root: XmlElement, { path, classes }: HostFragment): Result<Part, Fault> {
  const budget = new StepBudget(mostSteps);
  const found = selectNodes(root, path, budget);
  if (budget.isExhausted) return fail(fragmentFault("The fragment path takes too much work; name fewer or smaller elements."));
  if (path.steps.length > 1) {
    const { elements } = selectNodes(root, { ...path, steps: path.steps.slice(0, 1), leaf: undefined }, budget);
    if (elements.some(isReference)) return fail(fragmentFault(`${path.steps[0]!.name.local} is a reference, whose parts have no paths; ask for the whole.`));
  }
  const { unknown } = found;
  if (unknown === undefined) return ok({ ...found, isKnownButAbsent: false });
  const definition = classes.find(({ name }) => name === root.name);
  const isOwn = unknown.namespace === undefined || unknown.namespace === root.namespace;
  if (isOwn && path.steps[path.fromParent ? 1 : 0]?.name === unknown && definition !== undefined && Object.hasOwn(definition.properties, unknown.local)) return ok({ ...found, isKnownButAbsent: true });
  return fail(fragmentFault(unknownName(root, unknown.local, path.steps.length)));
}

function unknownName(root: XmlElement, name: string, depth: number): string {
  const meant = depth === 1 ? root.children.find((child): child is XmlElement => typeof child !== "string" && child.name.toLowerCase() === name.toLowerCase()) : undefined;
  const hint = meant === undefined ? "" : ` Names keep their case: did you mean ${meant.name}?`;
  return `The representation ${root.name} has no ${name.slice(0, 100)} where the fragment path looks for it.${hint}`;
}

const isReference = (element: XmlElement): boolean => childElement(element, "ReferenceParameters")?.namespace === namespaces.a;
