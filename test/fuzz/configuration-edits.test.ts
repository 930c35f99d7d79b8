import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fail, ok } from "../../src/base/result.js";
import { ConfigurationSurvey } from "../../src/configuration/editing/configuration-survey.js";
import { effectiveAt, resolvePath } from "../../src/configuration/editing/resolve-path.js";
import { planChanges } from "../../src/configuration/editing/plan-changes.js";
import type { ChangeStep, Commit, SectionChange } from "../../src/configuration/editing/section-change.js";
import { findTarget, textOf } from "../../src/configuration/editing/find-target.js";
import type { EffectiveElement } from "../../src/configuration/effective-element.js";
import type { FileAccess } from "../../src/configuration/file-access.js";
import { nodeFileAccess } from "../../src/configuration/node-file-access.js";
import { keysOf, type ElementSchema } from "../../src/configuration/schema-model.js";
import { decodeXml } from "../../src/protocol/xml/decode-xml.js";
import { encodeXml } from "../../src/protocol/xml/encode-xml.js";
import { readPositionedTree, type PositionedElement } from "../../src/protocol/xml/positioned-tree.js";
import { schemaDirectory } from "../support/golden-configuration.js";
import { projectRoot } from "../support/project-root.js";
import { createRandom } from "./random.js";

type Random = ReturnType<typeof createRandom>;
const load = { schemaDirectory, environment: { WSMANOR_PLUGINS: join(projectRoot, "plugins") } };

/** The shipped configurations. */
const shipped = [join(projectRoot, "config"), ...readdirSync(join(projectRoot, "config", "examples")).map((name) => join(projectRoot, "config", "examples", name))];

/** The same documents as other people, and other tools, would have written them. */
const spellings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "as shipped": (text) => encodeXml(text, "utf-8", false),
  "CR LF with a mark": (text) => encodeXml(text.replaceAll("\n", "\r\n"), "utf-8", true),
  "UTF-16, tabs": (text) => encodeXml(text.replaceAll('encoding="UTF-8"', 'encoding="utf-16"').replaceAll(/^(?: {2})+/gmu, (space) => "\t".repeat(space.length / 2)), "utf-16le", true),
  "one line": (text) => encodeXml(text.replaceAll(/<!--[\s\S]*?-->/gu, "").replaceAll(/\s*\n\s*/gu, (space) => (space.includes("\n") ? " " : space)).replaceAll("> <", "><"), "utf-8", false),
  "single quotes": (text) => encodeXml(text.replaceAll(/="([^"']*)"/gu, "='$1'"), "utf-8", false),
  "spread out": (text) => encodeXml(text.replaceAll("/>", " />").replaceAll(/>(?=\n)/gu, "> <!-- x -->").replace(/^(<\?xml[^>]*>) <!-- x -->/u, "$1"), "utf-8", false),
};

const written = (files: ReadonlyMap<string, Uint8Array>): FileAccess => ({
  ...nodeFileAccess,
  readBytes: (path) => (files.has(path) ? ok(files.get(path)!) : path.endsWith(".config") ? fail({ kind: "missing", message: "none" }) : nodeFileAccess.readBytes(path)),
  kind: (path) => (files.has(path) ? "file" : path.endsWith("web.config") ? undefined : nodeFileAccess.kind(path)),
});

function filesOf(folder: string, spell: (text: string) => Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (entry.endsWith(".config") && !(folder.endsWith("config") && entry.startsWith("examples"))) files.set(join(folder, entry), spell(readFileSync(join(folder, entry), "utf8")));
  }
  return files;
}

interface Place {
  readonly section: string;
  readonly path: readonly ChangeStep[];
  readonly schema: ElementSchema;
  readonly effective: EffectiveElement | undefined;
}

