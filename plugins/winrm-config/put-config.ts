import {
  childElements, failure, isNil, OperationFailure, textOf, type ConfigurationChange, type HostInformation, type PluginInformation, type SettingsInformation, type XmlElement,
} from "wsmanor/sdk";
import { writePart } from "./config-tree.js";
import { editableSettings, readBoolean } from "./editable-settings.js";
import { change, invalid, unchangeable } from "./edit.js";
import { configUri } from "./element.js";

/**
 * `winrm set`: the client has asked for the element, changed what it wanted and sends it back whole. What is as it was is not written; what
 * is left out stays as it is; what has no place in the configuration is refused when it is to be another.
 * @param name what stands behind `config/`; a part that there is
 */
export async function putConfig(host: HostInformation, name: string, body: XmlElement): Promise<XmlElement | OperationFailure> {
  const current = writePart(host, name)!;
  if (body.name.toLowerCase() !== current.name.toLowerCase() || (body.namespace !== configUri && body.namespace !== "")) {
    return failure("invalid-representation", { detail: "invalid-namespace", message: `What is put here is <${current.name} xmlns="${configUri}">, not <${body.name} xmlns="${body.namespace}">.` });
  }
  const above = name === "" ? "" : `${pathOf(name)}/`;
  const before = host.plugins();
  const edits: Edits = { changes: [], settings: {}, plugins: before };
  const problem = compare(body, current, above, edits);
  if (problem !== undefined) return problem;
  const changed = edits.plugins.filter((plugin, at) => plugin !== before[at]).map((plugin): ConfigurationChange => ({ kind: "change-plugin", plugin }));
  const refused = await change(host, [...edits.changes, ...changed]);
  if (refused !== undefined) return refused;
  const settings = { ...host.settings(), ...edits.settings };
  // What this instance is told of the host is what it was started with.
  return writePart({ ...host, settings: () => settings, listeners: () => host.listeners(), plugins: () => edits.plugins }, name)!;
}

/** What is to be done, and how things are shown when it is done. */
interface Edits {
  readonly changes: ConfigurationChange[];
  settings: Partial<SettingsInformation>;
  plugins: readonly PluginInformation[];
}

/** A parameter of a plug-in, in the place where it stands. */
function withParameter(plugin: PluginInformation, [name, value]: readonly [string, string]): PluginInformation {
  const others = plugin.initializationParameters;
  const isThere = others.some(([known]) => known === name);
  return { ...plugin, initializationParameters: isThere ? others.map((other) => (other[0] === name ? [name, value] as const : other)) : [...others, [name, value]] };
}

/** `service/auth` is the element Auth in Service. */
const pathOf = (name: string): string => name.split("/").map((part) => ({ defaultports: "DefaultPorts" })[part] ?? `${part[0]!.toUpperCase()}${part.slice(1)}`).join("/");

function compare(wanted: XmlElement, current: XmlElement, above: string, edits: Edits): OperationFailure | undefined {
  for (const child of childElements(wanted)) {
    const own = childElements(current, child.name)[0];
    if (own === undefined) return invalid(`<${child.name}> is nothing that <${current.name}> has: there are ${[...new Set(childElements(current).map(({ name }) => name))].join(", ")}.`);
    const problem = childElements(own).length > 0 ? compare(child, own, `${above}${own.name}/`, edits) : compareLeaf(child, own, `${above}${own.name}`, edits);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function compareLeaf(wanted: XmlElement, current: XmlElement, path: string, edits: Edits): OperationFailure | undefined {
  if (childElements(wanted).length > 0) return invalid(`<${wanted.name}> holds a value, not elements.`);
  const text = isNil(wanted) ? "" : textOf(wanted).trim();
  if (isSame(text, textOf(current))) return undefined;
  const edit = editableSettings.get(path);
  if (edit === undefined) return unchangeable(reasonFor(path, textOf(current)));
  const edited = edit(text, wanted.name, edits.plugins);
  if (edited instanceof OperationFailure) return edited;
  if ("parameter" in edited) {
    edits.plugins = edits.plugins.map((plugin) => (plugin.name === edited.plugin ? withParameter(plugin, edited.parameter) : plugin));
    return undefined;
  }
  edits.changes.push(edited.change);
  edits.settings = { ...edits.settings, ...edited.settings };
  return undefined;
}

const isSame = (one: string, other: string): boolean => one === other || (readBoolean(one) !== undefined && !/^\d/u.test(other) && readBoolean(one) === readBoolean(other)) || (/^\d+$/u.test(one) && /^\d+$/u.test(other) && BigInt(one) === BigInt(other));

function reasonFor(path: string, value: string): string {
  if (path.startsWith("Service/Auth/")) return `${path} cannot be changed over the wire, so that nobody locks himself out; it is what the sections below security/authentication of the configuration say.`;
  if (path.startsWith("Service/DefaultPorts/")) return `${path} is what the listeners have; change the listener.`;
  return `${path} cannot be changed: this host has no such setting, and ${value === "" ? "its value is always empty" : `${value} is what it amounts to`}.`;
}
