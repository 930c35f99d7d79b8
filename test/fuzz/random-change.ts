import assert from "node:assert/strict";
import type { ConfigurationSurvey } from "../../src/configuration/editing/configuration-survey.js";
import { findTarget } from "../../src/configuration/editing/find-target.js";
import type { ChangeStep, SectionChange } from "../../src/configuration/editing/section-change.js";
import type { EffectiveElement } from "../../src/configuration/effective-element.js";
import { keysOf, type ElementSchema } from "../../src/configuration/schema-model.js";
import type { Random } from "./random.js";

/** An element that could be edited. */
export interface Place {
  readonly section: string;
  readonly path: readonly ChangeStep[];
  readonly schema: ElementSchema;
  readonly effective: EffectiveElement | undefined;
}

/** Every element that could be edited: what is written, and what the schema knows beside it. */
export function placesOf(survey: ConfigurationSurvey, target: string): Place[] {
  const found = findTarget(survey, target);
  assert.ok(found.ok);
  const { sections, levels } = survey.at(found.value);
  const places: Place[] = [];
  const walk = (section: string, path: readonly ChangeStep[], schema: ElementSchema, effective: EffectiveElement | undefined): void => {
    places.push({ section, path, schema, effective });
    for (const [name, child] of schema.elements) walk(section, [...path, { element: name }], child, effective?.elements.get(name));
    for (const entry of effective?.entries ?? []) {
      const [key] = keysOf(entry.schema).filter((names) => names.every(({ name }) => entry.attributes.has(name)));
      if (key !== undefined) walk(section, [...path, { keys: key.map(({ name }) => [name, entry.attributes.get(name)!.text] as const) }], entry.schema, entry);
    }
  };
  for (const section of levels.at(-1)!.document.declarations.keys()) {
    const schema = survey.workspace.schema.get(section);
    if (schema !== undefined) walk(section, [], schema.element, sections.get(section));
  }
  return places;
}

const values = ["7", "true", "false", "hello", "a & b < c > d", "\"double\" and 'single'", " spaces ", "tab\tand\nlines", "ünïcödé 😀", "%WSMANOR_PLUGINS%/x", "", "00:00:05", "--> <!--"];

export function randomChange(random: Random, places: readonly Place[]): SectionChange {
  for (;;) {
    const { section, path, schema, effective } = random.pick(places);
    const names = [...schema.attributes.keys()];
    const kind = random.below(10);
    if (kind < 6 && names.length > 0) return { kind: "set", section, path, attribute: random.pick(names), value: random.pick(values) };
    if (kind < 7 && (effective?.attributes.size ?? 0) > 0) return { kind: "unset", section, path, attribute: random.pick([...effective!.attributes.keys()]) };
    if (kind < 8 && path.length > 0 && "keys" in path.at(-1)!) return { kind: "remove", section, path };
    const [collection] = schema.collections;
    if (kind < 10 && collection !== undefined) {
      const key = (keysOf(collection.entry)[0] ?? []).map(({ name }) => [name, `new ${random.below(1e9)}`] as const);
      if (key.length > 0) return { kind: "add", section, path, entry: { attributes: key }, at: random.pick(["start", "end", 1] as const) };
    }
  }
}
