import { describeAllowed } from "../../src/configuration/describe-attribute.js";
import type { AttributeSchema, ElementSchema } from "../../src/configuration/schema-model.js";

/** The reference table of a section, as docs/configuration.md shows it: a row for each attribute, in the order of the schema. */
export function schemaTable(section: ElementSchema): string {
  return ["| attribute | type | default | range |", "|---|---|---|---|", ...rows(section, "")].join("\n");
}

function* rows(element: ElementSchema, path: string): Generator<string> {
  for (const attribute of element.attributes.values()) yield `| \`${path}${attribute.name}\` | ${attribute.type} | ${defaultOf(attribute)} | ${rangeOf(attribute)} |`;
  for (const child of element.elements.values()) yield* rows(child, `${path}${child.name}/`);
  for (const { addElements, removeElement, clearElement, entry } of element.collections) {
    const others = [removeElement, clearElement].filter((name) => name !== undefined);
    yield `| \`${path}${addElements.join(",")}\` | entries | | any number${others.length === 0 ? "" : `; with ${others.map((name) => `\`${name}\``).join(", ")}`} |`;
    yield* rows(entry, `${path}${addElements[0]!}/`);
  }
}

const defaultOf = ({ required, defaultValue }: AttributeSchema): string => (required ? "required" : defaultValue === undefined || defaultValue === "" ? "" : `\`${defaultValue}\``);

function rangeOf(attribute: AttributeSchema): string {
  const key = attribute.isUniqueKey || attribute.isCombinedKey ? ["key"] : [];
  const allowed = describeAllowed(attribute)?.replace(/^Allowed(?:, separated by commas)?: /u, "").replace(/\.$/u, "").replaceAll("|", "\\|");
  return [...key, ...(allowed === undefined ? [] : [allowed])].join("; ");
}
