import type { EffectiveElement } from "../effective-element.js";
import { isSecretSetting, maskedValue } from "./secret-settings.js";
import { writeSnippet, type Snippet } from "./snippet.js";

/** What is written of a section, by all files together, as one element inside its groups. Secrets are masked. */
export function sectionXml(path: string, effective: EffectiveElement | undefined): string {
  const names = path.split("/");
  const own = effective === undefined ? { name: names.at(-1)!, attributes: [], children: [] } : snippetOf(effective);
  const nested = names.slice(0, -1).reduceRight<Snippet>((inner, name) => ({ name, attributes: [], children: [inner] }), own);
  return `${writeSnippet(nested, "", "\n", { newline: "\n", indent: "  ", quote: '"', asciiOnly: false })}\n`;
}

const snippetOf = (element: EffectiveElement): Snippet => ({
  name: element.name,
  attributes: [...element.attributes].map(([name, { text }]) => [name, text !== "" && isHidden(element, name) ? maskedValue : text] as const),
  children: [...[...element.elements.values()].map(snippetOf), ...element.entries.map(snippetOf)],
});

const isHidden = (element: EffectiveElement, name: string): boolean => isSecretSetting(name, element) || element.schema.attributes.get(name)?.encrypted === true;
