import { attribute, childElements, childText, elementsOf, failure, OperationFailure, textOf, type XmlElement } from "wsmanor/sdk";
import type { RegistryKey } from "./tree.js";
import { checkName } from "./tree.js";
import { makeValue, type RegistryValue } from "./value.js";

const registryUri = "urn:wsmanor:registry";

const e = elementsOf(registryUri, "r");

/** A key: where it is, how many keys are below it, and its values in short. */
export function writeKey(path: string, key: RegistryKey): XmlElement {
  return e("Key", e("Path", path), e("Name", key.name), e("SubKeys", key.keys.size), ...[...key.values.values()].map((value) => writeValueEntry(value)));
}

/** A value on its own. */
export function writeValue(path: string, value: RegistryValue): XmlElement {
  return e("Value", e("Key", path), e("Name", value.name), e("Type", value.type), ...value.data.map((text) => e("Data", text)));
}

/** A whole subtree, for Export. */
export function writeTree(key: RegistryKey): XmlElement {
  return e("Key", { Name: key.name }, ...[...key.values.values()].map(writeValueEntry), ...[...key.keys.values()].map(writeTree));
}

const writeValueEntry = (value: RegistryValue): XmlElement => e("Value", { Name: value.name, Type: value.type }, ...value.data.map((text) => e("Data", text)));

/** Reads a value's type and data. The root's name is not looked at: winrm names it after the resource URI. */
export function readValue(name: string, body: XmlElement): RegistryValue | OperationFailure {
  const type = childText(body, "Type") ?? attribute(body, "Type");
  if (type === undefined) return failure("invalid-representation", { detail: "missing-values", message: "The value has no Type." });
  const stranger = childElements(body).find((child) => !["Key", "Name", "Type", "Data"].includes(child.name));
  if (stranger !== undefined) return failure("schema-validation", { message: `A value has no ${stranger.name}; it has Type and Data.` });
  return makeValue(name, type, childElements(body, "Data").map(textOf));
}

/** Reads the values of a key's representation; Path, Name and SubKeys are the key's own and are passed over. */
export function readKeyValues(body: XmlElement): readonly RegistryValue[] | OperationFailure {
  const values = new Map<string, RegistryValue>();
  for (const child of childElements(body)) {
    if (["Path", "Name", "SubKeys"].includes(child.name)) continue;
    if (child.name !== "Value") return failure("schema-validation", { message: `A key has no ${child.name}; it has Value elements.` });
    const name = attribute(child, "Name") ?? childText(child, "Name") ?? "";
    const wrong = checkName(name);
    if (wrong !== undefined) return failure("invalid-representation", { detail: "invalid-values", message: wrong });
    if (values.has(name.toLowerCase())) return failure("invalid-representation", { detail: "invalid-values", message: `The value ${name} is given twice.` });
    const value = readValue(name, child);
    if (value instanceof OperationFailure) return value;
    values.set(name.toLowerCase(), value);
  }
  return [...values.values()];
}

/** Answer of a method. */
export const methodOutput = (method: string, ...content: XmlElement[]): XmlElement => e(`${method}_OUTPUT`, ...content, e("ReturnValue", 0));
