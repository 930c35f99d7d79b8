import {
  checkOptions, checkSelectors, childText, failure, matchesSelectors, OperationFailure, type Created, type CreateRequest, type DeleteRequest, type EnumerateRequest, type EnumerationItem, type EnumerationResult, type Filter,
  type GetRequest, type InvokeRequest, type Operations, type PutRequest, type XmlElement,
} from "wsmanor/sdk";
import { methodOutput, readKeyValues, readValue, writeKey, writeTree, writeValue } from "./representation.js";
import type { RegistryStore } from "./store.js";
import {
  changeKey, checkName, depthOf, findKey, limits, parsePath, spelledPath, withChild, withoutChild, withoutValue, withValue, withValues, type RegistryKey,
} from "./tree.js";

/** What a request is about: a key, or one value of it. */
interface Target {
  readonly path: readonly string[];
  readonly value: string | undefined;
}

/** What the host calls. */
export function registryOperations(store: RegistryStore): Operations<"Get" | "Put" | "Create" | "Delete" | "Enumerate" | "Invoke"> {
  const found = (target: Target): { key: RegistryKey; path: string } | OperationFailure => {
    const key = findKey(store.root, target.path);
    return key === undefined ? failure("not-found", { message: `There is no key ${target.path.join("\\")}.` }) : { key, path: spelledPath(store.root, target.path) };
  };
  /** Runs at once unless another instance has written: then the tree is read first. */
  const upToDate = <T>(run: () => T): T | Promise<T> => {
    const reading = store.ready();
    return reading === undefined ? run() : reading.then(run);
  };
  const represent = (target: Target): XmlElement | OperationFailure => {
    const at = found(target);
    if (at instanceof OperationFailure) return at;
    if (target.value === undefined) return writeKey(at.path, at.key);
    const value = at.key.values.get(target.value.toLowerCase());
    return value === undefined ? noSuchValue(target) : writeValue(at.path, value);
  };
  return {
    get: (request: GetRequest) => withTarget(request, (target) => upToDate(() => represent(target))),

    put: (request: PutRequest) =>
      withTarget(request, async (target) => {
        const { body } = request;
        const change = target.value === undefined ? replaceValues(target, body.element()) : replaceValue(target, body.element());
        if (change instanceof OperationFailure) return change;
        return (await store.change(change)) ?? represent(target);
      }),

    create: (request: CreateRequest) =>
      withTarget(request, async (target): Promise<Created | OperationFailure> => {
        const { body } = request;
        const change = target.value === undefined ? createKey(target, body.element()) : createValue(target, body.element());
        if (change instanceof OperationFailure) return change;
        const path = target.path.join("\\");
        return (await store.change(change)) ?? { selectors: target.value === undefined ? [["Key", path]] : [["Key", path], ["Value", target.value]] };
      }),

    delete: (request: DeleteRequest) =>
      withTarget(request, async (target) => store.change(target.value === undefined ? deleteKey(target) : deleteValue(target))),

    enumerate: (request: EnumerateRequest) => {
      const recurse = request.options.get("Recurse")?.value?.toLowerCase();
      if (recurse !== undefined && recurse !== "true" && recurse !== "false") return failure("invalid-options", { detail: "invalid-value", message: "Recurse is true or false." });
      // Whatever else it says, answering everything would be no answer to it.
      if (request.filter !== undefined && request.filter.selectors === undefined) return failure("cannot-process-filter", { message: "The registry filters by selectors only (the dialect SelectorFilter)." });
      return withTarget(request, (target) => upToDate((): EnumerationResult | OperationFailure => {
        if (target.value !== undefined) return unexpected("Value");
        const at = found(target);
        if (at instanceof OperationFailure) return at;
        return walk(at.key, at.path, recurse === "true", request.filter);
      }), { rootByDefault: true, options: ["Recurse"] });
    },

    invoke: (request: InvokeRequest) =>
      withTarget(request, async (target) => {
        const { method, body } = request;
        if (target.value !== undefined) return unexpected("Value");
        const argument = (name: string): string | undefined => (body === undefined ? undefined : (childText(body.element(), name) ?? undefined));
        switch (method.toLowerCase()) {
          case "rename": return (await store.change((root) => renameKey(root, target, argument("NewName")))) ?? methodOutput("Rename");
          case "copy": return (await store.change((root) => copyKey(root, target, argument("Destination")))) ?? methodOutput("Copy");
          case "export": {
            await store.ready();
            const at = found(target);
            return at instanceof OperationFailure ? at : methodOutput("Export", writeTree(at.key));
          }
          default: return failure("not-supported", { message: `There is no method ${method}; there are Rename, Copy and Export.` });
        }
      }),
  };
}

interface Expected {
  /** Without the selector Key the root is meant. */
  readonly rootByDefault?: boolean;
  /** Names of the options that are known. */
  readonly options?: readonly string[];
}

function withTarget<T>({ selectors, options }: Pick<GetRequest, "selectors" | "options">, run: (target: Target) => T, { rootByDefault = false, options: known = [] }: Expected = {}): T | OperationFailure {
  const refusal = checkOptions(options, known) ?? (rootByDefault ? checkSelectors(selectors, [], ["Key", "Value"]) : checkSelectors(selectors, ["Key"], ["Value"]));
  if (refusal !== undefined) return refusal;
  const path = parsePath(selectors.get("Key") ?? "");
  if (path instanceof OperationFailure) return path;
  const value = selectors.get("Value");
  const wrong = value === undefined ? undefined : checkName(value);
  return wrong === undefined ? run({ path, value }) : failure("invalid-selectors", { detail: "invalid-value", message: wrong });
}

