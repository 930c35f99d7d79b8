import {
  attribute, checkSelectors, childElement, childElements, failure, OperationFailure, type Created, type HostInformation, type PluginDescription, type PluginInformation, type SelectorSet, type XmlElement,
} from "wsmanor/sdk";
import { readBoolean } from "./editable-settings.js";
import { change, invalid, missing, unchangeable } from "./edit.js";
import { keepReachable } from "./keep-reachable.js";
import { isSecret, masked, writePlugin } from "./plugins.js";

export async function createPlugin(host: HostInformation, selectors: SelectorSet, body: XmlElement): Promise<Created | OperationFailure> {
  const refusal = checkSelectors(selectors, ["Name"]);
  if (refusal !== undefined) return refusal;
  const name = selectors.get("Name")!;
  if (find(host, name) !== undefined) return failure("already-exists", { message: `There is a plug-in ${name} already.` });
  const plugin = readPlugin(body, name, undefined);
  if (plugin instanceof OperationFailure) return plugin;
  return (await change(host, [{ kind: "add-plugin", plugin }])) ?? { selectors: [["Name", plugin.name]] };
}

export async function putPlugin(host: HostInformation, selectors: SelectorSet, body: XmlElement): Promise<XmlElement | OperationFailure> {
  const current = findBy(host, selectors);
  if (current instanceof OperationFailure) return current;
  const plugin = readPlugin(body, current.name, current);
  if (plugin instanceof OperationFailure) return plugin;
  const refusal = keepReachable(host, current.name, plugin);
  if (refusal !== undefined) return refusal;
  return (await change(host, [{ kind: "change-plugin", plugin }])) ?? writePlugin({ ...plugin, state: current.state });
}

export async function deletePlugin(host: HostInformation, selectors: SelectorSet): Promise<OperationFailure | undefined> {
  const current = findBy(host, selectors);
  if (current instanceof OperationFailure) return current;
  return keepReachable(host, current.name, undefined) ?? change(host, [{ kind: "remove-plugin", name: current.name }]);
}

const find = (host: HostInformation, name: string): PluginInformation | undefined => host.plugins().find((plugin) => plugin.name.toLowerCase() === name.toLowerCase());

function findBy(host: HostInformation, selectors: SelectorSet): PluginInformation | OperationFailure {
  const refusal = checkSelectors(selectors, ["Name"]);
  return refusal ?? find(host, selectors.get("Name")!) ?? failure("not-found", { message: `There is no plug-in with Name=${selectors.get("Name") ?? ""}.` });
}

const ownAttributes = ["Name", "Filename", "SDKVersion", "XmlRenderingType", "Enabled"];

/** @param current what is left out stays as it is there; `undefined` for a new one */
function readPlugin(body: XmlElement, name: string, current: PluginInformation | undefined): PluginDescription | OperationFailure {
  if (body.name.toLowerCase() !== "pluginconfiguration") return missing(`A plug-in is <PlugInConfiguration>, not <${body.name}>.`);
  const strange = strangers(body, ownAttributes, ["InitializationParameters", "Resources"]);
  if (strange !== undefined) return strange;
  const given = attribute(body, "Name") ?? name;
  if (given.toLowerCase() !== name.toLowerCase()) return unchangeable(`The plug-in ${name} cannot be called ${given}: delete it and create another one.`);
  const filename = attribute(body, "Filename") ?? current?.filename;
  if (filename === undefined || filename === "") return missing("The Filename of the plug-in is missing.");
  const sdkVersion = Number(attribute(body, "SDKVersion") ?? current?.sdkVersion ?? 1);
  const rendering = attribute(body, "XmlRenderingType") ?? current?.xmlRenderingType ?? "text";
  const xmlRenderingType = (["text", "XmlReader"] as const).find((known) => known.toLowerCase() === rendering.toLowerCase());
  const enabled = readBoolean(attribute(body, "Enabled") ?? String(current?.enabled ?? true));
  if (!Number.isInteger(sdkVersion)) return invalid("SDKVersion is not a whole number.");
  if (xmlRenderingType === undefined) return invalid(`XmlRenderingType is "${rendering}"; it is text or XmlReader.`);
  if (enabled === undefined) return invalid("Enabled is neither true nor false.");
  const initializationParameters = readParameters(childElement(body, "InitializationParameters"), current);
  if (initializationParameters instanceof OperationFailure) return initializationParameters;
  const resources = readResources(childElement(body, "Resources"), current);
  if (resources instanceof OperationFailure) return resources;
  return { name: current?.name ?? given, filename, sdkVersion, xmlRenderingType, enabled, initializationParameters, resources };
}

