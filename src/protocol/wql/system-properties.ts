import { ancestorsOf, familyOf, findClass, type ClassShape } from "./class-shape.js";
import type { ElementTest, Truth } from "./compile-comparison.js";
import { isNil, ownText } from "./element-value.js";
import { foldCase } from "./fold-case.js";
import type { ItemRow, RowShape } from "./item-row.js";
import { equalPaths, parseObjectPath } from "./object-path.js";
import type { Condition, Constant, PropertyPath, RelationalOperator } from "./statement.js";
import { WqlError } from "./wql-error.js";

/** Where instances are, for what their paths say of that. */
export interface WqlPlace {
  /** Name of the machine. */
  readonly server: string;
  /** `root/cimv2`. */
  readonly namespace: string;
}

interface Surroundings {
  readonly classes: readonly ClassShape[];
  /** The class of FROM. */
  readonly shape: ClassShape | undefined;
  readonly row: RowShape;
  readonly place: WqlPlace | undefined;
}

/** @returns in lower case; `undefined` for a property of instances */
export const systemName = ({ names }: PropertyPath): string | undefined => (names[0].startsWith("__") ? names[0].toLowerCase() : undefined);

const pathNames: ReadonlySet<string> = new Set(["__path", "__relpath"]);

/** A value that is found out of an item, and its type. */
interface SystemProperty {
  readonly type: "string" | "uint32" | "path";
  value(row: ItemRow): string | undefined;
}

/** Makes a comparison with a system property. @param make the test of a value of that type. @throws WqlError for one that nobody knows */
export function compileSystemComparison(condition: Extract<Condition, { kind: "comparison" }>, around: Surroundings, make: (type: string) => ElementTest): (row: ItemRow) => Truth {
  const { path, operator, constant, offset } = condition;
  const property = find(path, around);
  if (property.type === "path") return comparePath(property, path.names[0], operator, constant, offset);
  return testText(property, make(property.type));
}

/** LIKE looks at the text, of a path too. @throws WqlError for one that nobody knows */
export function compileSystemLike(path: PropertyPath, around: Surroundings, make: (type: string) => ElementTest): (row: ItemRow) => Truth {
  const property = find(path, around);
  return testText(property, make(property.type === "path" ? "string" : property.type));
}

/** @throws WqlError for one that nobody knows */
export function compileSystemNull(path: PropertyPath, isNegated: boolean, around: Surroundings): (row: ItemRow) => Truth {
  const { value } = find(path, around);
  return (row) => (value(row) === undefined) !== isNegated;
}

/** The key properties that the path of an item is made of, of the class and all under it. */
export function keysOfPaths(classes: readonly ClassShape[], className: string): readonly string[] {
  const family = familyOf(classes, className);
  return [...new Set(classes.filter(({ name }) => family.has(name.toLowerCase())).flatMap(({ keys = [] }) => keys))];
}

export const isPathName = (path: PropertyPath): boolean => pathNames.has(systemName(path) ?? "");

function testText({ value }: SystemProperty, test: ElementTest): (row: ItemRow) => Truth {
  return (row) => {
    const text = value(row);
    return text === undefined ? undefined : test({ name: "", namespace: "", attributes: [], children: [text] }, row.budget);
  };
}

function find(path: PropertyPath, around: Surroundings): SystemProperty {
  const { names: [first, ...inside], offset } = path;
  const property = inside.length > 0 ? undefined : propertyOf(first.toLowerCase(), around);
  if (property !== undefined) return property;
  if (first.toLowerCase() === "__derivation") throw new WqlError("__DERIVATION is an array, which nothing can be compared with; ask for __SUPERCLASS or __DYNASTY, or __THIS ISA", offset);
  const known = ["__CLASS", "__SUPERCLASS", "__DYNASTY", "__GENUS", ...(around.shape === undefined ? [] : ["__PROPERTY_COUNT", "__RELPATH", "__PATH"]), ...(around.place === undefined ? [] : ["__SERVER", "__NAMESPACE"])];
  throw new WqlError(`the system property ${path.names.join(".").slice(0, 100)} is not known here; ${known.slice(0, -1).join(", ")} and ${known.at(-1)!} are`, offset);
}

