import type { ClassShape } from "./class-shape.js";
import { spellingOf } from "./compile-condition.js";
import { systemName } from "./system-properties.js";
import { parseDecimal, writeDecimal } from "./decimal.js";
import type { Condition, Constant } from "./statement.js";

/**
 * The equalities that a condition cannot do without: those that stand alone or only under AND. Of texts, whole numbers and booleans, whose
 * values have one form; the first for each property.
 */
export function findEqualities(where: Condition | undefined, shape: ClassShape | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const terms = where === undefined ? [] : where.kind === "and" ? where.terms : [where];
  for (const term of terms) {
    if (term.kind !== "comparison" || term.operator !== "=" || term.path.names.length > 1 || systemName(term.path) !== undefined) continue;
    const name = shape === undefined ? term.path.names[0] : spellingOf(shape, term.path.names[0], term.path.offset);
    const value = valueOf(term.constant, shape?.properties[name]);
    if (value !== undefined && !found.has(name)) found.set(name, value);
  }
  return found;
}

function valueOf({ type, text }: Constant, propertyType: string | undefined): string | undefined {
  switch (propertyType) {
    case "string":
    case "char16": return text;
    // Without a definition 5 may be the number 5 or the text 5, but "5" is a text or looks like it.
    case undefined: return type === "string" ? text : undefined;
    case "boolean": return /^(?:true|1)$/i.test(text.trim()) ? "true" : "false";
    default: {
      if (!/^[us]int\d+$/.test(propertyType)) return undefined;
      const number = parseDecimal(text.trim());
      return number === undefined || number.fraction !== "" ? undefined : writeDecimal(number);
    }
  }
}
