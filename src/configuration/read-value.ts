import type { AttributeSchema } from "./schema-model.js";

/**
 * The typed form of an attribute's text: boolean, number (time spans in seconds), member name as the schema spells it, list of member
 * names, or text. `"Infinite"` where that is allowed. An int64 beyond 2^53 stays decimal text.
 */
export type Value = string | number | boolean | readonly string[];

/** Infinite as a value. */
export const infinite = "Infinite";

/** Types a text. What does not fit the type stays the text it was, and the validator refuses it. */
export function readValue(attribute: AttributeSchema, text: string): Value {
  const trimmed = text.trim();
  if (attribute.allowInfinite && trimmed.toLowerCase() === "infinite") return infinite;
  switch (attribute.type) {
    case "bool":
      return readBool(trimmed) ?? text;
    case "uint":
    case "int":
    case "int64":
      return readInteger(trimmed) ?? text;
    case "timeSpan":
      return readTimeSpan(attribute, trimmed) ?? text;
    case "enum":
      return memberName(attribute, trimmed) ?? text;
    case "flags":
      return trimmed === "" ? [] : trimmed.split(",").map((part) => memberName(attribute, part.trim()) ?? part.trim());
    case "string":
      return text;
  }
}

function readBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

function readInteger(text: string): number | string | undefined {
  if (!/^(?:-?\d{1,20}|0[xX][0-9a-fA-F]{1,16})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text).toString();
}

/** `[d.]hh:mm:ss[.fraction]`, also with the day before a colon; the fields are plain numbers, `29:00:00` is a day and five hours. */
function readTimeSpan(attribute: AttributeSchema, text: string): number | undefined {
  if (attribute.timeSpanFormat !== "string" && /^\d{1,10}$/.test(text)) return Number(text) * (attribute.timeSpanFormat === "minutes" ? 60 : 1);
  const match = /^(?:(\d{1,8})[.:])?(\d{1,8}):(\d{1,8}):(\d{1,8}(?:\.\d{1,7})?)$/.exec(text);
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part: string | undefined) => Number(part ?? 0)) as [number, number, number, number];
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

function memberName(attribute: AttributeSchema, text: string): string | undefined {
  const { members, caseSensitive } = attribute;
  const exact = members.find(({ name }) => name === text);
  if (exact !== undefined || caseSensitive) return exact?.name;
  return members.find(({ name }) => name.toLowerCase() === text.toLowerCase())?.name;
}

/** The value that holds when nothing is written: the schema's default, else that of the type. */
export function defaultValueOf(attribute: AttributeSchema): Value {
  if (attribute.encrypted && attribute.defaultValue !== undefined && /^\[enc:[^:]*::enc\]$/.test(attribute.defaultValue)) return "";
  if (attribute.defaultValue !== undefined) return readValue(attribute, attribute.defaultValue);
  switch (attribute.type) {
    case "bool":
      return false;
    case "uint":
    case "int":
    case "int64":
    case "timeSpan":
      return 0;
    case "flags":
      return [];
    case "enum":
    case "string":
      return "";
  }
}
