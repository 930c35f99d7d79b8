import type { PluginInformation, XmlAttribute, XmlElement } from "wsmanor/sdk";
import { pluginNamespace } from "./element.js";

/** Parameters that are nobody's business. */
const secret = /passw|secret|token|key$/iu;
export const isSecret = (name: string): boolean => secret.test(name);
/** What is shown in their place. */
export const masked = "******";

const attributes = (values: Readonly<Record<string, string | number | boolean | undefined>>): readonly XmlAttribute[] =>
  Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, namespace: "", value: String(value) }]));

const e = (name: string, values: Readonly<Record<string, string | number | boolean | undefined>>, children: readonly XmlElement[] = []): XmlElement => ({
  name, namespace: pluginNamespace, attributes: attributes(values), children,
});

/** One plug-in. The root is spelled PlugInConfiguration on the wire, whatever its schema says. */
export function writePlugin(plugin: PluginInformation): XmlElement {
  const root = e("PlugInConfiguration", {
    Name: plugin.name,
    Filename: plugin.filename,
    SDKVersion: plugin.sdkVersion,
    XmlRenderingType: plugin.xmlRenderingType,
    Enabled: plugin.enabled,
  }, [
    e("InitializationParameters", {}, plugin.initializationParameters.map(([name, value]) => e("Param", { Name: name, Value: isSecret(name) ? masked : value }))),
    e("Resources", {}, plugin.resources.map(writeResource)),
  ]);
  return { ...root, attributes: [...root.attributes, { name: "lang", namespace: "http://www.w3.org/XML/1998/namespace", prefix: "xml", value: "en-US" }] };
}

function writeResource({ resourceUri, supportsOptions, exactMatch, capabilities }: PluginInformation["resources"][number]): XmlElement {
  return e("Resource", { ResourceUri: resourceUri, SupportsOptions: supportsOptions, ExactMatch: exactMatch }, capabilities.map(({ type, supportsFragment, supportsFiltering }) =>
    e("Capability", { Type: type, SupportsFragment: supportsFragment || undefined, SupportsFiltering: supportsFiltering || undefined })));
}
