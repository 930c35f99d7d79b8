import {
  checkSelectors, definePlugin, failure, type EnumerationItem, type HostInformation, type OperationFailure, type SelectorSet, type XmlElement,
} from "wsmanor/sdk";
import { createMapping, deleteMapping, mappingSelectorNames, mappingSelectors, putMapping, writeMapping } from "./certificate-mappings.js";
import { writePart } from "./config-tree.js";
import { mayEdit } from "./edit.js";
import { createListener, deleteListener, putListener } from "./edit-listeners.js";
import { createPlugin, deletePlugin, putPlugin } from "./edit-plugins.js";
import { configUri } from "./element.js";
import { listenerSelectors, writeListener } from "./listeners.js";
import { writePlugin } from "./plugins.js";
import { putConfig } from "./put-config.js";

export default definePlugin({
  declaration: { name: "winrm-config", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Enumerate"], parameters: [] },
  startup: ({ host }) => ({
    get: ({ resourceUri, selectors }) => {
      const name = nameOf(resourceUri);
      if (name === undefined) return noSuchResource(resourceUri);
      if (name === "listener") return one(selectors, ["Address", "Transport"], listeners(host));
      if (name === "plugin") return one(selectors, ["Name"], plugins(host));
      if (name === certmapping) return one(selectors, mappingSelectorNames, mappings(host));
      return checkSelectors(selectors, []) ?? writePart(host, name) ?? noSuchResource(resourceUri);
    },
    put: async ({ resourceUri, selectors, sender, body }) => {
      const name = nameOf(resourceUri);
      if (name === undefined) return noSuchResource(resourceUri);
      const refusal = mayEdit(host, sender);
      if (refusal !== undefined) return refusal;
      if (name === "listener") return putListener(host, selectors, body.element());
      if (name === "plugin") return putPlugin(host, selectors, body.element());
      if (name === certmapping) return putMapping(host, selectors, body.element());
      if (writePart(host, name) === undefined) return noSuchResource(resourceUri);
      return checkSelectors(selectors, []) ?? (await putConfig(host, name, body.element()));
    },
    create: async ({ resourceUri, selectors, sender, body }) => {
      const refusal = mayEdit(host, sender);
      if (refusal !== undefined) return refusal;
      switch (nameOf(resourceUri)) {
        case "listener": return createListener(host, selectors, body.element());
        case "plugin": return createPlugin(host, selectors, body.element());
        case certmapping: return createMapping(host, selectors, body.element());
        default: return failure("not-supported", { message: `${resourceUri} cannot be created; there are config/listener, config/plugin and config/service/certmapping.` });
      }
    },
    delete: async ({ resourceUri, selectors, sender }) => {
      const refusal = mayEdit(host, sender);
      if (refusal !== undefined) return refusal;
      switch (nameOf(resourceUri)) {
        case "listener": return deleteListener(host, selectors);
        case "plugin": return deletePlugin(host, selectors);
        case certmapping: return deleteMapping(host, selectors);
        default: return failure("not-supported", { message: `${resourceUri} cannot be deleted; there are config/listener, config/plugin and config/service/certmapping.` });
      }
    },
    enumerate: ({ resourceUri, selectors }) => {
      const refusal = checkSelectors(selectors, []);
      if (refusal !== undefined) return refusal;
      switch (nameOf(resourceUri)) {
        case "listener": return listeners(host);
        case "plugin": return plugins(host);
        case certmapping: return mappings(host);
        default: return failure("not-supported", { message: `${resourceUri} is one thing and cannot be enumerated; use Get. Enumerate config/listener, config/plugin or config/service/certmapping.` });
      }
    },
  }),
});

/** As `nameOf` gives it. */
const certmapping = "service/certmapping";

/** What stands behind `config/`; empty for `config` itself. */
function nameOf(resourceUri: string): string | undefined {
  const uri = resourceUri.toLowerCase().replace(/\/$/u, "");
  if (uri === configUri) return "";
  return uri.startsWith(`${configUri}/`) ? uri.slice(configUri.length + 1) : undefined;
}

const noSuchResource = (resourceUri: string): OperationFailure =>
  failure("not-found", { message: `There is no configuration resource ${resourceUri}. There are config, config/client, config/service, config/winrs (with auth and defaultports), config/listener, config/plugin and config/service/certmapping.` });

/** By the first of its selectors. */
const kinds: Readonly<Record<string, string>> = { Name: "plug-in", Address: "listener" };

type Item = Extract<EnumerationItem, { readonly epr: unknown }>;

const listeners = (host: HostInformation): Item[] => host.listeners().map((listener) => ({ object: writeListener(listener), epr: { selectors: listenerSelectors(listener) } }));

const plugins = (host: HostInformation): Item[] => host.plugins().map((plugin) => ({ object: writePlugin(plugin), epr: { selectors: [["Name", plugin.name]] } }));

const mappings = (host: HostInformation): Item[] => host.certificateMappings().map((mapping) => ({ object: writeMapping(mapping), epr: { selectors: mappingSelectors(mapping) } }));

/** The item whose selectors are those given: all of them, no other. */
function one(selectors: SelectorSet, names: readonly string[], items: readonly Item[]): XmlElement | OperationFailure {
  const refusal = checkSelectors(selectors, names);
  if (refusal !== undefined) return refusal;
  const found = items.find(({ epr }) =>
    (epr.selectors as readonly (readonly [string, string])[]).every(([name, value]) => selectors.get(name)?.toLowerCase() === value.toLowerCase()));
  return found === undefined
    ? failure("not-found", { message: `There is no ${kinds[names[0]!] ?? "mapping"} with ${names.map((name) => `${name}=${selectors.get(name) ?? ""}`).join(" and ")}.` })
    : (found.object as XmlElement);
}
