import type { XmlElement } from "../../base/xml-element.js";
import { XSI } from "../../protocol/soap/namespaces.js";

/** The child elements, text left out. */
export const childElements = (element: XmlElement): readonly XmlElement[] => element.children.filter((child): child is XmlElement => typeof child !== "string");

/** The first child of that name. */
export const findChild = (element: XmlElement, namespace: string, name: string): XmlElement | undefined =>
  childElements(element).find((child) => child.name === name && child.namespace === namespace);

/** All text directly inside. */
export const textOf = (element: XmlElement): string => element.children.filter((child) => typeof child === "string").join("");

/** All text inside, at any depth. */
export const deepTextOf = (element: XmlElement): string => element.children.map((child) => (typeof child === "string" ? child : deepTextOf(child))).join("");

/** `xsi:nil="true"`? */
export const isNil = (element: XmlElement): boolean =>
  element.attributes.some(({ name, namespace, value }) => name === "nil" && namespace === XSI && (value.trim() === "true" || value.trim() === "1"));

/** The value of an attribute without namespace. */
export const attributeOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((attribute) => attribute.namespace === "" && attribute.name === name)?.value;
