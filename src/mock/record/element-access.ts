import type { XmlElement } from "../../base/xml-element.js";
import { XSI } from "../../protocol/soap/namespaces.js";

export const childrenOf = (element: XmlElement): readonly XmlElement[] => element.children.filter((child): child is XmlElement => typeof child !== "string");

/** The first child of that name; a namespace of `undefined` is any. */
export const childOf = (element: XmlElement | undefined, name: string, namespace?: string): XmlElement | undefined =>
  element === undefined ? undefined : childrenOf(element).find((child) => child.name === name && (namespace === undefined || child.namespace === namespace));

/** All text inside, at any depth. */
export const textIn = (element: XmlElement | undefined): string =>
  element === undefined ? "" : element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");

export const attributeIn = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.find((attribute) => attribute.namespace === "" && attribute.name === name)?.value;

export const isNull = ({ attributes }: XmlElement): boolean => attributes.some(({ name, namespace, value }) => name === "nil" && namespace === XSI && /^\s*(?:true|1)\s*$/u.test(value));
