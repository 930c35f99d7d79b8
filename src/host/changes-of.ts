import type { Diagnostic } from "../base/diagnostic.js";
import type { ChangeStep, ElementDraft, SectionChange } from "../configuration/editing/section-change.js";
import { defaultValueOf, readValue } from "../configuration/read-value.js";
import type { EffectiveElement } from "../configuration/effective-element.js";
import { listedMapping } from "../configuration/listed-mapping.js";
import type { SiteConfiguration } from "../configuration/host-configuration.js";
import { parseBinding } from "../configuration/parse-binding.js";
import { sectionPaths } from "../configuration/section-paths.js";
import type { CertificateMappingKey, ConfigurationChange, ListenerKey, PluginDescription } from "../sdk/configuration-editing.js";
import type { OpenListener } from "./host-information.js";

/** A change that means nothing in this configuration. */
export class UnmadeChange extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

interface Present {
  readonly sections: ReadonlyMap<string, EffectiveElement>;
  readonly site: SiteConfiguration;
  readonly listeners: readonly OpenListener[];
}

/** What a change of the configuration resources is in the files as they are. */
export function changesOf(change: ConfigurationChange, present: Present): readonly SectionChange[] {
  switch (change.kind) {
    case "set": return [{ kind: "set", section: change.section, path: change.element === undefined ? [] : [{ element: change.element }], attribute: change.attribute, value: change.value }];
    case "add-plugin": return [{ kind: "add", section: sectionPaths.wsmanagement, path: pluginsPath, entry: pluginDraft(change.plugin) }];
    case "remove-plugin": return [{ kind: "remove", section: sectionPaths.wsmanagement, path: pluginPath(change.name) }];
    case "change-plugin": return changePlugin(change.plugin, present);
    case "add-listener": return [{ kind: "add", section: sectionPaths.sites, path: bindingsPath(present), entry: bindingDraft(change.listener, present) }];
    case "change-listener": {
      const { entry, port, host } = findBinding(change.listener, present);
      const value = bindingInformation(change.listener.address, change.port ?? port, change.hostname ?? host);
      return [{ kind: "set", section: sectionPaths.sites, path: bindingPath(entry, present), attribute: "bindingInformation", value }];
    }
    case "remove-listener": return [{ kind: "remove", section: sectionPaths.sites, path: bindingPath(findBinding(change.listener, present).entry, present) }];
    case "add-certificate-mapping": return [{ kind: "add", section: sectionPaths.certificateMapping, path: mappingsPath, entry: mappingDraft(change.mapping) }];
    case "change-certificate-mapping": {
      const path = mappingPath(change.mapping, present);
      const { userName, enabled } = change.mapping;
      const values: Attributes = [...(userName === undefined ? [] : [["userName", userName] as const]), ...(enabled === undefined ? [] : [["enabled", String(enabled)] as const])];
      return values.map(([attribute, value]) => ({ kind: "set", section: sectionPaths.certificateMapping, path, attribute, value }));
    }
    case "remove-certificate-mapping": return [{ kind: "remove", section: sectionPaths.certificateMapping, path: mappingPath(change.mapping, present) }];
  }
}

const pluginsPath: readonly ChangeStep[] = [{ element: "PluginModules" }, { element: "OperationsPlugins" }];
const pluginPath = (name: string): readonly ChangeStep[] => [...pluginsPath, { keys: [["Name", name]] }];

type Attributes = readonly (readonly [string, string])[];
/** Defaults are left out of what is added. */
const given = (pairs: readonly (readonly [string, string | number | boolean, (string | number | boolean)?])[]): Attributes =>
  pairs.filter(([, value, otherwise]) => value !== otherwise).map(([name, value]) => [name, String(value)] as const);

function pluginDraft(plugin: PluginDescription): ElementDraft {
  const parameters = plugin.initializationParameters.map((parameter) => ({ name: "Param", ...parameterDraft(parameter) }));
  const resources = { name: "Resources", attributes: [], children: plugin.resources.map((resource) => ({ name: "Resource", ...resourceDraft(resource) })) };
  return {
    attributes: given([["Name", plugin.name], ["Filename", plugin.filename], ["SDKVersion", plugin.sdkVersion], ["XmlRenderingType", plugin.xmlRenderingType], ["Enabled", plugin.enabled, true]]),
    children: [...(parameters.length === 0 ? [] : [{ name: "InitializationParameters", attributes: [], children: parameters }]), resources],
  };
}

const parameterDraft = ([name, value]: readonly [string, string]): ElementDraft => ({ attributes: [["Name", name], ["Value", value]] });

