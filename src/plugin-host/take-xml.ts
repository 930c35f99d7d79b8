import { mostCharacters } from "../base/most-characters.js";
import type { XmlAttribute, XmlElement } from "../base/xml-element.js";
import type { PluginXml } from "./plugin-answer.js";

/** A plug-in gave something that is not what its contract says. The message ends a sentence that names the plug-in. */
export class WrongAnswer extends Error {}

/** No name characters but these are checked here; whether text is well-formed is the wire's business. Nearly every name is ASCII. */
const asciiName = /^[A-Za-z_][\w.-]*$/;
const ncName = /^[\p{L}_][\p{L}\p{M}\p{N}._\u00B7-]*$/u;
const isName = (text: unknown): text is string => typeof text === "string" && (asciiName.test(text) || ncName.test(text));
/** What a message may hold is not deeper either. */
const maxDepth = 64;

/** What may still be taken, in characters, before an answer is called endless. */
interface Budget {
  left: number;
}

/**
 * Takes XML that a plug-in gave: text and elements as they are, a reader read to its end. Who writes an element checks it while writing:
 * that is the one time it is looked at.
 * @param limit characters, about; more than this cannot be sent anyway
 * @throws WrongAnswer, or whatever the plug-in's own objects throw
 */
export function takeXml(value: unknown, limit: number): PluginXml {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) throw new WrongAnswer(`gave ${value === null ? "null" : typeof value} where XML is expected`);
  if (typeof (value as { read?: unknown }).read === "function") return readAll(value as { read(): unknown }, { left: mostCharacters(limit) });
  if (!Array.isArray((value as { children?: unknown }).children)) throw new WrongAnswer("gave an object that is no element: it has no children");
  return value as PluginXml;
}

/** Walks a plug-in's list by index: its length may be any number, and its methods are its own. */
function takeList<T>(list: readonly unknown[], budget: Budget, take: (entry: unknown) => T): readonly T[] {
  const { length } = list;
  spend(budget, length);
  const taken: T[] = [];
  for (let at = 0; at < length; at++) taken.push(take(list[at]));
  return taken;
}

interface Tag {
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string | undefined;
  readonly attributes: readonly XmlAttribute[];
}

function takeTag(value: Partial<XmlElement>, budget: Budget): Tag {
  const { name, namespace, prefix, attributes } = value;
  if (!isName(name)) throw new WrongAnswer(`gave an element whose name is not an XML name: ${show(name)}`);
  if (typeof namespace !== "string") throw new WrongAnswer(`gave an element ${name} whose namespace is not text`);
  if (!Array.isArray(attributes)) throw new WrongAnswer(`gave an element ${name} whose attributes are not a list`);
  spend(budget, name.length + namespace.length + 8);
  return {
    name, namespace, prefix: takePrefix(prefix, name),
    attributes: attributes.length === 0 ? none : takeList(attributes as readonly unknown[], budget, (attribute) => takeAttribute(attribute, name, budget)),
  };
}

const none: readonly XmlAttribute[] = Object.freeze([]);

function takeAttribute(value: unknown, of: string, budget: Budget): XmlAttribute {
  const { name, namespace, prefix, value: text } = (typeof value === "object" && value !== null ? value : {}) as Partial<XmlAttribute>;
  if (!isName(name)) throw new WrongAnswer(`gave an attribute of ${of} whose name is not an XML name: ${show(name)}`);
  if (typeof namespace !== "string" || typeof text !== "string") throw new WrongAnswer(`gave an attribute ${name} of ${of} that is not text`);
  spend(budget, name.length + text.length);
  const checked = takePrefix(prefix, name);
  return checked === undefined ? { name, namespace, value: text } : { name, namespace, prefix: checked, value: text };
}

function takePrefix(prefix: unknown, of: string): string | undefined {
  if (prefix === undefined || prefix === "") return undefined;
  if (!isName(prefix)) throw new WrongAnswer(`gave ${of} a prefix that is not an XML name: ${show(prefix)}`);
  return prefix;
}

function readAll(reader: { read(): unknown }, budget: Budget): XmlElement {
  let root: XmlElement | undefined;
  const open: { readonly element: XmlElement; readonly children: (XmlElement | string)[] }[] = [];
  for (let node = reader.read(); node !== undefined; node = reader.read()) {
    spend(budget, 1);
    const { type, element, text } = node as { type?: unknown; element?: Partial<XmlElement>; text?: unknown };
    if (type === "text" && typeof text === "string" && open.length > 0) {
      spend(budget, text.length);
      open.at(-1)!.children.push(text);
    } else if (type === "endElement" && open.length > 0) {
      open.pop();
    } else if (type === "element" && typeof element === "object" && (open.length > 0 || root === undefined) && open.length < maxDepth) {
      const children: (XmlElement | string)[] = [];
      const { prefix, ...tag } = takeTag(element, budget);
      const taken: XmlElement = { ...tag, ...(prefix === undefined ? {} : { prefix }), children };
      if (open.length === 0) root = taken;
      else open.at(-1)!.children.push(taken);
      // Empty ones too: every element has its end.
      open.push({ element: taken, children });
    } else throw new WrongAnswer("gave a reader that does not read exactly one element");
    if (open.length === 0) return root!;
  }
  throw new WrongAnswer("gave a reader that ends before its element does");
}

function spend(budget: Budget, characters: number): void {
  budget.left -= characters;
  if (budget.left < 0) throw new WrongAnswer("gave an element far larger than any answer may be");
}

const show = (value: unknown): string => (typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : typeof value);