type Parameters = PluginDescription["initializationParameters"];

/** A secret that comes back masked, as it was shown, stays what it is. */
function readParameters(element: XmlElement | undefined, current: PluginInformation | undefined): Parameters | OperationFailure {
  if (element === undefined) return current?.initializationParameters ?? [];
  const parameters: [string, string][] = [];
  const strange = strangers(element, [], ["Param"]);
  if (strange !== undefined) return strange;
  for (const parameter of childElements(element)) {
    const [name, value] = [attribute(parameter, "Name"), attribute(parameter, "Value")];
    if (name === undefined || value === undefined) return missing("Each Param has a Name and a Value.");
    const old = current?.initializationParameters.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
    if (value === masked && isSecret(name) && old === undefined) return invalid(`The value of ${name} is masked, and there is none to keep.`);
    parameters.push([name, value === masked && isSecret(name) ? old! : value]);
  }
  return parameters;
}

type Resource = PluginDescription["resources"][number];

function readResources(element: XmlElement | undefined, current: PluginInformation | undefined): readonly Resource[] | OperationFailure {
  if (element === undefined) return current?.resources ?? missing("The Resources of the plug-in are missing.");
  const resources: Resource[] = [];
  const strange = strangers(element, [], ["Resource"]);
  if (strange !== undefined) return strange;
  for (const resource of childElements(element)) {
    const read = readResource(resource);
    if (read instanceof OperationFailure) return read;
    resources.push(read);
  }
  return resources;
}

function readResource(element: XmlElement): Resource | OperationFailure {
  const strange = strangers(element, ["ResourceUri", "SupportsOptions", "ExactMatch"], ["Capability"]);
  if (strange !== undefined) return strange;
  const resourceUri = attribute(element, "ResourceUri");
  if (resourceUri === undefined) return missing("Each Resource has a ResourceUri.");
  const capabilities: Resource["capabilities"][number][] = [];
  for (const capability of childElements(element)) {
    const odd = strangers(capability, ["Type", "SupportsFragment", "SupportsFiltering"], []);
    const type = attribute(capability, "Type");
    if (odd !== undefined) return odd;
    if (type === undefined) return missing("Each Capability has a Type.");
    // Which types there are the schema says; a wrong one is refused with all that are right.
    capabilities.push({ type: type as Resource["capabilities"][number]["type"], supportsFragment: isTrue(capability, "SupportsFragment"), supportsFiltering: isTrue(capability, "SupportsFiltering") });
  }
  return { resourceUri, supportsOptions: isTrue(element, "SupportsOptions"), exactMatch: isTrue(element, "ExactMatch"), capabilities };
}

const isTrue = (element: XmlElement, name: string): boolean => readBoolean(attribute(element, name) ?? "false") === true;

/** What Windows has and this configuration has no place for is refused, not swallowed. */
function strangers(element: XmlElement, attributes: readonly string[], children: readonly string[]): OperationFailure | undefined {
  const odd = element.attributes.find(({ name, namespace }) => namespace === "" && !attributes.includes(name))?.name;
  if (odd !== undefined) return unchangeable(`${odd} of <${element.name}> has no place in this host's configuration; there ${attributes.length === 0 ? "are no attributes" : `are ${attributes.join(", ")}`}.`);
  const child = childElements(element).find(({ name }) => !children.includes(name))?.name;
  return child === undefined ? undefined : unchangeable(`<${child}> in <${element.name}> has no place in this host's configuration${children.length === 0 ? "" : `; there are ${children.join(", ")}`}.`);
}
