import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import { childNames, type ElementSchema } from "./schema-model.js";
import type { SourceFile, Spot } from "./source-file.js";
import { attributeSpot, valueSpot } from "./spots.js";

/** One lock: what it covers, and the file whose own locations it does not bind. */
export interface Lock {
  readonly kind: "attributes" | "elements" | "item";
  covers(name: string): boolean;
  readonly file: string;
  readonly spot: Spot;
}

const kinds = new Map<string, { readonly kind: Lock["kind"]; readonly except: boolean }>([
  ["lockAttributes", { kind: "attributes", except: false }],
  ["lockAllAttributesExcept", { kind: "attributes", except: true }],
  ["lockElements", { kind: "elements", except: false }],
  ["lockAllElementsExcept", { kind: "elements", except: true }],
  ["lockItem", { kind: "item", except: false }],
]);

/** Attributes that may stand on any element of a section and are in no schema. */
export const lockAttributeNames: readonly string[] = [...kinds.keys()];

/** Reads the locks an element carries, reporting names that do not exist. */
export function readLocks(source: SourceFile, element: PositionedElement, schema: ElementSchema, report: Report): readonly Lock[] {
  const locks: Lock[] = [];
  for (const attribute of element.attributes) {
    const meaning = kinds.get(attribute.name);
    if (meaning === undefined) continue;
    const spot = attributeSpot(source, attribute);
    if (meaning.kind === "item") {
      if (attribute.value.toLowerCase() === "true") locks.push({ kind: "item", covers: () => true, file: source.path, spot });
      continue;
    }
    const names = new Set(attribute.value.split(",").map((name) => name.trim()).filter((name) => name !== ""));
    const known = meaning.kind === "attributes" ? [...schema.attributes.keys()] : childNames(schema);
    for (const name of names) {
      if (name === "*" || known.includes(name)) continue;
      const meant = didYouMean(name, known);
      const what = meaning.kind === "attributes" ? "attribute" : "element";
      report.error(
        {
          rule: "unknown-name-in-lock",
          message: `${attribute.name} contains unknown ${what} '${name}'.`,
          allowed: `Known here: ${known.join(", ")}.`,
          ...(meant === undefined ? {} : { didYouMean: meant }),
          schemaPlace: schema.place,
          code: hresults.invalidData,
        },
        valueSpot(source, attribute),
      );
    }
    const all = names.has("*");
    locks.push({ kind: meaning.kind, covers: (name) => (all || names.has(name)) !== meaning.except, file: source.path, spot });
  }
  return locks;
}