type Resource = PluginDescription["resources"][number];
const resourceDraft = (resource: Resource): ElementDraft => ({
  attributes: given([["ResourceUri", resource.resourceUri], ["SupportsOptions", resource.supportsOptions, false], ["ExactMatch", resource.exactMatch, false]]),
  children: resource.capabilities.map((capability) => ({ name: "Capability", ...capabilityDraft(capability) })),
});
const capabilityDraft = ({ type, supportsFragment, supportsFiltering }: Resource["capabilities"][number]): ElementDraft => ({
  attributes: given([["Type", type], ["SupportsFragment", supportsFragment, false], ["SupportsFiltering", supportsFiltering, false]]),
});

function changePlugin(plugin: PluginDescription, { sections }: Present): readonly SectionChange[] {
  const plugins = sections.get(sectionPaths.wsmanagement)?.elements.get("PluginModules")?.elements.get("OperationsPlugins");
  const current = plugins?.entries.find((entry) => isNamed(entry, "Name", plugin.name));
  if (current === undefined) throw new UnmadeChange({ severity: "error", rule: "not-found", message: `There is no plug-in "${plugin.name}".` });
  const path = pluginPath(plugin.name);
  const parameters = plugin.initializationParameters.map((parameter): Wanted => ({ key: parameter[0], draft: parameterDraft(parameter), attributes: [["Value", parameter[1]]] }));
  const resources = plugin.resources.map((resource): Wanted => ({
    key: resource.resourceUri,
    draft: resourceDraft(resource),
    attributes: [["SupportsOptions", String(resource.supportsOptions)], ["ExactMatch", String(resource.exactMatch)]],
    inner: {
      key: "Type",
      wanted: resource.capabilities.map((capability): Wanted => ({
        key: capability.type, draft: capabilityDraft(capability),
        attributes: [["SupportsFragment", String(capability.supportsFragment)], ["SupportsFiltering", String(capability.supportsFiltering)]],
      })),
    },
  }));
  return [
    ...changeAttributes(current, [["Filename", plugin.filename], ["SDKVersion", String(plugin.sdkVersion)], ["XmlRenderingType", plugin.xmlRenderingType], ["Enabled", String(plugin.enabled)]], path),
    ...changeEntries(current.elements.get("InitializationParameters"), "Name", parameters, [...path, { element: "InitializationParameters" }]),
    ...changeEntries(current.elements.get("Resources"), "ResourceUri", resources, [...path, { element: "Resources" }]),
  ];
}

/** An entry as it is to be. */
interface Wanted {
  readonly key: string;
  readonly draft: ElementDraft;
  readonly attributes: Attributes;
  readonly inner?: { readonly key: string; readonly wanted: readonly Wanted[] };
}

const isNamed = (entry: EffectiveElement, key: string, value: string): boolean => entry.attributes.get(key)?.text.toLowerCase() === value.toLowerCase();

function changeEntries(parent: EffectiveElement | undefined, key: string, wanted: readonly Wanted[], path: readonly ChangeStep[]): readonly SectionChange[] {
  const section = sectionPaths.wsmanagement;
  const entries = (parent?.entries ?? []).filter((entry) => entry.schema.attributes.has(key));
  const gone = entries.filter((entry) => !wanted.some((each) => isNamed(entry, key, each.key)));
  const removals = gone.map((entry): SectionChange => ({ kind: "remove", section, path: [...path, { keys: [[key, entry.attributes.get(key)?.text ?? ""]] }] }));
  return [
    ...removals,
    ...wanted.flatMap((each): readonly SectionChange[] => {
      const current = entries.find((entry) => isNamed(entry, key, each.key));
      if (current === undefined) return [{ kind: "add", section, path, entry: each.draft }];
      const own = [...path, { keys: [[key, each.key]] as const }];
      return [...changeAttributes(current, each.attributes, own), ...(each.inner === undefined ? [] : changeEntries(current, each.inner.key, each.inner.wanted, own))];
    }),
  ];
}

/** Those that come to another value; how one is spelt is no difference. */
function changeAttributes({ attributes, schema }: EffectiveElement, wanted: Attributes, path: readonly ChangeStep[]): readonly SectionChange[] {
  return wanted.flatMap(([attribute, value]): readonly SectionChange[] => {
    const described = schema.attributes.get(attribute)!;
    const current = attributes.get(attribute)?.value ?? defaultValueOf(described);
    return String(current) === String(readValue(described, value)) ? [] : [{ kind: "set", section: sectionPaths.wsmanagement, path, attribute, value }];
  });
}

const bindingsPath = ({ site }: Present): readonly ChangeStep[] => [{ keys: [["name", site.name]] }, { element: "bindings" }];

const textOf = (entry: EffectiveElement, name: string): string => entry.attributes.get(name)?.text ?? "";

const bindingPath = (entry: EffectiveElement, present: Present): readonly ChangeStep[] =>
  [...bindingsPath(present), { keys: [["protocol", textOf(entry, "protocol")], ["bindingInformation", textOf(entry, "bindingInformation")]] }];

