import type { StepBudget } from "../../base/step-budget.js";
import type { XmlElement } from "../../base/xml-element.js";
import type { PathName, PathStep, XPath } from "./path.js";

/** What a path found. */
export interface Selection {
  /** The elements that the steps lead to: the root itself when there are none. */
  readonly elements: readonly XmlElement[];
  /** Of a path that ends in text() or @name: its texts, one for each node. */
  readonly texts: readonly string[] | undefined;
  /** The first step whose name no element at that place has: a misspelt name, or a property that is not there. */
  readonly unknown: PathName | undefined;
}

/**
 * Finds the nodes of a path. Its context is the root element, and the root's position is 1.
 * @returns nothing that counts when the budget is exhausted afterwards
 */
export function selectNodes(root: XmlElement, { fromParent, steps, leaf }: XPath, budget: StepBudget): Selection {
  let elements: readonly XmlElement[] = [root];
  let unknown: PathName | undefined;
  steps.forEach((step, at) => {
    if (elements.length === 0 || budget.isExhausted) return;
    // The parent of the root has one child.
    const each = at === 0 && fromParent ? [take([root], step, budget)] : elements.map((parent) => (budget.isExhausted ? nothing : take(parent.children, step, budget)));
    if (!each.some(({ isNamed }) => isNamed)) unknown = step.name;
    elements = each.flatMap(({ taken }) => taken);
  });
  if (leaf === undefined) return { elements, texts: undefined, unknown };
  if (leaf.kind === "text") return { elements, texts: elements.flatMap(({ children }) => children.filter((child) => typeof child === "string")), unknown };
  const { name } = leaf;
  const texts = elements.flatMap(({ attributes }) => attributes.filter((attribute) => isAttributeNamed(attribute, name)).map(({ value }) => value));
  return { elements, texts, unknown: unknown ?? (elements.length > 0 && texts.length === 0 ? name : undefined) };
}

const nothing: Taken = { taken: [], isNamed: false };

interface Taken {
  readonly taken: readonly XmlElement[];
  /** Is there any element of the step's name? */
  readonly isNamed: boolean;
}

/** Steps that looking into an element costs, however few children it has. */
const perParent = 16;

function take(children: readonly (XmlElement | string)[], { name, index, key }: PathStep, budget: StepBudget): Taken {
  budget.spend(children.length + perParent);
  const named = children.filter((child): child is XmlElement => typeof child !== "string" && isNamed(child, name));
  const there = index === undefined ? named : named.slice(index - 1, index);
  return { isNamed: named.length > 0, taken: key === undefined ? there : there.filter((element) => hasKey(element, key, budget)) };
}

/** Names keep their case; a namespace is asked for only by a declared prefix. */
export const isNamed = (element: { readonly name: string; readonly namespace: string }, { local, namespace }: PathName): boolean =>
  element.name === local && (namespace === undefined || element.namespace === namespace);

export const isAttributeNamed = isNamed;

function hasKey(element: XmlElement, { isAttribute, name, value }: NonNullable<PathStep["key"]>, budget: StepBudget): boolean {
  if (isAttribute) {
    budget.spend(element.attributes.length + 1);
    return element.attributes.some((attribute) => isAttributeNamed(attribute, name) && attribute.value === value);
  }
  budget.spend(element.children.length + 1);
  return element.children.some((child) => typeof child !== "string" && isNamed(child, name) && textOf(child, budget) === value);
}

/** XPath's string value: all text inside. */
function textOf(element: XmlElement, budget: StepBudget): string {
  budget.spend(element.children.length + 1);
  if (budget.isExhausted) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child, budget))).join("");
}
