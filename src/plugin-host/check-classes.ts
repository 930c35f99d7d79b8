import type { CimScalarType, CimType, ClassDefinition } from "../base/class-definition.js";
import type { PluginProblem } from "./plugin-problem.js";

type Report = (problem: PluginProblem) => void;

const scalars = [
  "string", "boolean", "datetime", "reference", "object", "char16", "uint8", "uint16", "uint32", "uint64", "sint8", "sint16", "sint32", "sint64", "real32", "real64",
] as const satisfies readonly CimScalarType[];
const types: ReadonlySet<string> = new Set(scalars.flatMap((scalar) => [scalar, `${scalar}[]`]));

/** What a class or property may be called: both become names of elements and stand in queries. */
const isName = (value: unknown): value is string => typeof value === "string" && /^[A-Za-z_]\w{0,255}$/.test(value);

/** Checks declaration.classes. @returns copies of those that are right, whatever becomes of the originals */
export function checkClasses(value: unknown, report: Report): readonly ClassDefinition[] {
  if (value === undefined) return Object.freeze([]);
  const complain = (message: string, more: Partial<PluginProblem> = {}): void => report({ severity: "error", rule: "plugin-class", message, ...more });
  if (!Array.isArray(value)) {
    complain("declaration.classes is not a list");
    return Object.freeze([]);
  }
  const classes: ClassDefinition[] = [];
  for (const [at, each] of (value as readonly unknown[]).entries()) {
    const taken = takeClass(each, at, complain);
    if (taken === undefined) continue;
    if (classes.some(({ name }) => sameName(name, taken.name))) complain(`declaration.classes has ${taken.name} twice`, { allowed: "Names of classes compare without case." });
    else classes.push(taken);
  }
  checkSuperClasses(classes, complain);
  return Object.freeze(classes);
}

type Complain = (message: string, more?: Partial<PluginProblem>) => void;

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function takeClass(value: unknown, at: number, complain: Complain): ClassDefinition | undefined {
  const { name, superClass, keys, properties } = (typeof value === "object" && value !== null ? value : {}) as Partial<Record<keyof ClassDefinition, unknown>>;
  if (!isName(name)) {
    complain(`declaration.classes[${at}] has no name that a class may have`, { allowed: "A name is letters, digits and _, and begins with no digit." });
    return undefined;
  }
  if (superClass !== undefined && !isName(superClass)) complain(`the superClass of the class ${name} is no name of a class`);
  const taken = takeProperties(name, properties, complain);
  if (taken === undefined) return undefined;
  return Object.freeze({ name, keys: takeKeys(name, keys, taken, complain), properties: taken, ...(isName(superClass) ? { superClass } : {}) });
}

function takeProperties(of: string, value: unknown, complain: Complain): Readonly<Record<string, CimType>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    complain(`the class ${of} has no record of properties`, { remedy: 'Write properties: { Name: "string", … }.' });
    return undefined;
  }
  const properties: Record<string, CimType> = Object.create(null) as Record<string, CimType>;
  const seen = new Set<string>();
  for (const [name, type] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (!isName(name) || name.startsWith("__")) complain(`the class ${of} has a property ${JSON.stringify(name)}, which is no name a property may have`, { allowed: "A name is letters, digits and _, begins with no digit, and not with __." });
    else if (seen.has(name.toLowerCase())) complain(`the class ${of} has the property ${name} twice`, { allowed: "Names of properties compare without case." });
    else if (typeof type !== "string" || !types.has(type)) complainOfType(`${of}.${name}`, type, complain);
    else properties[name] = type as CimType;
    seen.add(name.toLowerCase());
  }
  return Object.freeze(properties);
}

function complainOfType(of: string, type: unknown, complain: Complain): void {
  const meant = typeof type === "string" ? [...types].find((known) => sameName(known, type)) : undefined;
  complain(`the property ${of} has the type ${typeof type === "string" ? JSON.stringify(type) : `of a ${typeof type}`}, which CIM does not have`, {
    allowed: `Types are ${scalars.join(", ")}, each also with [] behind it.`, ...(meant === undefined ? {} : { didYouMean: meant }),
  });
}

function takeKeys(of: string, value: unknown, properties: Readonly<Record<string, CimType>>, complain: Complain): readonly string[] {
  if (!Array.isArray(value) || !value.every((key) => typeof key === "string")) {
    complain(`the keys of the class ${of} are not a list of names`, { remedy: "Write keys: [] for a class with one instance." });
    return [];
  }
  for (const key of value) {
    if (Object.hasOwn(properties, key)) continue;
    const meant = Object.keys(properties).find((name) => sameName(name, key));
    complain(`the class ${of} has the key ${JSON.stringify(key)}, which is none of its properties`, meant === undefined ? {} : { didYouMean: meant });
  }
  return Object.freeze([...value]);
}

function checkSuperClasses(classes: readonly ClassDefinition[], complain: Complain): void {
  const find = (wanted: string): ClassDefinition | undefined => classes.find(({ name }) => sameName(name, wanted));
  for (const each of classes) {
    const { superClass } = each;
    if (superClass === undefined) continue;
    if (find(superClass) === undefined) complain(`the class ${each.name} has the superClass ${superClass}, which is none of the classes`, { remedy: "Declare it too, or leave superClass out." });
    const above = new Set<ClassDefinition>();
    for (let next = find(superClass); next !== undefined && !above.has(next); next = next.superClass === undefined ? undefined : find(next.superClass)) {
      above.add(next);
      if (next === each) complain(`the class ${each.name} is its own superClass, by way of ${superClass}`);
    }
  }
}
