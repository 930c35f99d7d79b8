import type { XmlAttribute, XmlElement } from "../../base/xml-element.js";
import type { Interval, Moment } from "./moment.js";
import { parseMoment } from "./parse-moment.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** `xsi:nil="true"`? */
export const isNil = ({ attributes }: XmlElement): boolean => attributes.some(({ name, namespace, value }) => name === "nil" && namespace === XSI && (value.trim() === "true" || value.trim() === "1"));

/** The characters directly inside. */
export function ownText({ children }: XmlElement): string {
  const [first] = children;
  if (children.length === 1 && typeof first === "string") return first;
  return children.filter((child) => typeof child === "string").join("");
}

export const firstChild = ({ children }: XmlElement, name: string): XmlElement | undefined =>
  children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);

/** Elements inside a datetime (DSP0230 and what Windows writes). */
const temporal: ReadonlySet<string> = new Set(["Datetime", "Interval", "CIM_DateTime", "Date", "Time"]);

const temporalChild = ({ children }: XmlElement): XmlElement | undefined => children.find((child): child is XmlElement => typeof child !== "string" && temporal.has(child.name));

/** The moment or interval that an element holds, in whichever form. */
export const momentOf = (element: XmlElement): Moment | Interval | undefined => parseMoment(ownText(temporalChild(element) ?? element).trim());

/** Does it hold a datetime the way instances do? */
export const hasMoment = (element: XmlElement): boolean => temporalChild(element) !== undefined;

/** Has it elements that are no datetime: an embedded object, a reference? */
export const isObject = (element: XmlElement): boolean => element.children.some((child) => typeof child !== "string" && !temporal.has(child.name));

/** The class of an embedded object, from its `xsi:type="p:Class_Type"`. */
export function classOfObject({ attributes }: XmlElement): string | undefined {
  const type: XmlAttribute | undefined = attributes.find(({ name, namespace }) => name === "type" && namespace === XSI);
  return type?.value.trim().replace(/^.*:/s, "").replace(/_Type$/, "");
}
