import type { PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import { checkMetadata } from "./check-metadata.js";
import { attributeTypes, type AttributeSchema, type AttributeType, type Validation } from "./schema-model.js";
import { placeOf, type SourceFile } from "./source-file.js";
import { attributeSpot, nameSpot, valueSpot } from "./spots.js";

/** Reads one `<attribute>` of a schema. Metadata that nobody knows is passed over, as IIS does. */
export function readAttributeSchema(source: SourceFile, node: PositionedElement, report: Report): AttributeSchema | undefined {
  const read = (name: string): string | undefined => node.attributes.find((attribute) => attribute.name === name)?.value;
  const isTrue = (name: string): boolean => read(name)?.toLowerCase() === "true";
  const name = read("name");
  if (name === undefined) {
    report.error({ rule: "schema-missing-attribute", message: "<attribute> needs the attribute name.", code: hresults.invalidData }, nameSpot(source, node));
    return undefined;
  }
  const type = readType(source, node, name, report);
  if (type === undefined) return undefined;
  const format = read("timeSpanFormat");
  const attribute: AttributeSchema = {
    name,
    type,
    required: isTrue("required"),
    isUniqueKey: isTrue("isUniqueKey"),
    isCombinedKey: isTrue("isCombinedKey"),
    caseSensitive: isTrue("caseSensitive"),
    defaultValue: read("defaultValue") ?? readStrayDefault(source, node, report),
    encrypted: isTrue("encrypted"),
    expanded: isTrue("expanded"),
    allowInfinite: isTrue("allowInfinite"),
    timeSpanFormat: format === "seconds" || format === "minutes" ? format : "string",
    displayHex: isTrue("displayHex"),
    validation: readValidation(read("validationType"), read("validationParameter")),
    members: readMembers(node),
    place: placeOf({ source, offset: node.offset, length: 0 }),
  };
  checkMetadata(source, node, attribute, report);
  return attribute;
}

/** The published schema says `default=` in two places where it means `defaultValue=`. */
function readStrayDefault(source: SourceFile, node: PositionedElement, report: Report): string | undefined {
  const stray = node.attributes.find((attribute) => attribute.name === "default");
  if (stray === undefined) return undefined;
  report.warning(
    {
      rule: "schema-default-attribute",
      message: "`default` is not part of the schema language; it is read as `defaultValue`.",
      didYouMean: "defaultValue",
      remedy: "Nothing has to be done: the value counts.",
    },
    attributeSpot(source, stray),
  );
  return stray.value;
}

function readType(source: SourceFile, node: PositionedElement, name: string, report: Report): AttributeType | undefined {
  const written = node.attributes.find((attribute) => attribute.name === "type");
  const type = attributeTypes.find((known) => known === written?.value);
  if (type !== undefined) return type;
  const meant = written && didYouMean(written.value, attributeTypes);
  report.error(
    {
      rule: "schema-attribute-type",
      message: written === undefined ? `The attribute ${name} has no type.` : `"${written.value}" is not a type.`,
      allowed: `Types: ${attributeTypes.join(", ")}.`,
      ...(meant === undefined ? {} : { didYouMean: meant }),
      code: hresults.invalidData,
    },
    written === undefined ? nameSpot(source, node) : valueSpot(source, written),
  );
  return undefined;
}

function readMembers(node: PositionedElement): AttributeSchema["members"] {
  const members: { name: string; value: number }[] = [];
  for (const child of node.children) {
    if (child.name !== "enum" && child.name !== "flag") continue;
    const name = child.attributes.find((attribute) => attribute.name === "name")?.value;
    const value = Number(child.attributes.find((attribute) => attribute.name === "value")?.value ?? members.length);
    if (name !== undefined) members.push({ name, value });
  }
  return members;
}

/** A type that nobody knows, or a parameter that is no list of numbers, is no validator. */
function readValidation(type: string | undefined, parameter: string | undefined): Validation | undefined {
  const parts = (parameter ?? "").split(",").map((part) => part.trim());
  const numbers = parts.filter((part) => part !== "exclude").map(Number);
  const exclude = parts.includes("exclude");
  const [min = NaN, max = NaN, granularity = 1] = numbers;
  switch (type) {
    case "integerRange":
      return Number.isFinite(min) && Number.isFinite(max) ? { kind: type, min, max, exclude } : undefined;
    case "timeSpanRange":
      return numbers.every(Number.isFinite) && Number.isFinite(max) ? { kind: type, min, max, granularity, exclude } : undefined;
    case "nonEmptyString":
    case "requireTrimmedString":
    case "applicationPoolName":
    case "siteName":
    case "applicationPath":
    case "virtualDirectoryPath":
      return { kind: type };
    default:
      return undefined;
  }
}
