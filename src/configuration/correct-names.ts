import type { PositionedAttribute, PositionedElement } from "../protocol/xml/positioned-tree.js";
import type { Report } from "./report.js";
import { meantAttribute, meantElement, reportUnknownAttribute, reportUnknownElement } from "./report-unknown-name.js";
import { childMeaning, type ElementSchema, type SectionSchema } from "./schema-model.js";
import { isMetaAttribute, type InstanceOrigin } from "./section-instance.js";
import type { SourceFile } from "./source-file.js";

/**
 * Reports names that are misspelt and goes on with those that were meant, so that what stands behind a wrong name is checked in the same
 * run. Names for which nothing is near stay, for the validator to refuse. Nobody is served by what comes out: the mistakes are errors.
 */
export function correctNames(source: SourceFile, element: PositionedElement, section: SectionSchema, report: Report): PositionedElement {
  const correct = (node: PositionedElement, schema: ElementSchema, role: InstanceOrigin["role"]): PositionedElement => {
    const origin = { element: node, schema, role };
    const attributes = node.attributes.map((attribute) => correctAttribute(attribute, origin));
    const names = correctChildren(origin);
    const children = node.children.map((child) => {
      const name = names.get(child.name) ?? child.name;
      const meaning = role === "remove" || role === "clear" ? undefined : childMeaning(schema, name);
      if (meaning === undefined) return child;
      const corrected = meaning.kind === "element" ? correct(child, meaning.schema, "element") : correct(child, meaning.collection.entry, meaning.kind === "add" ? "entry" : meaning.kind);
      return { ...corrected, name };
    });
    return { ...node, attributes, children };
  };

  const correctAttribute = (attribute: PositionedAttribute, origin: InstanceOrigin): PositionedAttribute => {
    const { element: node, schema } = origin;
    if (schema.attributes.has(attribute.name) || schema.allowUnrecognizedAttributes || isMetaAttribute(attribute.name, node === element)) return attribute;
    const meant = meantAttribute(origin, attribute.name);
    if (meant === undefined || node.attributes.some(({ name }) => name === meant)) return attribute;
    reportUnknownAttribute(source, origin, attribute.name, report);
    return { ...attribute, name: meant };
  };

  /** Wrong names of children to right ones. A single element that is there already is not there twice. */
  const correctChildren = (origin: InstanceOrigin): ReadonlyMap<string, string> => {
    const { element: node, schema } = origin;
    const names = new Map<string, string>();
    for (const { name } of node.children) {
      if (names.has(name) || childMeaning(schema, name) !== undefined) continue;
      const meant = meantElement(origin, name);
      const isTaken = meant !== undefined && schema.elements.has(meant) && (node.children.some((other) => other.name === meant) || [...names.values()].includes(meant));
      if (meant === undefined || isTaken) continue;
      reportUnknownElement(source, origin, name, section, report);
      names.set(name, meant);
    }
    return names;
  };

  return correct(element, section.element, "element");
}
