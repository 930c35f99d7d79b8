import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { adoptElement } from "./adopt-element.js";
import type { PathName, PathStep, XPath } from "./path.js";
import type { Selection } from "./select-nodes.js";
import { isAttributeNamed } from "./select-nodes.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** What shall stand where the path leads. */
export interface Replacement {
  readonly elements: readonly XmlElement[];
  /** Characters beside them, trimmed only where there are elements. */
  readonly text: string;
}

/**
 * Puts a replacement in the place of what a path found. Everything else stays as it is, and is shared.
 * @param found what `selectNodes` gave for the same root and path
 * @returns one sentence when the replacement is not what belongs there
 */
export function replaceNodes(root: XmlElement, { steps, leaf }: XPath, found: Selection, replacement: Replacement): Result<XmlElement, string> {
  const [target, ...others] = found.elements;
  const last = steps.at(-1);
  if (leaf === undefined) return last === undefined ? fail("the path names no part") : replaceElements(root, last, found.elements, replacement);
  if (target === undefined || others.length > 0) return fail(`the path leads to ${found.elements.length === 0 ? "nothing" : `${found.elements.length} places`}; a text has one place`);
  if (replacement.elements.length > 0) return fail(`the path ends in ${leaf.kind === "text" ? "text()" : `@${leaf.name.local}`}, so the fragment is text without elements`);
  const next = leaf.kind === "text" ? withText(target, replacement.text) : withAttribute(target, leaf.name, replacement.text);
  return next.ok ? ok(exchange(root, new Map([[target, [next.value]]]))) : next;
}

function replaceElements(root: XmlElement, { name, index, key }: PathStep, targets: readonly XmlElement[], { elements, text }: Replacement): Result<XmlElement, string> {
  if (text.trim() !== "") return fail("the path leads to elements, so the fragment is elements without text around them; to put a text end the path with /text()");
  const other = elements.find((element) => element.name !== name.local);
  if (other !== undefined) return fail(`the fragment holds the element ${other.name} where the path asks for ${name.local}`);
  if (elements.length === 0) return fail(`the fragment is empty; put the new ${name.local} into it, with xsi:nil="true" for no value`);
  if ((index !== undefined || key !== undefined || targets[0] === root) && elements.length !== 1) return fail(`the path leads to one ${name.local} and the fragment holds ${elements.length}`);
  const [first, ...rest] = targets;
  if (first === undefined) return fail("the path leads to nothing");
  const siblings = new Set(parentOf(root, first)?.children);
  if (rest.some((target) => !siblings.has(target))) return fail("the path leads to elements in several places; name one of them");
  const adopted = elements.map((element, at) => adoptElement(element, targets[at] ?? first));
  return ok(exchange(root, new Map<XmlElement, readonly XmlElement[]>([[first, adopted], ...rest.map((target) => [target, []] as const)])));
}

function parentOf(root: XmlElement, wanted: XmlElement): XmlElement | undefined {
  for (const child of root.children) {
    if (child === wanted) return root;
    const inside = typeof child === "string" ? undefined : parentOf(child, wanted);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function withText(element: XmlElement, text: string): Result<XmlElement, string> {
  if (element.children.some((child) => typeof child !== "string")) return fail(`${element.name} holds elements, which a text would take the place of; put the element itself`);
  const attributes = element.attributes.filter(({ name, namespace }) => name !== "nil" || namespace !== XSI);
  return ok({ ...element, attributes, children: text === "" ? [] : [text] });
}

function withAttribute(element: XmlElement, wanted: PathName, value: string): Result<XmlElement, string> {
  if (!element.attributes.some((attribute) => isAttributeNamed(attribute, wanted))) return fail(`${element.name} has no attribute ${wanted.local}`);
  return ok({ ...element, attributes: element.attributes.map((attribute) => (isAttributeNamed(attribute, wanted) ? { ...attribute, value } : attribute)) });
}

/** The tree with some elements exchanged for others; the rest is shared. The root is exchanged for one element. */
function exchange(element: XmlElement, replaced: ReadonlyMap<XmlElement, readonly XmlElement[]>): XmlElement {
  const own = replaced.get(element);
  if (own !== undefined) return own[0]!;
  let isChanged = false;
  const children = element.children.flatMap((child): readonly (XmlElement | string)[] => {
    if (typeof child === "string") return [child];
    const instead = replaced.get(child) ?? [exchange(child, replaced)];
    isChanged ||= instead.length !== 1 || instead[0] !== child;
    return instead;
  });
  return isChanged ? { ...element, children } : element;
}