const unexpected = (name: string): OperationFailure => failure("invalid-selectors", { detail: "unexpected", message: `The selector ${name} is not expected; Key and Value are.` });

const noSuchValue = ({ path, value }: Target): OperationFailure => failure("not-found", { message: `The key ${path.join("\\")} has no value ${value}.` });

type Change = (root: RegistryKey) => RegistryKey;

function replaceValue(target: Target, body: XmlElement): Change | OperationFailure {
  const value = readValue(target.value!, body);
  if (value instanceof OperationFailure) return value;
  return (root) =>
    changeKey(root, target.path, (key) => {
      const old = key.values.get(value.name.toLowerCase());
      if (old === undefined) throw noSuchValue(target);
      return withValue(key, { ...value, name: old.name });
    });
}

function replaceValues(target: Target, body: XmlElement): Change | OperationFailure {
  const values = readKeyValues(body);
  return values instanceof OperationFailure ? values : (root) => changeKey(root, target.path, (key) => withValues({ ...key, values: new Map() }, values));
}

function createKey({ path }: Target, body: XmlElement): Change | OperationFailure {
  const values = readKeyValues(body);
  if (values instanceof OperationFailure) return values;
  return (root) => {
    if (findKey(root, path) !== undefined) throw failure("already-exists", { message: `There is a key ${path.join("\\")}.` });
    return changeKey(root, path, (key) => withValues(key, values), true);
  };
}

function createValue({ path, value: name }: Target, body: XmlElement): Change | OperationFailure {
  const value = readValue(name!, body);
  if (value instanceof OperationFailure) return value;
  return (root) =>
    changeKey(root, path, (key) => {
      if (key.values.has(value.name.toLowerCase())) throw failure("already-exists", { message: `The key ${path.join("\\")} has a value ${value.name}.` });
      return withValue(key, value);
    }, true);
}

function deleteKey({ path }: Target): Change {
  return (root) => {
    const name = path.at(-1);
    if (name === undefined) throw failure("access-denied", { message: "The root cannot be deleted." });
    if (findKey(root, path) === undefined) throw failure("not-found", { message: `There is no key ${path.join("\\")}.` });
    return changeKey(root, path.slice(0, -1), (parent) => withoutChild(parent, name));
  };
}

function deleteValue(target: Target): Change {
  return (root) =>
    changeKey(root, target.path, (key) => {
      if (!key.values.has(target.value!.toLowerCase())) throw noSuchValue(target);
      return withoutValue(key, target.value!);
    });
}

function renameKey(root: RegistryKey, { path }: Target, newName: string | undefined): RegistryKey {
  const name = path.at(-1);
  if (name === undefined) throw failure("access-denied", { message: "The root has no name to change." });
  const wrong = newName === undefined ? "Rename takes NewName." : checkName(newName);
  if (wrong !== undefined || newName === undefined) throw failure("invalid-parameter", { detail: newName === undefined ? "missing-values" : "type-mismatch", message: wrong ?? "" });
  return changeKey(root, path.slice(0, -1), (parent) => {
    const key = parent.keys.get(name.toLowerCase());
    if (key === undefined) throw failure("not-found", { message: `There is no key ${path.join("\\")}.` });
    const isOther = newName.toLowerCase() !== name.toLowerCase();
    if (isOther && parent.keys.has(newName.toLowerCase())) throw failure("already-exists", { message: `There is a key ${newName} beside it.` });
    return withChild(withoutChild(parent, name), { ...key, name: newName });
  });
}

function copyKey(root: RegistryKey, { path }: Target, destination: string | undefined): RegistryKey {
  if (destination === undefined) throw failure("invalid-parameter", { detail: "missing-values", message: "Copy takes Destination, a path." });
  const to = parsePath(destination);
  const source = findKey(root, path);
  const name = to instanceof OperationFailure ? undefined : to.at(-1);
  if (to instanceof OperationFailure || name === undefined) throw failure("invalid-parameter", { detail: "type-mismatch", message: "Destination is the path of a new key." });
  if (source === undefined) throw failure("not-found", { message: `There is no key ${path.join("\\")}.` });
  if (findKey(root, to) !== undefined) throw failure("already-exists", { message: `There is a key ${destination}.` });
  if (to.length + depthOf(source) > limits.depth) throw failure("quota", { message: `The tree has at most ${limits.depth} levels.` });
  return changeKey(root, to.slice(0, -1), (parent) => withChild(parent, { ...source, name }), true);
}

/** Child keys, then values; with `recurse` everything below. The tree is immutable, so a long enumeration shows one moment. */
function walk(key: RegistryKey, path: string, recurse: boolean, filter: Filter | undefined): EnumerationResult {
  const items = itemsOf(key, path, recurse, filter);
  return recurse || filter !== undefined ? items : Object.assign(items, { totalItemsCountEstimate: key.keys.size + key.values.size });
}

function* itemsOf(key: RegistryKey, path: string, recurse: boolean, filter: Filter | undefined): Generator<EnumerationItem, void> {
  const below = (name: string): string => (path === "" ? name : `${path}\\${name}`);
  for (const child of key.keys.values()) {
    const childPath = below(child.name);
    if (matchesSelectors(filter, { Path: childPath, Name: child.name, SubKeys: String(child.keys.size) })) yield { object: writeKey(childPath, child), epr: { selectors: [["Key", childPath]] } };
    if (recurse) yield* itemsOf(child, childPath, true, filter);
  }
  for (const value of key.values.values()) {
    if (!matchesSelectors(filter, { Key: path, Name: value.name, Type: value.type, Data: value.data.join(", ") })) continue;
    yield { object: writeValue(path, value), epr: { selectors: [["Key", path], ["Value", value.name]] } };
  }
}
