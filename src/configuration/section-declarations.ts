import type { PositionedAttribute, PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import { meantDeclaration } from "./meant-declaration.js";
import { otherPaths } from "./other-sections.js";
import type { Report } from "./report.js";
import type { SourceFile, Spot } from "./source-file.js";
import { attributeSpot, nameSpot, valueSpot } from "./spots.js";

export const definitionLevels = ["MachineOnly", "MachineToWebRoot", "MachineToRootWeb", "MachineToApplication", "Everywhere", "AppHostOnly"] as const;
export type DefinitionLevel = (typeof definitionLevels)[number];

/** One `<section>` of `configSections`. */
export interface SectionDeclaration {
  /** `system.webServer/handlers`. */
  readonly path: string;
  readonly overrideModeDefault: "Allow" | "Deny";
  readonly allowDefinition: DefinitionLevel;
  readonly allowLocation: boolean;
  readonly spot: Spot;
}

const known = new Map<string, readonly string[]>([
  ["sectionGroup", ["name", "type"]],
  ["section", ["name", "type", "overrideModeDefault", "allowDefinition", "allowLocation", "requirePermission", "restartOnExternalChanges"]],
]);

/**
 * Reads `configSections` into `into`, which already holds what upper levels declared: lower ones add, never redefine. A name that is
 * misspelt is reported here, once, and read as what was meant.
 * @param schema paths of the sections that have one
 */
export function readDeclarations(source: SourceFile, configSections: PositionedElement, into: Map<string, SectionDeclaration>, schema: Iterable<string>, report: Report): void {
  const paths = [...schema, ...otherPaths];
  const written = new Set([...into.keys(), ...writtenPaths(configSections, "")]);
  const walk = (node: PositionedElement, prefix: string): void => {
    for (const child of node.children) {
      const names = known.get(child.name);
      if (names === undefined) {
        reportUnknown(source, child, report);
        continue;
      }
      checkAttributes(source, child, names, report);
      const attribute = child.attributes.find((each) => each.name === "name");
      const meant = attribute && meantDeclaration(child, attribute.value, prefix, paths, written);
      if (attribute !== undefined && meant !== undefined) reportMisspelt(source, child, attribute, meant, report);
      const name = meant ?? attribute?.value;
      if (name === undefined || name === "") {
        const message = `Missing required attribute name on <${child.name}>.`;
        report.error({ rule: "missing-attribute", message, remedy: 'Add name="…".', code: hresults.invalidData }, nameSpot(source, child));
      } else if (child.name === "sectionGroup") walk(child, `${prefix}${name}/`);
      else declare(source, child, `${prefix}${name}`, into, report);
    }
  };
  walk(configSections, "");
}

/** Of groups and sections, as they are written. */
const writtenPaths = (node: PositionedElement, prefix: string): string[] =>
  node.children.flatMap((child) => {
    const path = `${prefix}${child.attributes.find(({ name }) => name === "name")?.value ?? ""}`;
    return child.name === "section" ? [path] : writtenPaths(child, `${path}/`);
  });

function reportMisspelt(source: SourceFile, child: PositionedElement, attribute: PositionedAttribute, meant: string, report: Report): void {
  const what = child.name === "section" ? "section" : "group of sections";
  const finding = { rule: "misspelt-declaration", message: `No ${what} is called "${attribute.value}" here; it is read as ${meant}.`, didYouMean: meant, code: hresults.invalidData };
  report.error({ ...finding, ...(meant.toLowerCase() === attribute.value.toLowerCase() ? { remedy: "Names are case-sensitive." } : {}) }, valueSpot(source, attribute));
}

function declare(source: SourceFile, node: PositionedElement, path: string, into: Map<string, SectionDeclaration>, report: Report): void {
  const spot = nameSpot(source, node);
  const earlier = into.get(path);
  if (earlier !== undefined) {
    report.error(
      {
        rule: "duplicate-section-declaration",
        message: `There is a duplicate '${path}' section defined.`,
        remedy: "Remove this declaration: a section is declared once, at the highest level that uses it.",
        related: [{ message: "first declared here", place: earlier.spot.source.place(earlier.spot.offset) }],
        code: hresults.invalidData,
      },
      spot,
    );
    return;
  }
  const choose = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T => {
    const attribute = node.attributes.find((other) => other.name === name);
    if (attribute === undefined) return otherwise;
    const match = allowed.find((value) => value.toLowerCase() === attribute.value.toLowerCase());
    if (match !== undefined) return match;
    const meant = didYouMean(attribute.value, allowed);
    report.error(
      {
        rule: "invalid-value",
        message: `The '${name}' attribute is invalid.  Enum must be one of ${allowed.join(", ")}`,
        allowed: `Allowed: ${allowed.join(", ")}.`,
        ...(meant === undefined ? {} : { didYouMean: meant }),
        code: hresults.invalidData,
      },
      valueSpot(source, attribute),
    );
    return otherwise;
  };
  into.set(path, {
    path,
    overrideModeDefault: choose("overrideModeDefault", ["Allow", "Deny"] as const, "Allow"),
    allowDefinition: choose("allowDefinition", definitionLevels, "Everywhere"),
    allowLocation: choose("allowLocation", ["true", "false"] as const, "true") === "true",
    spot,
  });
}

function reportUnknown(source: SourceFile, child: PositionedElement, report: Report): void {
  const names = [...known.keys()];
  const meant = didYouMean(child.name, names);
  report.error(
    {
      rule: "unknown-element",
      message: `Unrecognized element '${child.name}' in <configSections>.`,
      allowed: `Known here: ${names.join(", ")}.`,
      ...(meant === undefined ? {} : { didYouMean: meant }),
      code: hresults.invalidData,
    },
    nameSpot(source, child),
  );
}

/** Reports attributes that are not among `names`. */
export function checkAttributes(source: SourceFile, element: PositionedElement, names: readonly string[], report: Report): void {
  for (const attribute of element.attributes) {
    if (names.includes(attribute.name) || attribute.name === "xmlns" || attribute.name.startsWith("xmlns:")) continue;
    const meant = didYouMean(attribute.name, names);
    report.error(
      {
        rule: "unknown-attribute",
        message: `Unrecognized attribute '${attribute.name}' on <${element.name}>.`,
        allowed: names.length === 0 ? `<${element.name}> takes no attributes.` : `Known here: ${names.join(", ")}.`,
        ...(meant === undefined ? {} : { didYouMean: meant }),
        code: hresults.invalidData,
      },
      attributeSpot(source, attribute),
    );
  }
}
