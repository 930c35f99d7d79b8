import type { XmlElement } from "../../base/xml-element.js";
import { DMDDF } from "../syncml/namespaces.js";

/** Microsoft's additions to descriptions (Windows' DDF v2). */
export const MSFT_DM = "http://schemas.microsoft.com/MobileDevice/DM";

/** Elements of descriptions and serialised trees stand in their namespace, or in none as in documents with a DOCTYPE alone. */
const isTree = (namespace: string): boolean => namespace === DMDDF || namespace === "";

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== "string";

/** The elements in an element, Microsoft's among them. */
export const elementsIn = ({ children }: XmlElement): readonly XmlElement[] => children.filter(isElement);

export const childrenNamed = (parent: XmlElement, name: string): readonly XmlElement[] => elementsIn(parent).filter((child) => child.name === name && isTree(child.namespace));

export const childNamed = (parent: XmlElement, name: string): XmlElement | undefined => childrenNamed(parent, name)[0];

export const additionsNamed = (parent: XmlElement, name: string): readonly XmlElement[] => elementsIn(parent).filter((child) => child.name === name && child.namespace === MSFT_DM);

/** Text of an element as it stands. */
export const textIn = ({ children }: XmlElement): string => children.filter((child) => typeof child === "string").join("");

/** Text of the child of that name, without white space around it. */
export function childText(parent: XmlElement, name: string): string | undefined {
  const child = childNamed(parent, name);
  return child === undefined ? undefined : textIn(child).trim();
}

/** Is it the root of a description or serialised tree? */
export const isManagementTree = ({ name, namespace }: XmlElement): boolean => name === "MgmtTree" && isTree(namespace);

/** An element to be written. */
export const treeElement = (name: string, ...children: readonly (XmlElement | string)[]): XmlElement => ({ name, namespace: DMDDF, attributes: [], children: children.filter((child) => child !== "") });
