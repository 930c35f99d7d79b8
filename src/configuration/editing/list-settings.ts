import type { SourcePlace } from "../../base/diagnostic.js";
import type { EffectiveElement } from "../effective-element.js";
import { expandEnvironment, type EnvironmentLookup } from "../expand-environment.js";
import { defaultValueOf } from "../read-value.js";
import { keysOf, type AttributeSchema, type CollectionSchema, type ElementSchema, type SectionSchema } from "../schema-model.js";
import { placeOf } from "../source-file.js";
import { isSecretSetting, maskedValue } from "./secret-settings.js";

/** One value as it holds. */
export interface Setting {
  /** As `config set` takes it: `PluginModules.OperationsPlugins.[Name='registry'].Enabled`. */
  readonly path: string;
  /** As written, or the default; secrets are masked. */
  readonly value: string;
  /** With the host's environment, where that makes a difference. */
  readonly expanded: string | undefined;
  /** Where it is written; `undefined`: nowhere, it is a default. */
  readonly origin: SourcePlace | undefined;
  /** The line of the schema that describes it; `undefined` where any attribute may stand. */
  readonly schemaPlace: SourcePlace | undefined;
}

/** Every value of a section, written and default, in the order of the schema. @param effective as it holds; `undefined`: nobody writes it */
export function listSettings(section: SectionSchema, effective: EffectiveElement | undefined, environment: EnvironmentLookup): readonly Setting[] {
  const settings: Setting[] = [];
  collect({ schema: section.element, layers: [effective], above: "", owners: [effective] }, environment, settings);
  return settings;
}

interface Holder {
  readonly schema: ElementSchema;
  /** The element and what stands in for it where it says nothing, nearest first. */
  readonly layers: readonly (EffectiveElement | undefined)[];
  /** Path up to it, with the dot behind. */
  readonly above: string;
  /** Elements around it that may have defaults of entries, nearest first. */
  readonly owners: readonly (EffectiveElement | undefined)[];
}

function collect(holder: Holder, environment: EnvironmentLookup, settings: Setting[]): void {
  const { schema, layers, above, owners } = holder;
  const [own] = layers;
  for (const attribute of schema.attributes.values()) settings.push(settingOf(attribute, holder, environment));
  for (const [name, { text, spot }] of own?.attributes ?? []) {
    if (schema.attributes.has(name)) continue;
    settings.push({ path: above + name, value: isSecretSetting(name, own) ? maskedValue : text, expanded: undefined, origin: placeOf(spot), schemaPlace: undefined });
  }
  for (const [name, child] of schema.elements) {
    collect({ schema: child, layers: layers.map((layer) => layer?.elements.get(name)), above: `${above}${name}.`, owners: [own?.elements.get(name), ...owners] }, environment, settings);
  }
  for (const entry of own?.entries ?? []) {
    const collection = schema.collections.find((each) => each.entry === entry.schema);
    if (collection === undefined) continue;
    collect({ schema: entry.schema, layers: [entry, ...defaultsOf(collection, owners)], above: `${above}${keyOf(entry)}.`, owners: [entry, ...owners] }, environment, settings);
  }
}

const defaultsOf = ({ defaultElement }: CollectionSchema, owners: Holder["owners"]): Holder["layers"] =>
  defaultElement === undefined ? [] : owners.map((owner) => owner?.elements.get(defaultElement)).filter((found) => found !== undefined);

function settingOf(attribute: AttributeSchema, { layers, above }: Holder, environment: EnvironmentLookup): Setting {
  const { name } = attribute;
  const holder = layers.find((layer) => layer?.attributes.has(name) === true);
  const written = holder?.attributes.get(name);
  const text = written?.text ?? attribute.defaultValue ?? String(defaultValueOf(attribute));
  const isSecret = text !== "" && (isSecretSetting(name, holder) || (attribute.encrypted && written !== undefined));
  const expanded = attribute.expanded && !isSecret ? expandEnvironment(text, environment).text : text;
  return {
    path: above + name,
    value: isSecret ? maskedValue : text,
    expanded: expanded === text ? undefined : expanded,
    origin: written && placeOf(written.spot),
    schemaPlace: attribute.place,
  };
}

/** `[Name='x']`: the key that an entry writes; its quotes are doubled. */
export function keyOf(entry: EffectiveElement): string {
  const key = keysOf(entry.schema).find((names) => names.some(({ name }) => entry.attributes.has(name))) ?? [];
  const pairs = key.filter(({ name }) => entry.attributes.has(name)).map(({ name }) => `${name}='${entry.attributes.get(name)!.text.replaceAll("'", "''")}'`);
  return `[${pairs.join(",")}]`;
}
