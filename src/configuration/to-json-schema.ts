import { infinite } from "./read-value.js";
import type { AttributeSchema, ElementSchema, SectionSchema, Validation } from "./schema-model.js";

/** A JSON Schema document, as data. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * A section as JSON Schema, for the shape that `section-instance` makes of a section: attributes under `@name`, child elements under
 * `<name`, directives of a collection as lists under `[name`. No such key can be a name JavaScript knows.
 */
export function toJsonSchema(section: SectionSchema): JsonSchema {
  const parts: Parts = new Map();
  const { $ref } = referTo(elementSchema(section.element, false, parts), parts);
  return { $ref, $defs: Object.fromEntries([...parts].map(([text, name]) => [name, JSON.parse(text) as JsonSchema])) };
}

/**
 * Schemas of elements, as JSON, with the names that they are referred to by. Each becomes a function of its own: those of elements that a
 * configuration does not write are never compiled, and equal ones are there once.
 */
type Parts = Map<string, string>;

function referTo(schema: JsonSchema, parts: Parts): { readonly $ref: string } {
  const text = JSON.stringify(schema);
  const name = parts.get(text) ?? `e${parts.size}`;
  parts.set(text, name);
  return { $ref: `#/$defs/${name}` };
}

function elementSchema(element: ElementSchema, isEntry: boolean, parts: Parts): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const attribute of element.attributes.values()) properties[`@${attribute.name}`] = attributeSchema(attribute);
  for (const child of element.elements.values()) properties[`<${child.name}`] = referTo(elementSchema(child, false, parts), parts);
  for (const collection of element.collections) {
    const entry = referTo(elementSchema(collection.entry, true, parts), parts);
    for (const name of collection.addElements) properties[`[${name}`] = { type: "array", items: entry };
    if (collection.removeElement !== undefined) properties[`[${collection.removeElement}`] = { type: "array", items: removeSchema(collection.entry) };
    if (collection.clearElement !== undefined) properties[`[${collection.clearElement}`] = { type: "array", items: { type: "object", additionalProperties: false } };
  }
  // Elements outside collections are merged over levels; whether something required is missing is known only then.
  const required = isEntry ? [...element.attributes.values()].filter((attribute) => attribute.required).map(({ name }) => `@${name}`) : [];
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(element.allowUnrecognizedAttributes ? { patternProperties: { "^@": { type: "string" } } } : {}),
    additionalProperties: false,
  };
}

/** A `remove` names the keys of the entry, and nothing else; of a combined key all parts, unless there is another. */
function removeSchema(entry: ElementSchema): JsonSchema {
  const keys = [...entry.attributes.values()].filter(({ isUniqueKey, isCombinedKey }) => isUniqueKey || isCombinedKey);
  const properties = Object.fromEntries(keys.map((key) => [`@${key.name}`, attributeSchema(key)]));
  const names = keys.some(({ isUniqueKey }) => isUniqueKey) ? [] : keys.map(({ name }) => `@${name}`);
  const dependencies = names.length > 1 ? { dependencies: Object.fromEntries(names.map((name) => [name, names.filter((other) => other !== name)])) } : {};
  return { type: "object", properties, minProperties: keys.length > 0 ? 1 : 0, ...dependencies, additionalProperties: false };
}

function attributeSchema(attribute: AttributeSchema): JsonSchema {
  const schema = typeSchema(attribute);
  return attribute.allowInfinite ? { if: { not: { const: infinite } }, then: schema } : schema;
}

function typeSchema(attribute: AttributeSchema): JsonSchema {
  const { type, members, validation } = attribute;
  const names = members.map(({ name }) => name);
  switch (type) {
    case "bool":
      return { type: "boolean" };
    case "enum":
      // One without members is refused where it is described; what is written for it is not looked at.
      return names.length === 0 ? {} : { enum: names };
    case "flags":
      return names.length === 0 ? {} : { type: "array", items: { enum: names } };
    case "uint":
      return { type: "integer", ...integerLimits(0, 4_294_967_295, validation) };
    case "int":
      return { type: "integer", ...integerLimits(-2_147_483_648, 2_147_483_647, validation) };
    case "int64":
      return { type: ["integer", "string"], if: { type: "string" }, then: { bigInteger: bigLimits(validation) }, else: integerLimits(undefined, undefined, validation) };
    case "timeSpan":
      return { type: "number", ...timeSpanLimits(validation) };
    case "string":
      return { type: "string", ...stringLimits(validation) };
  }
}

function integerLimits(least: number | undefined, most: number | undefined, validation: Validation | undefined): JsonSchema {
  const own = { ...(least === undefined ? {} : { minimum: least }), ...(most === undefined ? {} : { maximum: most }) };
  if (validation?.kind !== "integerRange") return own;
  const { min, max, exclude } = validation;
  if (exclude) return { ...own, not: { type: "integer", minimum: min, maximum: max } };
  return { minimum: Math.max(min, least ?? min), maximum: Math.min(max, most ?? max) };
}

function bigLimits(validation: Validation | undefined): JsonSchema {
  const range = validation?.kind === "integerRange" && !validation.exclude ? validation : undefined;
  const within = (limit: number, otherwise: bigint): string => String(limit < 2 ** 63 && limit > -(2 ** 63) ? BigInt(Math.trunc(limit)) : otherwise);
  return { minimum: within(range?.min ?? -Infinity, -(2n ** 63n)), maximum: within(range?.max ?? Infinity, 2n ** 63n - 1n) };
}

function timeSpanLimits(validation: Validation | undefined): JsonSchema {
  if (validation?.kind !== "timeSpanRange") return {};
  const { min, max, granularity, exclude } = validation;
  const range = exclude ? { not: { type: "number", minimum: min, maximum: max } } : { minimum: min, maximum: max };
  return granularity > 0 ? { ...range, granularity: { from: min, step: granularity } } : range;
}

function stringLimits(validation: Validation | undefined): JsonSchema {
  switch (validation?.kind) {
    case "nonEmptyString":
      return { pattern: "[^]" };
    case "requireTrimmedString":
      return { pattern: "^(\\S([^]*\\S)?)?$" };
    case "applicationPoolName":
      return { pattern: '^[^|<>&"/\\\\\\[\\]+=;:,?*@]+$' };
    case "siteName":
      return { pattern: "^[^/?]+$" };
    case "applicationPath":
    case "virtualDirectoryPath":
      return { pattern: "^/$|^(/(?!\\.{1,2}(/|$))[^/]+)+$" };
    default:
      return {};
  }
}
