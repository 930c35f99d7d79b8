import assert from "node:assert/strict";
import type { ConfigurationSurvey } from "../../src/configuration/editing/configuration-survey.js";
import { findTarget } from "../../src/configuration/editing/find-target.js";
import { effectiveAt, resolvePath } from "../../src/configuration/editing/resolve-path.js";
import type { SectionChange } from "../../src/configuration/editing/section-change.js";
import { decodeXml } from "../../src/protocol/xml/decode-xml.js";
import { readPositionedTree, type PositionedElement } from "../../src/protocol/xml/positioned-tree.js";

/** A file as text. */
export const textOfBytes = (bytes: Uint8Array): string => {
  const decoded = decodeXml(bytes, undefined);
  assert.ok(decoded.ok);
  return decoded.value.text;
};

/** What was cut out and put in, everything equal at both ends left away. */
export function difference(before: string, after: string): { readonly cut: string; readonly put: string } {
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
export function checkTouched(change: SectionChange, before: string, after: string): void {
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

/** What was written is what is read. */
export function checkReads(change: SectionChange, survey: ConfigurationSurvey, target: string): void {
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

/** An element that had no content and was given some has two tags from then on, also when it is empty again. */
export const emptyAsOne = (text: string): string => text.replace(/<([\w.:-]+)([^<>]*?)\s*><\/\1>/gu, "<$1$2/>");

/** Elements in a file. */
export const countIn = (bytes: Uint8Array): number => countElements(readPositionedTree(textOfBytes(bytes)).root!);

/** The change that takes another one back, where there is one. */
export function inverseOf(change: SectionChange, survey: ConfigurationSurvey, target: string): SectionChange | undefined {
  const steps = resolvePath(survey.workspace.schema.get(change.section)!.element, change.path);
  const found = findTarget(survey, target);
  if (!steps.ok || !found.ok) return undefined;
  const holder = effectiveAt(survey.at(found.value).sections.get(change.section), steps.value);
  if (change.kind === "add") return { kind: "remove", section: change.section, path: [...change.path, { keys: change.entry.attributes }] };
  if (change.kind !== "set" || change.path.some((step) => "keys" in step && step.keys.some(([name]) => name === change.attribute))) return undefined;
  const old = holder?.attributes.get(change.attribute)?.text;
  return old === undefined ? { kind: "unset", section: change.section, path: change.path, attribute: change.attribute } : { ...change, value: old };
}
