import { failure, type OperationFailure } from "wsmanor/sdk";
import type { RegistryValue } from "./value.js";

/** A key. Immutable: a change makes new keys along the path and shares the rest. Map keys are names in lower case. */
export interface RegistryKey {
  /** As first spelled; empty for the root. */
  readonly name: string;
  readonly values: ReadonlyMap<string, RegistryValue>;
  readonly keys: ReadonlyMap<string, RegistryKey>;
}

/** Windows' own limits, where they are not larger than sense. */
export const limits = { depth: 64, nameLength: 255, entriesPerKey: 65_536 } as const;

export const emptyKey = (name: string): RegistryKey => ({ name, values: new Map(), keys: new Map() });

/** `Software\Example` as names; slashes count as backslashes, empty names at the ends are left out. */
export function parsePath(path: string): readonly string[] | OperationFailure {
  const names = path.replaceAll("/", "\\").replace(/^\\+|\\+$/gu, "").split("\\");
  if (names.length === 1 && names[0] === "") return [];
  if (names.length > limits.depth) return failure("invalid-selectors", { detail: "invalid-value", message: `A path has at most ${limits.depth} names.` });
  const wrong = names.map(checkName).find((problem) => problem !== undefined);
  return wrong === undefined ? names : failure("invalid-selectors", { detail: "invalid-value", message: wrong });
}

/** @returns what is wrong with the name of a key or value */
export function checkName(name: string): string | undefined {
  if (name === "") return "A name in the path is empty.";
  if (name.length > limits.nameLength) return `A name has at most ${limits.nameLength} characters.`;
   
  return /[\\/\u0000-\u001F]/u.test(name) ? "A name must not hold a slash, a backslash or a control character." : undefined;
}

export function findKey(root: RegistryKey, path: readonly string[]): RegistryKey | undefined {
  let key: RegistryKey | undefined = root;
  for (const name of path) key = key?.keys.get(name.toLowerCase());
  return key;
}

/** Where a path leads as the keys on it are spelled. */
export function spelledPath(root: RegistryKey, path: readonly string[]): string {
  const names: string[] = [];
  let key: RegistryKey | undefined = root;
  for (const name of path) {
    key = key?.keys.get(name.toLowerCase());
    names.push(key?.name ?? name);
  }
  return names.join("\\");
}

/** Changes the key at `path`, making missing ones on the way when `create` is set. @returns the new root */
export function changeKey(root: RegistryKey, path: readonly string[], change: (key: RegistryKey) => RegistryKey, create = false): RegistryKey {
  const [name, ...rest] = path;
  if (name === undefined) return change(root);
  const child = root.keys.get(name.toLowerCase());
  if (child === undefined && !create) throw failure("not-found", { message: `There is no key ${path.join("\\")}.` });
  return withChild(root, changeKey(child ?? emptyKey(name), rest, change, create));
}

export function withChild(key: RegistryKey, child: RegistryKey): RegistryKey {
  if (key.keys.size >= limits.entriesPerKey && !key.keys.has(child.name.toLowerCase())) throw tooMany("keys");
  return { ...key, keys: new Map(key.keys).set(child.name.toLowerCase(), child) };
}

export function withoutChild(key: RegistryKey, name: string): RegistryKey {
  const keys = new Map(key.keys);
  keys.delete(name.toLowerCase());
  return { ...key, keys };
}

export function withValue(key: RegistryKey, value: RegistryValue): RegistryKey {
  return withValues(key, [value]);
}

/** Adds or replaces many at once: one copy of the map, however many there are. */
export function withValues(key: RegistryKey, added: readonly RegistryValue[]): RegistryKey {
  const values = new Map(key.values);
  for (const value of added) values.set(value.name.toLowerCase(), value);
  if (values.size > limits.entriesPerKey) throw tooMany("values");
  return { ...key, values };
}

export function withoutValue(key: RegistryKey, name: string): RegistryKey {
  const values = new Map(key.values);
  values.delete(name.toLowerCase());
  return { ...key, values };
}

/** Levels below and including this key. */
export function depthOf(key: RegistryKey): number {
  let deepest = 0;
  for (const child of key.keys.values()) deepest = Math.max(deepest, depthOf(child));
  return deepest + 1;
}

const tooMany = (what: string): OperationFailure => failure("quota", { message: `A key holds at most ${limits.entriesPerKey} ${what}.` });