/** Every element that could be edited: what is written, and what the schema knows beside it. */
function placesOf(survey: ConfigurationSurvey, target: string): Place[] {
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

function randomChange(random: Random, places: readonly Place[]): SectionChange {
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

const textOfBytes = (bytes: Uint8Array): string => {
  const decoded = decodeXml(bytes, undefined);
  assert.ok(decoded.ok);
  return decoded.value.text;
};

/** What was cut out and put in, everything equal at both ends left away. */
function difference(before: string, after: string): { readonly cut: string; readonly put: string } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { cut: before.slice(start, before.length - end), put: after.slice(start, after.length - end) };
}

const comments = (text: string): readonly string[] => text.match(/<!--[\s\S]*?-->/gu) ?? [];
const countElements = ({ children }: PositionedElement): number => 1 + children.reduce((sum, child) => sum + countElements(child), 0);

/** How much may differ: a value, an attribute, an element that was taken away or made with what leads to it. */
function checkTouched(change: SectionChange, before: string, after: string): void {
  const { cut, put } = difference(before, after);
  const [old, now] = [readPositionedTree(before), readPositionedTree(after)];
  assert.deepEqual(now.problems, []);
  const grown = countElements(now.root!) - countElements(old.root!);
  if (change.kind === "remove") {
    // What is inherited is taken away by a directive.
    assert.ok((grown < 0 && put.length === 0) || (grown > 0 && put.includes("remove ")), `removing put ${JSON.stringify(put)}`);
    if (grown < 0) return;
  }
  assert.deepEqual(comments(after), comments(before), "comments stay");
  if (change.kind === "unset") assert.ok(grown === 0 && put.length === 0 && cut.length > change.attribute.length && !/[<>]/u.test(cut), cut);
  else if (grown === 0) assert.ok(!/[<>]/u.test(cut + put), `only a value or an attribute: ${JSON.stringify({ cut, put })}`);
  else assert.ok(grown > 0 && cut.trim().replace(/^\/?>?$/u, "").length === 0, `nothing is lost by adding: ${JSON.stringify(cut)}`);
}

function checkReads(change: SectionChange, survey: ConfigurationSurvey, target: string): void {
  const schema = survey.workspace.schema.get(change.section)!;
  const steps = resolvePath(schema.element, change.path);
  const found = findTarget(survey, target);
  assert.ok(steps.ok);
  // An edit of the sites may have moved the application itself away.
  if (!found.ok && change.section.endsWith("/sites")) return;
  assert.ok(found.ok);
  const holder = effectiveAt(survey.at(found.value).sections.get(change.section), steps.value);
  if (change.kind === "set") assert.equal(holder?.attributes.get(change.attribute)?.text, change.value);
  if (change.kind === "add") assert.ok(holder?.entries.some((entry) => change.entry.attributes.every(([name, value]) => entry.attributes.get(name)?.text === value)));
}

describe("random edits of configuration files", () => {
  for (const [spelling, spell] of Object.entries(spellings)) {
    it(`${spelling}: only what is meant is touched, what was written is read, what is undone leaves the same octets`, () => {
      const random = createRandom(20_260_101 + spelling.length);
      let made = 0;
      let undone = 0;
      for (const folder of shipped) {
        const files = filesOf(folder, spell);
        const access = written(files);
        const path = files.has(join(folder, "applicationHost.config")) ? folder : join(folder, "web.config");
        const survey = ConfigurationSurvey.open(path, access, load)!;
        const targets = survey.sites.flatMap((site) => site.applications.map((application) => textOf({ site, application })));
        for (let round = 0; round < 25; round++) {
          const target = random.pick(targets);
          const change = randomChange(random, placesOf(survey, target));
          const commit = random.pick<Commit>(["auto", "auto", "own", "app", "apphost"]);
          const planned = planChanges([change], { path, files: access, load, target, commit });
          if (!planned.ok) continue;
          made++;
          assert.ok(planned.value.files.length <= 1);
          const [file] = planned.value.files;
          if (file === undefined) continue;
          if (file.before !== undefined) checkTouched(change, textOfBytes(file.before), textOfBytes(file.after));
          const after = ConfigurationSurvey.open(path, planned.value.access, load)!;
          // Moving a key away, or what is closed here, is the host's to refuse; then there is nothing to read.
          const isKey = change.kind === "set" && change.path.length > 0;
          const isClosed = commit === "app" || (commit === "auto" && file.path.endsWith("web.config"));
          if (!isKey && !isClosed) checkReads(change, after, target);
          const inverse = inverseOf(change, survey, target);
          if (inverse === undefined || commit !== "auto") continue;
          const back = planChanges([inverse], { path, files: planned.value.access, load, target, commit });
          if (!back.ok) continue;
          const restored = back.value.access.readBytes(file.path);
          if (file.before === undefined || countIn(file.before) !== countIn(restored.ok ? restored.value : file.before)) continue;
          undone++;
          assert.ok(restored.ok && emptyAsOne(textOfBytes(restored.value)) === emptyAsOne(textOfBytes(file.before)), `${JSON.stringify(change)} of ${file.path}\n${JSON.stringify(difference(textOfBytes(file.before), textOfBytes(restored.ok ? restored.value : file.before)))}`);
        }
      }
      assert.ok(made > 100 && undone > 12, `${made} edits were made and ${undone} undone`);
    });
  }
});

/** An element that had no content and was given some has two tags from then on, also when it is empty again. */
const emptyAsOne = (text: string): string => text.replace(/<([\w.:-]+)([^<>]*?)\s*><\/\1>/gu, "<$1$2/>");

const countIn = (bytes: Uint8Array): number => countElements(readPositionedTree(textOfBytes(bytes)).root!);

/** The change that takes another one back, where there is one. */
function inverseOf(change: SectionChange, survey: ConfigurationSurvey, target: string): SectionChange | undefined {
  const steps = resolvePath(survey.workspace.schema.get(change.section)!.element, change.path);
  const found = findTarget(survey, target);
  if (!steps.ok || !found.ok) return undefined;
  const holder = effectiveAt(survey.at(found.value).sections.get(change.section), steps.value);
  if (change.kind === "add") return { kind: "remove", section: change.section, path: [...change.path, { keys: change.entry.attributes }] };
  if (change.kind !== "set" || change.path.some((step) => "keys" in step && step.keys.some(([name]) => name === change.attribute))) return undefined;
  const old = holder?.attributes.get(change.attribute)?.text;
  return old === undefined ? { kind: "unset", section: change.section, path: change.path, attribute: change.attribute } : { ...change, value: old };
}
