import type { Capability } from "../base/capability.js";
import { capabilities } from "../base/capability.js";
import type { SourcePlace } from "../base/diagnostic.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { AuthorizationPluginConfiguration, CapabilityConfiguration, PluginConfiguration, ResourceConfiguration } from "./host-configuration.js";
import { readPluginFile, type PluginFileRules } from "./read-plugin-file.js";
import { placeOf, type Spot } from "./source-file.js";

/** The configured shape with the spots that checks underline. */
export interface PluginDraft extends Omit<PluginConfiguration, "isolation"> {
  readonly spot: Spot;
  readonly element: EffectiveElement;
  readonly resources: readonly ResourceDraft[];
}

export interface ResourceDraft extends ResourceConfiguration {
  /** Of the URI's value. */
  readonly spot: Spot;
  readonly capabilities: readonly CapabilityDraft[];
  /** Written capabilities, also those that cannot be read. */
  readonly writtenCapabilities: number;
}

export interface CapabilityDraft extends CapabilityConfiguration {
  /** Of the type's value. */
  readonly spot: Spot;
  readonly element: EffectiveElement;
}

/** Reads the operation plug-ins. What lacks a required attribute was reported and is left out. */
export function readPlugins(operationsPlugins: EffectiveElement | undefined, rules: PluginFileRules): readonly PluginDraft[] {
  const plugins: PluginDraft[] = [];
  for (const element of operationsPlugins?.entries ?? []) {
    const reader = new SettingsReader(element.schema, [element]);
    const filename = reader.written("Filename");
    if (filename === undefined) continue;
    const rendering = reader.text("XmlRenderingType");
    plugins.push({
      name: reader.text("Name"),
      file: readPluginFile(filename, "user", rules),
      sdkVersion: 1,
      xmlRenderingType: rendering === "XmlReader" ? "XmlReader" : "text",
      enabled: reader.flag("Enabled"),
      initializationParameters: (element.elements.get("InitializationParameters")?.entries ?? []).map(readParameter),
      resources: (element.elements.get("Resources")?.entries ?? []).map(readResource).filter((resource) => resource !== undefined),
      place: placeOf(element.spot),
      places: placesOf(element),
      spot: element.spot,
      element,
    });
  }
  return plugins;
}

/** Reads the authorization plug-ins: the schema allows many, a check only one. */
export function readAuthorizationPlugins(pluginModules: EffectiveElement | undefined, rules: PluginFileRules): readonly (Omit<AuthorizationPluginConfiguration, "isolation"> & { readonly element: EffectiveElement })[] {
  const plugins = [];
  for (const element of pluginModules?.entries ?? []) {
    const reader = new SettingsReader(element.schema, [element]);
    const filename = reader.written("Filename");
    if (filename === undefined) continue;
    plugins.push({
      name: reader.text("Name"),
      file: readPluginFile(filename, "host", rules),
      sdkVersion: 1 as const,
      supportsQuota: reader.flag("SupportsQuota"),
      place: placeOf(element.spot),
      element,
    });
  }
  return plugins;
}

function readParameter(element: EffectiveElement): { name: string; value: string; place: SourcePlace } {
  const reader = new SettingsReader(element.schema, [element]);
  return { name: reader.text("Name"), value: reader.text("Value"), place: placeOf(element.spot) };
}

function readResource(element: EffectiveElement): ResourceDraft | undefined {
  const reader = new SettingsReader(element.schema, [element]);
  const uri = reader.written("ResourceUri");
  if (uri === undefined) return undefined;
  return {
    resourceUri: uri.text,
    supportsOptions: reader.flag("SupportsOptions"),
    exactMatch: reader.flag("ExactMatch"),
    capabilities: element.entries.map(readCapability).filter((capability) => capability !== undefined),
    writtenCapabilities: element.entries.length,
    place: placeOf(uri.spot),
    spot: uri.spot,
  };
}

function readCapability(element: EffectiveElement): CapabilityDraft | undefined {
  const reader = new SettingsReader(element.schema, [element]);
  const written = reader.written("Type");
  if (written === undefined || typeof written.value !== "string" || !isCapability(written.value)) return undefined;
  return {
    type: written.value,
    supportsFragment: reader.flag("SupportsFragment"),
    supportsFiltering: reader.flag("SupportsFiltering"),
    place: placeOf(written.spot),
    spot: written.spot,
    element,
  };
}

const isCapability = (name: string): name is Capability => Object.hasOwn(capabilities, name);

const placesOf = ({ attributes }: EffectiveElement): ReadonlyMap<string, SourcePlace> => new Map([...attributes].map(([name, { spot }]) => [name, placeOf(spot)]));
