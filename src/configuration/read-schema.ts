import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { checkBooleans } from "./check-booleans.js";
import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import { readAttributeSchema } from "./read-attribute-schema.js";
import type { Report } from "./report.js";
import type { AttributeSchema, CollectionSchema, ElementSchema, SectionSchema } from "./schema-model.js";
import { nameSpot } from "./spots.js";
import { placeOf, type SourceFile } from "./source-file.js";

/** A schema file that could be read at least in part. */
export interface SchemaFile {
  readonly source: SourceFile;
  readonly root: PositionedElement;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };
interface ElementDraft extends Growing<Omit<ElementSchema, "attributes" | "elements" | "collections">> {
  attributes: Map<string, AttributeSchema>;
  elements: Map<string, ElementDraft>;
  collections: CollectionDraft[];
}
interface CollectionDraft extends Growing<Omit<CollectionSchema, "entry">> {
  entry: ElementDraft;
}

/**
 * Reads schema files into sections. Files that describe the same section are merged: later ones add attributes and elements, and a
 * collection with the same addElement is where they join.
 */
export function readSchema(files: readonly SchemaFile[], report: Report): ReadonlyMap<string, SectionSchema> {
  const sections = new Map<string, { path: string; element: ElementDraft }>();
  for (const { source, root } of files) {
    if (root.name !== "configSchema") {
      report.error({ rule: "schema-root", message: `The root element of a schema file is <configSchema>, not <${root.name}>.`, code: hresults.invalidData }, nameSpot(source, root));
      continue;
    }
    for (const child of root.children) {
      if (child.name !== "sectionSchema") {
        unknownNode(source, child, ["sectionSchema"], report);
        continue;
      }
      const path = read(child, "name");
      if (path === undefined) {
        missing(source, child, "name", report);
        continue;
      }
      let section = sections.get(path);
      if (section === undefined) {
        section = { path, element: draft(source, child, path.slice(path.lastIndexOf("/") + 1)) };
        sections.set(path, section);
      }
      readContent(source, child, section.element, report);
    }
  }
  return sections;
}

const draft = (source: SourceFile, node: PositionedElement, name: string): ElementDraft => ({
  name,
  attributes: new Map(),
  elements: new Map(),
  collections: [],
  allowUnrecognizedAttributes: false,
  place: placeOf({ source, offset: node.offset, length: 0 }),
});

function readContent(source: SourceFile, node: PositionedElement, into: ElementDraft, report: Report): void {
  checkBooleans(source, node, ["allowUnrecognizedAttributes", "isCollectionDefault", "mergeAppend", "allowDuplicates"], report);
  if (isTrue(read(node, "allowUnrecognizedAttributes"))) into.allowUnrecognizedAttributes = true;
  for (const child of node.children) {
    switch (child.name) {
      case "attribute":
        addAttribute(source, child, into, report);
        break;
      case "element":
        addElement(source, child, into, report);
        break;
      case "collection":
        addCollection(source, child, into, report);
        break;
      case "method":
        break;
      default:
        unknownNode(source, child, ["attribute", "element", "collection"], report);
    }
  }
}

function addAttribute(source: SourceFile, node: PositionedElement, into: ElementDraft, report: Report): void {
  const attribute = readAttributeSchema(source, node, report);
  if (attribute === undefined) return;
  const earlier = into.attributes.get(attribute.name);
  if (earlier === undefined) into.attributes.set(attribute.name, attribute);
  else {
    report.warning(
      {
        rule: "schema-duplicate-attribute",
        message: `The attribute ${attribute.name} of <${into.name}> is described twice; the first description counts.`,
        related: [{ message: "first described here", place: earlier.place }],
      },
      nameSpot(source, node),
    );
  }
}

function addElement(source: SourceFile, node: PositionedElement, into: ElementDraft, report: Report): void {
  const name = read(node, "name");
  if (name === undefined) return missing(source, node, "name", report);
  let element = into.elements.get(name);
  if (element === undefined) {
    element = draft(source, node, name);
    into.elements.set(name, element);
  }
  readContent(source, node, element, report);
}

function addCollection(source: SourceFile, node: PositionedElement, into: ElementDraft, report: Report): void {
  const addElements = (read(node, "addElement") ?? "").split(",").map((name) => name.trim()).filter((name) => name !== "");
  if (addElements.length === 0) return missing(source, node, "addElement", report);
  let collection = into.collections.find((other) => other.addElements.some((name) => addElements.includes(name)));
  if (collection === undefined) {
    collection = {
      addElements,
      removeElement: undefined,
      clearElement: undefined,
      defaultElement: undefined,
      mergeAppend: !isFalse(read(node, "mergeAppend")),
      allowDuplicates: isTrue(read(node, "allowDuplicates")),
      entry: draft(source, node, addElements[0]!),
      place: placeOf({ source, offset: node.offset, length: 0 }),
    };
    into.collections.push(collection);
  }
  collection.removeElement ??= read(node, "removeElement");
  collection.clearElement ??= read(node, "clearElement");
  collection.defaultElement ??= read(node, "defaultElement");
  readContent(source, node, collection.entry, report);
}

const read = (node: PositionedElement, name: string): string | undefined => node.attributes.find((attribute) => attribute.name === name)?.value;
const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === "true";
const isFalse = (text: string | undefined): boolean => text?.toLowerCase() === "false";

function missing(source: SourceFile, node: PositionedElement, name: string, report: Report): void {
  report.error({ rule: "schema-missing-attribute", message: `<${node.name}> needs the attribute ${name}.`, code: hresults.invalidData }, nameSpot(source, node));
}

function unknownNode(source: SourceFile, node: PositionedElement, known: readonly string[], report: Report): void {
  const meant = didYouMean(node.name, known);
  report.error(
    {
      rule: "schema-unknown-element",
      message: `<${node.name}> is not part of the schema language here.`,
      allowed: `Known here: ${known.join(", ")}.`,
      ...(meant === undefined ? {} : { didYouMean: meant }),
      code: hresults.invalidData,
    },
    nameSpot(source, node),
  );
}
