import type { XmlElement } from "../../base/xml-element.js";
import { firstChild, ownText } from "./element-value.js";
import { foldCase } from "./fold-case.js";

/** What a path to an instance says, ready to be compared: lower case, keys in order. */
export interface ObjectPath {
  readonly className: string;
  /** `undefined`: the only instance, `Class=@`. */
  readonly keys: ReadonlyMap<string, string> | undefined;
}

const key = /([\p{L}_][\p{L}\p{N}_]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,\s"']+))\s*(?:,|$)/uy;

/** `\\server\root\ns:Class.Key="value",…`, `Class="value"`, `Class=@`. The server and namespace are not compared. @returns `undefined` for what is none */
export function parseObjectPath(text: string): ObjectPath | undefined {
  const match = /^(?:[^:"'=]*:)?([\p{L}_][\p{L}\p{N}_]*)\s*(?:\.|(?==)|$)/u.exec(text);
  if (match === null) return undefined;
  const className = match[1]!.toLowerCase();
  const rest = text.slice(match[0].length);
  if (rest === "" || /^=\s*@$/.test(rest)) return { className, keys: undefined };
  const single = /^=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\S+))$/s.exec(rest);
  // The name of a class's only key is not known here; what has one key has that value.
  if (single !== null) return { className, keys: new Map([["", valueOf(single.slice(1))]]) };
  const keys = new Map<string, string>();
  key.lastIndex = 0;
  for (let at = 0; at < rest.length; at = key.lastIndex) {
    key.lastIndex = at;
    const found = key.exec(rest);
    if (found === null) return undefined;
    keys.set(found[1]!.toLowerCase(), valueOf(found.slice(2)));
  }
  return { className, keys };
}

const valueOf = (forms: readonly (string | undefined)[]): string => foldCase((forms.find((form) => form !== undefined) ?? "").replaceAll(/\\(["'\\])/g, "$1"));

/** Reads the endpoint reference in a reference property. @returns `undefined` when there is none */
export function readReference(element: XmlElement): ObjectPath | undefined {
  const parameters = firstChild(element, "ReferenceParameters");
  const uri = parameters && firstChild(parameters, "ResourceURI");
  if (parameters === undefined || uri === undefined) return parseObjectPath(ownText(element).trim());
  const className = ownText(uri).trim().replace(/^.*\//s, "").toLowerCase();
  const set = firstChild(parameters, "SelectorSet");
  const keys = new Map<string, string>();
  for (const selector of set?.children ?? []) {
    if (typeof selector === "string" || selector.name !== "Selector") continue;
    const name = (selector.attributes.find((attribute) => attribute.name === "Name")?.value ?? "").toLowerCase();
    // The namespace is the resource URI's business.
    if (name !== "__cimnamespace") keys.set(name, foldCase(ownText(selector)));
  }
  return { className, keys: keys.size === 0 ? undefined : keys };
}

export function equalPaths(a: ObjectPath, b: ObjectPath): boolean {
  if (a.className !== b.className || a.keys?.size !== b.keys?.size) return false;
  for (const [name, value] of b.keys ?? []) if ((name === "" ? [...a.keys!.values()][0] : a.keys!.get(name)) !== value) return false;
  return true;
}
