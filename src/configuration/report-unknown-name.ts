import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import { lockAttributeNames } from "./lock-attributes.js";
import type { Report } from "./report.js";
import { childNames, type ElementSchema, type SectionSchema } from "./schema-model.js";
import type { InstanceOrigin } from "./section-instance.js";
import type { SourceFile } from "./source-file.js";
import { attributeSpot, nameSpot } from "./spots.js";

const allowedAttributes = ({ schema, role }: InstanceOrigin): string[] =>
  role === "clear" ? [] : [...schema.attributes.values()].filter((other) => role !== "remove" || other.isUniqueKey || other.isCombinedKey).map((other) => other.name);

/** The attribute that was probably meant: rather one that is not written yet; a lock when no setting is near. */
export function meantAttribute(origin: InstanceOrigin, name: string): string | undefined {
  const allowed = allowedAttributes(origin);
  const free = allowed.filter((other) => !origin.element.attributes.some((written) => written.name === other));
  return didYouMean(name, free) ?? didYouMean(name, allowed) ?? didYouMean(name, lockAttributeNames);
}

/** The child element that was probably meant. */
export const meantElement = ({ schema, role }: InstanceOrigin, name: string): string | undefined =>
  role === "remove" || role === "clear" ? undefined : didYouMean(name, childNames(schema));

/** Reports an attribute that the schema does not have. @returns the name that was probably meant */
export function reportUnknownAttribute(source: SourceFile, origin: InstanceOrigin, name: string, report: Report): string | undefined {
  const { element, schema } = origin;
  const attribute = element.attributes.find((other) => other.name === name);
  const allowed = allowedAttributes(origin);
  const meant = meantAttribute(origin, name);
  report.error(
    {
      rule: "unknown-attribute",
      message: `Unrecognized attribute '${name}' on <${element.name}>.`,
      allowed: allowed.length === 0 ? `<${element.name}> takes no attributes.` : `Known here: ${allowed.join(", ")}.`,
      ...(meant === undefined ? {} : { didYouMean: meant }),
      ...(meant?.toLowerCase() === name.toLowerCase() ? { remedy: "Names are case-sensitive." } : {}),
      schemaPlace: (meant === undefined ? undefined : schema.attributes.get(meant)?.place) ?? schema.place,
      code: hresults.invalidData,
    },
    attribute === undefined ? nameSpot(source, element) : attributeSpot(source, attribute),
  );
  return meant;
}

/** Reports every child element of one name that the schema does not have there. @returns the name that was probably meant */
export function reportUnknownElement(source: SourceFile, origin: InstanceOrigin, name: string, section: SectionSchema, report: Report): string | undefined {
  const { element, schema, role } = origin;
  const known = role === "remove" || role === "clear" ? [] : childNames(schema);
  const meant = meantElement(origin, name);
  const home = meant === undefined ? homeOf(section.element, name) : undefined;
  for (const child of childrenByName(element).get(name) ?? []) {
    report.error(
      {
        rule: "unknown-element",
        message: `Unrecognized element '${name}' in <${element.name}>.`,
        allowed: known.length === 0 ? `<${element.name}> takes no elements.` : `Known here: ${known.join(", ")}.`,
        ...(meant === undefined ? {} : { didYouMean: meant }),
        ...(meant?.toLowerCase() === name.toLowerCase() ? { remedy: "Names are case-sensitive." } : {}),
        ...(home === undefined ? {} : { remedy: `<${name}> belongs into <${home}>.` }),
        schemaPlace: schema.place,
        code: hresults.invalidData,
      },
      nameSpot(source, child),
    );
  }
  return meant;
}

const byName = new WeakMap<PositionedElement, ReadonlyMap<string, readonly PositionedElement[]>>();

function childrenByName(element: PositionedElement): ReadonlyMap<string, readonly PositionedElement[]> {
  const known = byName.get(element);
  if (known !== undefined) return known;
  const made = new Map<string, PositionedElement[]>();
  for (const child of element.children) (made.get(child.name) ?? made.set(child.name, []).get(child.name)!).push(child);
  byName.set(element, made);
  return made;
}

/** The element of the section that a child of this name may stand in. */
function homeOf(schema: ElementSchema, name: string): string | undefined {
  if (childNames(schema).includes(name)) return schema.name;
  for (const child of [...schema.elements.values(), ...schema.collections.map(({ entry }) => entry)]) {
    const home = homeOf(child, name);
    if (home !== undefined) return home;
  }
  return undefined;
}
