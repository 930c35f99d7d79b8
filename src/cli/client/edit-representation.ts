import { fail, ok, type Result } from "../../base/result.js";
import type { XmlElement } from "../../base/xml-element.js";
import { XSI } from "../../protocol/soap/namespaces.js";
import { closestName } from "../grammar/closest-name.js";
import type { InputPair } from "../grammar/input-value.js";
import { quote, type UsageProblem } from "../grammar/usage-problem.js";
import { childElements, isNil } from "./element-access.js";

/** One value in the document, or the array of its neighbours of the same name. */
interface Place {
  /** Names from below the root down, joined by `/`. */
  readonly path: string;
  readonly depth: number;
  readonly parent: XmlElement;
}

/**
 * What `set` does between Get and Put: puts the given values where the document has a leaf element of that local name (or, for the root,
 * an attribute). A key may be a path, `Service/Auth/Basic`. Of several matches the one nearest to the root is meant; two equally near
 * ones are refused, naming both.
 */
export function editRepresentation(document: XmlElement, pairs: readonly InputPair[]): Result<XmlElement, UsageProblem> {
  let edited = document;
  for (const [key, group] of groupByKey(flatten(pairs, ""))) {
    const next = setOne(edited, key, group);
    if (!next.ok) return next;
    edited = next.value;
  }
  return ok(edited);
}

interface Setting {
  readonly key: string;
  readonly value: string | null;
  readonly position: number;
}

const flatten = (pairs: readonly InputPair[], above: string): readonly Setting[] =>
  pairs.flatMap(({ key, value, position }) =>
    typeof value === "string" || value === null ? [{ key: above + key, value, position }] : flatten(value, `${above}${key}/`),
  );

function groupByKey(settings: readonly Setting[]): Map<string, readonly Setting[]> {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) groups.set(setting.key, [...(groups.get(setting.key) ?? []), setting]);
  return groups;
}

function setOne(document: XmlElement, key: string, group: readonly Setting[]): Result<XmlElement, UsageProblem> {
  const values = group.map((setting) => setting.value);
  const matches = places(document).filter(({ path }) => path === key || path.endsWith(`/${key}`));
  const nearest = matches.filter(({ depth }) => depth === Math.min(...matches.map((match) => match.depth)));
  if (nearest.length === 1) return ok(replaceValues(document, nearest[0]!, key.slice(key.lastIndexOf("/") + 1), values));
  const named = `${quote(key)} (argument ${group[0]!.position})`;
  if (nearest.length > 1) return fail({ message: `${named} could be ${nearest.map(({ path }) => path).join(" or ")}: write the path instead of the name` });
  const attribute = document.attributes.findIndex(({ name, namespace }) => name === key && namespace === "");
  if (attribute >= 0 && values.length === 1 && values[0] !== null) {
    return ok({ ...document, attributes: document.attributes.map((old, at) => (at === attribute ? { ...old, value: values[0]! } : old)) });
  }
  return fail(nothingFor(key, named, document));
}

function nothingFor(key: string, named: string, document: XmlElement): UsageProblem {
  const paths = places(document).map(({ path }) => path);
  const inside = paths.filter((path) => path.startsWith(`${key}/`) || path.includes(`/${key}/`));
  if (inside.length > 0) return { message: `${named} holds other values: ${inside.slice(0, 10).join(", ")}${inside.length > 10 ? ", …" : ""}` };
  const names = paths.map((path) => path.slice(path.lastIndexOf("/") + 1)).concat(document.attributes.filter(({ namespace }) => namespace === "").map(({ name }) => name));
  const didYouMean = closestName(key, names) ?? closestName(key, paths);
  return { message: `${named} matches nothing in ${document.name}: it has no such value`, ...(didYouMean === undefined ? {} : { didYouMean }) };
}

/** Every leaf of the document; the members of an array once. */
function places(parent: XmlElement, above = "", depth = 1): readonly Place[] {
  const seen = new Set<string>();
  return childElements(parent).flatMap((child): readonly Place[] => {
    const path = above + child.name;
    if (childElements(child).length > 0) return places(child, `${path}/`, depth + 1);
    if (seen.has(child.name)) return [];
    seen.add(child.name);
    return [{ path, depth, parent }];
  });
}

/** Elements that are changed or hold a changed one are new values; the rest is shared. */
function replaceValues(element: XmlElement, place: Place, name: string, values: readonly (string | null)[]): XmlElement {
  if (element !== place.parent) {
    const children = element.children.map((child) => (typeof child === "string" ? child : replaceValues(child, place, name, values)));
    return children.every((child, at) => child === element.children[at]) ? element : { ...element, children };
  }
  let isFirst = true;
  const children = element.children.flatMap((child) => {
    if (typeof child === "string" || child.name !== name) return [child];
    if (!isFirst) return [];
    isFirst = false;
    return values.map((value) => withValue(child, value));
  });
  return { ...element, children };
}

function withValue(element: XmlElement, value: string | null): XmlElement {
  const attributes = isNil(element) ? element.attributes.filter(({ name, namespace }) => name !== "nil" || namespace !== XSI) : element.attributes;
  if (value !== null) return { ...element, attributes, children: value === "" ? [] : [value] };
  return { ...element, attributes: [...attributes, { name: "nil", namespace: XSI, prefix: "xsi", value: "true" }], children: [] };
}
