import type { XmlElement } from "../../base/xml-element.js";
import type { Path, QualifiedTest, Step } from "./path.js";

/** What a path found: elements, or the text they hold, or an attribute's value. */
export type Selection = { readonly kind: "elements"; readonly elements: readonly XmlElement[] } | { readonly kind: "texts"; readonly texts: readonly string[] };

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Finds the nodes of a path below the root element of a representation. Linear in the representation for each step. */
export function selectNodes(root: XmlElement, { steps, leaf }: Path): Selection {
  let elements: readonly XmlElement[] = [root];
  for (const step of steps) elements = elements.flatMap((parent) => stepInto(parent, step));
  if (leaf === undefined) return { kind: "elements", elements };
  if (leaf.kind === "text") return { kind: "texts", texts: elements.map(ownText).filter((text) => text !== "") };
  return { kind: "texts", texts: elements.flatMap((element) => attributeValue(element, leaf.name) ?? []) };
}

/** The children that a step means, in document order. */
export function stepInto(parent: XmlElement, { name, index, key }: Step): readonly XmlElement[] {
  const named = parent.children.filter((child): child is XmlElement => typeof child !== "string" && fits(child, name));
  const counted = index === undefined ? named : named.slice(index - 1, index);
  return key === undefined ? counted : counted.filter((element) => hasKey(element, key));
}

export const fits = (element: { readonly name: string; readonly namespace: string }, { local, namespace }: QualifiedTest): boolean =>
  element.name === local && (namespace === undefined || element.namespace === namespace);

function hasKey(element: XmlElement, { attribute, name, value }: NonNullable<Step["key"]>): boolean {
  if (attribute) return element.attributes.some((each) => fits(each, name) && each.value === value);
  return element.children.some((child) => typeof child !== "string" && fits(child, name) && allText(child) === value);
}

const ownText = ({ children }: XmlElement): string => children.filter((child) => typeof child === "string").join("");

const allText = ({ children }: XmlElement): string => children.map((child) => (typeof child === "string" ? child : allText(child))).join("");

/** Of xsi:type the class is given: Windows answers `CIM_Foo` for `p:CIM_Foo_Type`. */
function attributeValue(element: XmlElement, name: QualifiedTest): string | undefined {
  const found = element.attributes.find((attribute) => fits(attribute, name));
  if (found === undefined) return undefined;
  return found.name === "type" && found.namespace === XSI ? found.value.slice(found.value.indexOf(":") + 1).replace(/_Type$/u, "") : found.value;
}