/** The first binding of an address and a transport, as the listener of those selectors is. */
function findBinding(listener: ListenerKey, present: Present): Binding {
  const found = bindingsOf(present).find(({ entry, address }) => address === addressOf(listener) && textOf(entry, "protocol").toLowerCase() === listener.transport.toLowerCase());
  if (found !== undefined) return found;
  throw new UnmadeChange({ severity: "error", rule: "not-found", message: `No binding of the site "${present.site.name}" is the listener ${listener.address} ${listener.transport}.` });
}

/** A binding as the files have it. */
interface Binding {
  readonly entry: EffectiveElement;
  readonly address: string;
  readonly port: number;
  readonly host: string;
}

function bindingsOf({ sections, site }: Present): readonly Binding[] {
  const own = sections.get(sectionPaths.sites)?.entries.find((entry) => isNamed(entry, "name", site.name));
  return (own?.elements.get("bindings")?.entries ?? []).flatMap((entry) => {
    const parsed = parseBinding(textOf(entry, "bindingInformation"));
    return parsed.ok ? [{ entry, address: parsed.value.address, port: parsed.value.port, host: parsed.value.host }] : [];
  });
}

const addressOf = ({ address }: Pick<ListenerKey, "address">): string => address.replace(/^IP:/iu, "").toLowerCase();

function bindingInformation(listening: string, port: number, hostname: string): string {
  const address = addressOf({ address: listening });
  return `${address.includes(":") ? `[${address}]` : address}:${port}:${hostname}`;
}

type NewListener = Extract<ConfigurationChange, { readonly kind: "add-listener" }>["listener"];

function bindingDraft(listener: NewListener, present: Present): ElementDraft {
  const own: Attributes = [["protocol", listener.transport.toLowerCase()], ["bindingInformation", bindingInformation(listener.address, listener.port, listener.hostname)]];
  return { attributes: listener.transport === "HTTPS" ? [...own, ...certificateOf(listener.certificateThumbprint, present)] : own };
}

/** There is no store of certificates to point into: the files of a binding that has this one are named once more. */
function certificateOf(thumbprint: string, present: Present): Attributes {
  const wanted = thumbprint.replaceAll(/\s/gu, "").toUpperCase();
  const open = present.listeners.find((listener) => listener.secure && listener.certificateThumbprint === wanted);
  const like = open && bindingsOf(present).find(({ entry, address, host }) => address === open.address && host === open.host && textOf(entry, "protocol").toLowerCase() === "https");
  if (wanted === "" || like === undefined) {
    const message = wanted === "" ? "An HTTPS listener needs a CertificateThumbprint." : `No listener has the certificate ${wanted}, so there are no files to name.`;
    throw new UnmadeChange({ severity: "error", rule: "certificate-unknown", message, remedy: "Add the binding to applicationHost.config, with certificateFile and keyFile." });
  }
  return ["certificateFile", "keyFile", "passphraseFile"].flatMap((name) => (like.entry.attributes.has(name) ? [[name, textOf(like.entry, name)] as const] : []));
}

const mappingsPath: readonly ChangeStep[] = [{ element: "manyToOneMappings" }];

/** The form that `listedMapping` reads. The name only has to be its own: what the mapping is about is in its rules. */
function mappingDraft({ issuer, subject, userName, enabled }: Extract<ConfigurationChange, { readonly kind: "add-certificate-mapping" }>["mapping"]): ElementDraft {
  const rule = (field: string, subField: string, criteria: string): ElementDraft & { readonly name: string } =>
    ({ name: "add", attributes: [["certificateField", field], ["certificateSubField", subField], ["matchCriteria", criteria], ["compareCaseSensitive", "false"]] });
  return {
    attributes: given([["name", `certmapping Issuer=${issuer} Subject=${subject}`], ["userName", userName], ["enabled", enabled, true]]),
    children: [{ name: "rules", attributes: [], children: [rule("Issuer", "Thumbprint", issuer), rule("Subject", "Name", subject)] }],
  };
}

/** By its rules: an entry that somebody wrote by hand may be called anything. */
function mappingPath({ issuer, subject }: CertificateMappingKey, { sections }: Present): readonly ChangeStep[] {
  const listed = (sections.get(sectionPaths.certificateMapping)?.elements.get("manyToOneMappings")?.entries ?? []).map(listedMapping);
  const found = listed.find((mapping) => mapping?.issuerThumbprint.toLowerCase() === issuer.toLowerCase() && mapping.subject.toLowerCase() === subject.toLowerCase());
  if (found !== undefined) return [...mappingsPath, { keys: [["name", found.name]] }];
  throw new UnmadeChange({ severity: "error", rule: "not-found", message: `No mapping is for the issuer ${issuer} and the subject ${subject}.` });
}
