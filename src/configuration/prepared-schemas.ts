import { createHash } from "node:crypto";
import type { Diagnostic, SourcePlace } from "../base/diagnostic.js";
import type { FileAccess } from "./file-access.js";
import { loadSchemaFiles, schemaFileNames } from "./load-schema-files.js";
import { readSchema } from "./read-schema.js";
import { Report } from "./report.js";
import type { AttributeSchema, CollectionSchema, ElementSchema, SectionSchema } from "./schema-model.js";
import { sectionMark } from "./section-mark.js";

/** Below a schema folder: what `npm run generate` made of its files. */
export const preparedFile = "compiled/schemas.json";

/** Line and column, and the number of the file. */
type Place = readonly [file: number, line: number, column: number];

type Prepared<T> = Omit<T, "attributes" | "elements" | "collections" | "entry" | "place"> & { readonly place: Place };
type PreparedAttribute = Prepared<AttributeSchema>;
interface PreparedElement extends Prepared<ElementSchema> {
  readonly attributes: readonly PreparedAttribute[];
  readonly elements: readonly PreparedElement[];
  readonly collections: readonly PreparedCollection[];
}
interface PreparedCollection extends Prepared<CollectionSchema> {
  readonly entry: PreparedElement;
}
interface PreparedSchemas {
  /** In the order in which they are read; SHA-256 of their octets, in hex. */
  readonly files: readonly { readonly name: string; readonly hash: string }[];
  readonly sections: readonly { readonly path: string; readonly mark: string; readonly element: PreparedElement }[];
  /** What reading them reports. */
  readonly diagnostics: readonly (Omit<Diagnostic, "place"> & { readonly place: Place })[];
}

const hashOf = (octets: Uint8Array): string => createHash("sha256").update(octets).digest("hex");

/**
 * The sections of a schema folder as they were prepared: parsing its files takes longer than reading a whole configuration.
 * @returns `undefined` unless the folder holds the very files, octet for octet, that they were prepared from
 */
export function readPreparedSchemas(directory: string, files: FileAccess, report: Report): ReadonlyMap<string, SectionSchema> | undefined {
  const prepared = parse(files.readBytes(files.resolve(directory, preparedFile)));
  const names = schemaFileNames(directory, files);
  if (prepared === undefined || prepared.files.length !== names.length) return undefined;
  for (const [index, { name, hash }] of prepared.files.entries()) {
    const octets = names[index] === name ? files.readBytes(files.resolve(directory, name)) : undefined;
    if (octets?.ok !== true || hashOf(octets.value) !== hash) return undefined;
  }
  const paths = prepared.files.map(({ name }) => files.resolve(directory, name));
  const placeOf = ([file, line, column]: Place): SourcePlace => ({ file: paths[file]!, line, column });
  // Each key where it was: programs are given diagnostics as JSON.
  for (const finding of prepared.diagnostics) report.add({ ...finding, place: placeOf(finding.place) });
  return new Map(prepared.sections.map(({ path, mark, element }) => [path, { path, element: reviveElement(element, placeOf), mark }]));
}

function parse(octets: ReturnType<FileAccess["readBytes"]>): PreparedSchemas | undefined {
  if (!octets.ok) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(octets.value)) as PreparedSchemas;
  } catch {
    // The schema files themselves are there.
    return undefined;
  }
}

type PlaceOf = (place: Place) => SourcePlace;

const reviveElement = (element: PreparedElement, placeOf: PlaceOf): ElementSchema => ({
  ...element,
  attributes: new Map(element.attributes.map((attribute) => [attribute.name, reviveAttribute(attribute, placeOf)])),
  elements: new Map(element.elements.map((child) => [child.name, reviveElement(child, placeOf)])),
  collections: element.collections.map((collection) => reviveCollection(collection, placeOf)),
  place: placeOf(element.place),
});

// JSON has no `undefined`.
const reviveAttribute = (attribute: PreparedAttribute, placeOf: PlaceOf): AttributeSchema =>
  ({ ...attribute, defaultValue: attribute.defaultValue, validation: attribute.validation, place: placeOf(attribute.place) });

function reviveCollection(collection: PreparedCollection, placeOf: PlaceOf): CollectionSchema {
  const { removeElement, clearElement, defaultElement, entry, place } = collection;
  return { ...collection, removeElement, clearElement, defaultElement, entry: reviveElement(entry, placeOf), place: placeOf(place) };
}

/**
 * The text of `schema/compiled/schemas.json`.
 * @throws when the files cannot be read, or have errors
 */
export function prepareSchemas(directory: string, files: FileAccess): string {
  const report = new Report();
  const sections = readSchema(loadSchemaFiles(directory, files, report), report);
  if (report.errors.length > 0) throw new Error(report.errors.map(({ message }) => message).join(" "));
  const names = schemaFileNames(directory, files);
  const paths = names.map((name) => files.resolve(directory, name));
  const placeIn = ({ file, line, column }: SourcePlace): Place => [paths.indexOf(file), line, column];
  const prepared: PreparedSchemas = {
    files: names.map((name, index) => {
      const octets = files.readBytes(paths[index]!);
      if (!octets.ok) throw new Error(octets.error.message);
      return { name, hash: hashOf(octets.value) };
    }),
    sections: [...sections.values()].map((section) => ({ path: section.path, mark: sectionMark(section), element: prepareElement(section.element, placeIn) })),
    diagnostics: report.diagnostics.map((finding) => ({ ...finding, place: placeIn(finding.place!) })),
  };
  return `${JSON.stringify(prepared, null, 1).replaceAll(/\n */gu, (space) => (space.length > 4 ? "" : "\n"))}\n`;
}

const prepareElement = (element: ElementSchema, placeIn: (place: SourcePlace) => Place): PreparedElement => ({
  ...element,
  attributes: [...element.attributes.values()].map((attribute) => ({ ...attribute, place: placeIn(attribute.place) })),
  elements: [...element.elements.values()].map((child) => prepareElement(child, placeIn)),
  collections: element.collections.map((collection) => ({ ...collection, entry: prepareElement(collection.entry, placeIn), place: placeIn(collection.place) })),
  place: placeIn(element.place),
});
