import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { escapeAttribute } from "../protocol/xml/escape.js";
import type { AuthorizationPlugin } from "../sdk/define-authorization-plugin.js";
import type { AnyOperationPlugin, TestHostOptions, TestPlugin } from "./test-host-options.js";

/** Where the configuration pretends to be. Nothing of it is on the disk. */
export const testDirectory = resolve("/wsmanor-testing");

export interface WrittenConfiguration {
  readonly text: string;
  /** Plug-ins that are there already, by the path that Filename resolves to. */
  readonly modules: ReadonlyMap<string, unknown>;
}

/** Default resource URI of a plug-in under test. A name may have white space, a URI may not. */
export const defaultResourceUri = (name: string): string => `urn:wsmanor:testing:${name.replaceAll(/\s/gu, "%20")}`;

/** The web.config of a test host: what an operator would write, read and checked by the same code. */
export function writeWebConfig(options: TestHostOptions): WrittenConfiguration {
  const modules = new Map<string, unknown>();
  const plugins = (options.plugins ?? []).map((given, index) => writePlugin("kind" in given ? { plugin: given } : given, index, modules));
  const text =
    `<configuration><system.webServer><system.management.wsmanagement.config>` +
    `<OperationsConfiguration${attributes(options.operations ?? {})}/>` +
    `<PluginModules>${writeAuthorization(options, modules)}<OperationsPlugins>${plugins.join("")}</OperationsPlugins></PluginModules>` +
    `</system.management.wsmanagement.config></system.webServer></configuration>`;
  return { text, modules };
}

function writePlugin(given: TestPlugin, index: number, modules: Map<string, unknown>): string {
  const { plugin, xmlRenderingType = "text", initializationParameters = {} } = given;
  const name = given.name ?? nameOf(plugin);
  const filename = filenameOf(plugin, `plugin-${index}.js`, modules);
  const declaration = typeof plugin === "string" || plugin instanceof URL ? undefined : plugin.declaration;
  const declared = declaration?.capabilities ?? [];
  const resources = (given.resources ?? [{ resourceUri: defaultResourceUri(name) }]).map((resource) => {
    const { resourceUri, exactMatch = false, supportsOptions = true, supportsFragment = declaration?.fragments === "host", supportsFiltering = true, capabilities = declared } = resource;
    const each = capabilities.map((type) => {
      const canFragment = type === "Get" || type === "Put" || type === "Create" || type === "Delete";
      return `<Capability${attributes({ Type: type, ...(canFragment ? { SupportsFragment: supportsFragment } : {}), ...(type === "Enumerate" ? { SupportsFiltering: supportsFiltering } : {}) })}/>`;
    });
    return `<Resource${attributes({ ResourceUri: resourceUri, SupportsOptions: supportsOptions, ExactMatch: exactMatch })}>${each.join("")}</Resource>`;
  });
  const parameters = Object.entries(initializationParameters).map(([key, value]) => `<Param${attributes({ Name: key, Value: value })}/>`);
  return (
    `<Plugin${attributes({ Name: name, Filename: filename, SDKVersion: 1, XmlRenderingType: xmlRenderingType })}>` +
    (parameters.length === 0 ? "" : `<InitializationParameters>${parameters.join("")}</InitializationParameters>`) +
    `<Resources>${resources.join("")}</Resources></Plugin>`
  );
}

function writeAuthorization({ authorization }: TestHostOptions, modules: Map<string, unknown>): string {
  if (authorization === undefined) return "";
  const { plugin, name, supportsQuota = true } = "kind" in authorization ? { plugin: authorization, name: undefined } : authorization;
  const filename = filenameOf(plugin, "authorization.js", modules);
  return `<AuthorizationPlugin${attributes({ Name: name ?? nameOf(plugin), Filename: filename, SDKVersion: 1, SupportsQuota: supportsQuota })}/>`;
}

type Given = AnyOperationPlugin | AuthorizationPlugin | URL | string;

function nameOf(plugin: Given): string {
  if (typeof plugin === "string" || plugin instanceof URL) return pathOf(plugin).split(/[\\/]/u).filter((part) => part !== "").at(-1) ?? "plug-in";
  return plugin.declaration?.name ?? "plug-in";
}

function filenameOf(plugin: Given, name: string, modules: Map<string, unknown>): string {
  if (typeof plugin === "string" || plugin instanceof URL) return pathOf(plugin);
  const path = resolve(testDirectory, name);
  modules.set(path, plugin);
  return path;
}

const pathOf = (plugin: URL | string): string => (typeof plugin === "string" ? plugin : fileURLToPath(plugin));

const attributes = (values: object): string =>
  Object.entries(values as Readonly<Record<string, string | number | boolean>>).map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`).join("");