function propertyOf(name: string, { classes, shape, row: rowShape, place }: Surroundings): SystemProperty | undefined {
  const ofClass = (value: (className: string) => string | undefined, type: SystemProperty["type"] = "string"): SystemProperty => ({ type, value: ({ item }) => value(item.name) });
  const constant = (text: string | undefined): SystemProperty | undefined => (text === undefined ? undefined : { type: "string", value: () => text });
  switch (name) {
    case "__class": return ofClass((className) => className);
    case "__superclass": return ofClass((className) => ancestorsOf(classes, className)[0]);
    case "__dynasty": return ofClass((className) => ancestorsOf(classes, className).at(-1) ?? className);
    case "__genus": return ofClass(() => "2", "uint32");
    case "__server": return constant(place?.server);
    case "__namespace": return constant(place?.namespace.replaceAll("/", "\\"));
    case "__property_count": return shape === undefined ? undefined : ofClass((className) => countOf(findClass(classes, className)), "uint32");
    case "__relpath":
    case "__path": {
      if (shape === undefined) return undefined;
      const relative = relativePaths(classes, shape.name, rowShape);
      const before = name === "__relpath" || place === undefined ? "" : `\\\\${place.server}\\${place.namespace.replaceAll("/", "\\")}:`;
      return { type: "path", value: (row) => `${before}${relative(row)}` };
    }
    default: return undefined;
  }
}

const countOf = (shape: ClassShape | undefined): string | undefined => (shape === undefined ? undefined : String(Object.keys(shape.properties).length));

/** `Class.Key="value",…`, and `Class=@` for an instance that needs no name. */
function relativePaths(classes: readonly ClassShape[], className: string, rowShape: RowShape): (row: ItemRow) => string {
  const slots = new Map(keysOfPaths(classes, className).map((key) => [key, rowShape.slotOf(key)]));
  return ({ item, values, budget }) => {
    const parts: string[] = [];
    for (const key of findClass(classes, item.name)?.keys ?? []) {
      const found = values[slots.get(key) ?? -1];
      if (found === undefined || !("name" in found) || isNil(found)) continue;
      const text = ownText(found);
      budget.spend(text.length);
      parts.push(`${key}="${text.replaceAll(/["\\]/g, "\\$&")}"`);
    }
    return parts.length === 0 ? `${item.name}=@` : `${item.name}.${parts.join(",")}`;
  };
}

const prefix = /^(?:(?:\\\\|\/\/)([^\\/:]+)[\\/])?([^:"'=]*):/;

/** Paths are equal when class and keys are, and machine and namespace as far as the constant names them; `.` is any machine's own. */
function comparePath({ value }: SystemProperty, name: string, operator: RelationalOperator, constant: Constant, offset: number): (row: ItemRow) => Truth {
  if (operator !== "=" && operator !== "<>") throw new WqlError(`${name} is a path and has no order; compare it with = or <>, or use LIKE`, offset);
  const text = constant.text.trim();
  const wanted = constant.type === "string" ? parseObjectPath(text) : undefined;
  if (wanted === undefined) throw new WqlError(`${name} is compared with a path such as 'Win32_Service.Name="spooler"'`, constant.offset);
  const place = placeIn(text);
  return (row) => {
    const own = value(row)!;
    row.budget.spend(50 + own.length);
    const path = parseObjectPath(own);
    // `Class=@` is the only instance, whatever its key says.
    const isSame = path !== undefined && (wanted.keys === undefined ? path.className === wanted.className : equalPaths(path, wanted)) && isThere(placeIn(own), place);
    return isSame === (operator === "=");
  };
}

interface Place {
  readonly server: string | undefined;
  readonly namespace: string | undefined;
}

function placeIn(path: string): Place {
  const [, server, namespace] = prefix.exec(path) ?? [];
  return { server: server === undefined ? undefined : foldCase(server), namespace: namespace === undefined || namespace === "" ? undefined : foldCase(namespace.replaceAll("/", "\\")) };
}

/** What an item's own path does not say is not compared either. */
function isThere(own: Place, wanted: Place): boolean {
  const isServer = own.server === undefined || wanted.server === undefined || wanted.server === "." || own.server === wanted.server;
  return isServer && (own.namespace === undefined || wanted.namespace === undefined || own.namespace === wanted.namespace);
}
