import type { XmlElement } from "../../base/xml-element.js";
import { isNCName } from "./characters.js";
import { XMLNS_NAMESPACE } from "./namespace-scope.js";

/** Deeper than anybody's data, shallow enough that a cycle ends here and not in memory. */
const maxDepth = 64;

/**
 * Can this value be written as XML? For values that come from others, such as a plug-in's answer.
 * @returns `undefined` when it can, or one sentence that says where and what is wrong
 */
export function checkElement(element: XmlElement): string | undefined {
  return check(element, 1);
}

function check(element: XmlElement, depth: number): string | undefined {
  if (typeof element !== "object" || element === null) return `A child is ${element === null ? "null" : typeof element} where an element or a string belongs.`;
  if (depth > maxDepth) return `Elements are nested deeper than ${String(maxDepth)}.`;
  const wrong = checkName(element, "element") ?? checkAttributes(element);
  if (wrong !== undefined) return wrong;
  if (!isList(element.children)) return `The element ${element.name} has no array of children.`;
  for (const child of element.children) {
    const inside = typeof child === "string" ? undefined : check(child, depth + 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function checkName(named: { name: string; namespace: string; prefix?: string }, kind: string): string | undefined {
  const { name, namespace, prefix } = named;
  if (typeof name !== "string" || !isNCName(name)) return `${JSON.stringify(name)} is not a name an ${kind} can have.`;
  if (typeof namespace !== "string") return `The ${kind} ${name} has no namespace; an empty string says none.`;
  if (namespace === XMLNS_NAMESPACE) return `The ${kind} ${name} must not be in the namespace of xmlns; declarations are made when writing.`;
  if (prefix === undefined || prefix === "") return undefined;
  if (typeof prefix !== "string" || !isNCName(prefix)) return `${JSON.stringify(prefix)} is not a prefix the ${kind} ${name} can have.`;
  return undefined;
}

function checkAttributes(element: XmlElement): string | undefined {
  if (!isList(element.attributes)) return `The element ${element.name} has no array of attributes.`;
  const seen = element.attributes.length > 1 ? new Set<string>() : undefined;
  for (const attribute of element.attributes) {
    if (typeof attribute !== "object" || attribute === null) return `The element ${element.name} has an attribute that is not an object.`;
    const wrong = checkName(attribute, "attribute");
    if (wrong !== undefined) return wrong;
    if (attribute.name === "xmlns" && attribute.namespace === "") return `The element ${element.name} has xmlns as an attribute; declarations are made when writing.`;
    if (typeof attribute.value !== "string") return `The attribute ${attribute.name} of ${element.name} has no text as value.`;
    // A name holds no space, so the pair is unambiguous.
    const key = `${attribute.name} ${attribute.namespace}`;
    if (seen?.has(key) === true) return `The attribute ${attribute.name} of ${element.name} appears twice.`;
    seen?.add(key);
  }
  return undefined;
}

/** Not a type guard on purpose: it would turn the checked type into `any`. */
function isList(value: unknown): boolean {
  return Array.isArray(value);
}
