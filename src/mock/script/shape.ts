import { didYouMean } from "../../configuration/did-you-mean.js";

/** Keys and indexes from the top of a script. */
export type ScriptPath = readonly (string | number)[];

export interface ShapeProblem {
  readonly path: ScriptPath;
  /** What is to be underlined. */
  readonly on: "key" | "value";
  readonly rule: string;
  readonly message: string;
  readonly allowed?: string;
  readonly didYouMean?: string;
  readonly remedy?: string;
}

/** Looks at one value, reports what is wrong with it, and goes on. */
export type Shape = (value: unknown, path: ScriptPath, report: (problem: ShapeProblem) => void) => void;

type Keys = Readonly<Record<string, Shape>>;

export interface ObjectRules {
  readonly required?: readonly string[];
  /** Of each group exactly one. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Of each group one at most. */
  readonly atMostOneOf?: readonly (readonly string[])[];
}

const keyText = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");

/** What a value is called in a sentence. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (value instanceof RegExp) return "a regular expression";
  return { object: "a map", string: "text", number: "a number", boolean: "a truth value", function: "a function" }[typeof value as string] ?? typeof value;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof RegExp) && !(value instanceof Uint8Array);

export function wrongKind(value: unknown, path: ScriptPath, wanted: string, remedy?: string): ShapeProblem {
  return { path, on: "value", rule: "wrong-kind", message: `"${String(path.at(-1) ?? "the script")}" is ${kindOf(value)}; it takes ${wanted}.`, ...(remedy === undefined ? {} : { remedy }) };
}

/** A map of known keys. */
export const object = (keys: Keys, { required = [], oneOf = [], atMostOneOf = [] }: ObjectRules = {}): Shape => (value, path, report) => {
  if (!isMap(value)) return report(wrongKind(value, path, `a map with ${keyText(Object.keys(keys))}`));
  for (const [key, inner] of Object.entries(value)) {
    if (Object.hasOwn(keys, key)) {
      // In TypeScript a key that is undefined is one that was left out.
      if (inner !== undefined) keys[key]!(inner, [...path, key], report);
    } else report(unknownKey(key, Object.keys(keys), path));
  }
  const given = (name: string): boolean => Object.hasOwn(value, name) && value[name] !== undefined;
  const place = { path, on: "value" } as const;
  for (const name of required) if (!given(name)) report({ ...place, rule: "missing-key", message: `"${name}" is missing.` });
  for (const group of oneOf) {
    const found = group.filter(given);
    if (found.length === 0) report({ ...place, rule: "missing-key", message: `One of ${keyText(group)} is missing.` });
  }
  for (const group of [...oneOf, ...atMostOneOf]) {
    const [, second] = group.filter(given);
    if (second !== undefined) report({ path: [...path, second], on: "key", rule: "too-many-keys", message: `Only one of ${keyText(group)} can be given.` });
  }
};

function unknownKey(key: string, known: readonly string[], path: ScriptPath): ShapeProblem {
  const meant = didYouMean(key, known);
  return { path: [...path, key], on: "key", rule: "unknown-key", message: `"${key}" is not a key that is known here.`, allowed: `Known here: ${known.join(", ")}.`, ...(meant === undefined ? {} : { didYouMean: meant }) };
}

/** A map of any keys. */
export const mapOf = (inner: Shape): Shape => (value, path, report) => {
  if (!isMap(value)) return report(wrongKind(value, path, "a map"));
  for (const [key, each] of Object.entries(value)) inner(each, [...path, key], report);
};

export const listOf = (inner: Shape, { notEmpty = false } = {}): Shape => (value, path, report) => {
  if (!Array.isArray(value)) return report(wrongKind(value, path, "a list"));
  if (notEmpty && value.length === 0) report({ path, on: "value", rule: "empty-list", message: `"${String(path.at(-1))}" is an empty list.` });
  value.forEach((each, index) => inner(each, [...path, index], report));
};

export const text: Shape = (value, path, report) => {
  if (typeof value !== "string") report(wrongKind(value, path, "text", typeof value === "number" || typeof value === "boolean" ? "Put it in quotes." : undefined));
};

export const flag: Shape = (value, path, report) => {
  if (typeof value !== "boolean") report(wrongKind(value, path, "true or false"));
};

/** Something that says only one thing. */
export const onlyTrue: Shape = (value, path, report) => {
  if (value !== true) report(wrongKind(value, path, "true", "Leave it out otherwise."));
};

export const integer = (least: number, most: number): Shape => (value, path, report) => {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) report({ path, on: "value", rule: "wrong-number", message: `"${String(path.at(-1))}" is a whole number from ${least} to ${most}.` });
};

export const word = (known: readonly string[]): Shape => (value, path, report) => {
  if (typeof value !== "string") return report(wrongKind(value, path, `one of ${known.join(", ")}`));
  if (known.includes(value)) return;
  const meant = didYouMean(value, known);
  report({ path, on: "value", rule: "unknown-word", message: `"${value}" is not a value of "${String(path.at(-1))}".`, allowed: `Known here: ${known.join(", ")}.`, ...(meant === undefined ? {} : { didYouMean: meant }) });
};
