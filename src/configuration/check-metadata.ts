import type { PositionedAttribute, PositionedElement } from "../protocol/xml/positioned-tree.js";
import { didYouMean } from "./did-you-mean.js";
import { checkBooleans } from "./check-booleans.js";
import { hresults } from "./hresults.js";
import { readValue } from "./read-value.js";
import type { Report } from "./report.js";
import { validationTypes, type AttributeSchema } from "./schema-model.js";
import type { SourceFile } from "./source-file.js";
import { attributeSpot, nameSpot, valueSpot } from "./spots.js";

const metadata = [
  "name", "type", "required", "isUniqueKey", "isCombinedKey", "caseSensitive", "defaultValue", "encrypted", "expanded", "allowInfinite", "timeSpanFormat",
  "displayHex", "validationType", "validationParameter", "extension",
];

const booleans = ["required", "isUniqueKey", "isCombinedKey", "caseSensitive", "encrypted", "expanded", "allowInfinite", "displayHex"];

const formats = ["string", "seconds", "minutes"];

/** Metadata that does nothing as it is written. IIS passes over it, and so do we, but whoever wrote it should know. */
export function checkMetadata(source: SourceFile, node: PositionedElement, attribute: AttributeSchema, report: Report): void {
  const find = (name: string): PositionedAttribute | undefined => node.attributes.find((each) => each.name === name);
  for (const each of node.attributes) {
    const meant = metadata.includes(each.name) || each.name === "default" ? undefined : didYouMean(each.name, metadata);
    if (meant !== undefined) report.warning({ rule: "schema-unknown-metadata", message: `\`${each.name}\` is not part of the schema language and is passed over.`, didYouMean: meant }, attributeSpot(source, each));
  }
  checkBooleans(source, node, booleans, report);
  checkMembers(source, node, attribute, report);
  const format = find("timeSpanFormat");
  if (format !== undefined && !formats.includes(format.value)) {
    const meant = didYouMean(format.value, formats);
    const finding = { rule: "schema-time-span-format", message: `"${format.value}" is no timeSpanFormat; it is read as string.`, allowed: `Formats: ${formats.join(", ")}.` };
    report.warning({ ...finding, ...(meant === undefined ? {} : { didYouMean: meant }) }, valueSpot(source, format));
  }
  const type = find("validationType");
  const parameter = find("validationParameter");
  if (type !== undefined && !validationTypes.some((known) => known === type.value)) {
    const meant = didYouMean(type.value, validationTypes);
    const finding = { rule: "schema-unknown-validator", message: `"${type.value}" is no validator that is known here; values are not checked by it.`, allowed: `Validators: ${validationTypes.join(", ")}.` };
    report.warning({ ...finding, ...(meant === undefined ? {} : { didYouMean: meant }) }, valueSpot(source, type));
  } else if (type !== undefined && attribute.validation === undefined) {
    const message = `The parameter of ${type.value} cannot be read; values are not checked by it.`;
    report.warning({ rule: "schema-validation-parameter", message, allowed: "Allowed: numbers separated by commas, as in 1,100 or 0,60,5 or 0,1023,exclude." }, valueSpot(source, parameter ?? type));
  }
  const written = find("defaultValue") ?? find("default");
  if (written !== undefined && !isTyped(attribute, written.value)) {
    report.warning({ rule: "schema-default-value", message: `The default of ${attribute.name}, "${written.value}", is not of its type ${attribute.type}.` }, valueSpot(source, written));
  }
}

/** Nothing can be written for an attribute whose values are named and that has no names. */
function checkMembers(source: SourceFile, node: PositionedElement, { name, type, members }: AttributeSchema, report: Report): void {
  if ((type !== "enum" && type !== "flags") || members.length > 0) return;
  const child = type === "enum" ? "enum" : "flag";
  const written = node.attributes.find((each) => each.name === "type");
  report.error(
    {
      rule: "schema-without-members",
      message: `The attribute ${name} is of the type ${type} and has no <${child}>, so there is no value for it.`,
      remedy: `Add <${child} name="…" value="…"/> for each value.`,
      code: hresults.invalidData,
    },
    written === undefined ? nameSpot(source, node) : valueSpot(source, written),
  );
}

/** `readValue` leaves a text that does not fit as it is. */
function isTyped(attribute: AttributeSchema, text: string): boolean {
  const value = readValue(attribute, text);
  switch (attribute.type) {
    case "string":
      return true;
    case "bool":
      return typeof value === "boolean";
    case "enum":
      return attribute.members.some(({ name }) => name === value);
    case "flags":
      return Array.isArray(value) && value.every((part: string) => attribute.members.some(({ name }) => name === part));
    default:
      return typeof value === "number" || /^-?\d+$|^Infinite$/.test(String(value));
  }
}
