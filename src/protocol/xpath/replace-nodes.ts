import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import type { Path, Step } from "./path.js";
import { fits, stepInto } from "./select-nodes.js";

/** What is put in the place of a path's nodes: elements for a path to elements, text for `text()` and attributes. */
export type Replacement = { readonly kind: "elements"; readonly elements: readonly XmlElement[] } | { readonly kind: "text"; readonly text: string };

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * The representation with a path's nodes replaced; all else stays as it is. Elements that come without a namespace get that of the place
 * they are put in.
 * @returns a sentence when the path does not lead to one place there
 */
export function replaceNodes(root: XmlElement, path: Path, replacement: Replacement): Result<XmlElement, string> {
  const { steps, leaf } = path;
  if (leaf !== undefined) {
    if (replacement.kind !== "text") return fail("The fragment of a path to text or to an attribute holds text and no elements.");
    return changeOne(root, steps, (element) => (leaf.kind === "text" ? withText(element, replacement.text) : withAttribute(element, leaf.name.local, replacement.text)));
  }
  if (replacement.kind !== "elements") return fail("The fragment of a path to elements holds elements; for the text alone end the path with /text().");
  const last = steps.at(-1)!;
  const stranger = replacement.elements.find(({ name }) => name !== last.name.local);
  if (stranger !== undefined) return fail(`The fragment holds the element ${stranger.name} where ${last.name.local} belongs.`);
  if ((last.index !== undefined || last.key !== undefined) && replacement.elements.length !== 1) return fail(`The path leads to one ${last.name.local}; the fragment must hold one.`);
  return changeOne(root, steps.slice(0, -1), (parent) => replaceChildren(parent, last, replacement.elements));
}

/** Changes the one element that the steps lead to. */
function changeOne(element: XmlElement, steps: readonly Step[], change: (element: XmlElement) => XmlElement | string): Result<XmlElement, string> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    const changed = change(element);
    return typeof changed === "string" ? fail(changed) : ok(changed);
  }
  const [only, ...more] = stepInto(element, step);
  if (only === undefined) return fail(`There is no ${step.name.local} in ${element.name}.`);
  if (more.length > 0) return fail(`There are ${more.length + 1} elements ${step.name.local} in ${element.name}; say which by an index, as in ${step.name.local}[1].`);
  const changed = changeOne(only, rest, change);
  if (!changed.ok) return changed;
  return ok({ ...element, children: element.children.map((child) => (child === only ? changed.value : child)) });
}

function replaceChildren(parent: XmlElement, step: Step, elements: readonly XmlElement[]): XmlElement | string {
  const old = stepInto(parent, step);
  if (old.length === 0 && (step.index !== undefined || step.key !== undefined)) return `There is no such ${step.name.local} in ${parent.name}.`;
  const placed = elements.map((element) => inNamespace(element, old[0] ?? parent));
  if (old.length === 0) {
    // Properties stand by name; a new one takes its place among them.
    const at = parent.children.findIndex((child) => typeof child !== "string" && child.name.toLowerCase() > step.name.local.toLowerCase());
    const children = [...parent.children];
    children.splice(at < 0 ? children.length : at, 0, ...placed);
    return { ...parent, children };
  }
  return { ...parent, children: parent.children.flatMap((child) => (child === old[0] ? placed : old.includes(child as XmlElement) ? [] : [child])) };
}

/** As written in fragments: without a namespace, and all inside likewise. */
function inNamespace(element: XmlElement, like: XmlElement): XmlElement {
  const children = element.children.map((child) => (typeof child === "string" || child.namespace !== "" ? child : inNamespace(child, like)));
  if (element.namespace !== "") return { ...element, children };
  return { ...element, namespace: like.namespace, ...(like.prefix === undefined ? {} : { prefix: like.prefix }), children };
}

/** Text makes an end of null. */
function withText(element: XmlElement, text: string): XmlElement | string {
  if (element.children.some((child) => typeof child !== "string")) return `${element.name} holds elements, so it has no text to replace.`;
  return { ...element, attributes: element.attributes.filter(({ name, namespace }) => !(name === "nil" && namespace === XSI)), children: text === "" ? [] : [text] };
}

function withAttribute(element: XmlElement, local: string, value: string): XmlElement | string {
  if (!element.attributes.some((attribute) => fits(attribute, { local, namespace: undefined }))) return `${element.name} has no attribute ${local}.`;
  return { ...element, attributes: element.attributes.map((attribute) => (attribute.name === local ? { ...attribute, value } : attribute)) };
}
