import type { XmlElement } from "../../base/xml-element.js";
import type { CimScalarType } from "../../base/class-definition.js";
import { parseDateLiteral, parseRenderedDate, type CimDateTime } from "./date-time.js";
import { textOf } from "./item-view.js";
import type { Constant, RelationalOperator } from "./query.js";

/** Is the value in this relation to the constant? `undefined`: they cannot be compared, which is neither yes nor no. */
export type Comparison = (value: XmlElement) => boolean | undefined;

type Order = -1 | 0 | 1;

const holds: Readonly<Record<RelationalOperator, (order: Order) => boolean>> = {
  "=": (order) => order === 0, "<>": (order) => order !== 0,
  "<": (order) => order < 0, "<=": (order) => order <= 0, ">": (order) => order > 0, ">=": (order) => order >= 0,
};

const integer = /^[+-]?\d+$/;
const real = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Makes the comparison for a property of a known type.
 * @returns a sentence that says why that constant, or that operator, does not go with the type
 */
export function comparisonFor(type: CimScalarType, operator: RelationalOperator, constant: Constant): Comparison | string {
  const isEquality = operator === "=" || operator === "<>";
  switch (type) {
    case "string": case "char16": return byText(operator, constant.text);
    case "boolean": {
      const wanted = booleanOf(constant.text);
      if (wanted === undefined) return `A boolean is compared with TRUE or FALSE, not with ${show(constant)}.`;
      return isEquality ? byBoolean(operator, wanted) : `Booleans have no order: ${operator} does not apply to them.`;
    }
    case "datetime": {
      const date = parseDateLiteral(constant.text);
      if (constant.kind === "string" && date !== undefined) return byDate(operator, date);
      return `${show(constant)} is no date this host reads; write '20240131235959.000000+000', '2024-01-31', '2024-01-31 23:59:59' or '01/31/2024'.`;
    }
    case "reference": case "object": return "Embedded objects and references are not compared as values.";
    default:
      return isNumber(constant.text) ? byNumber(operator, constant.text) : `A number is expected, not ${show(constant)}.`;
  }
}

/** For a property of which only its values are known: compared as what both look like. */
export function untypedComparison(operator: RelationalOperator, constant: Constant): Comparison | string {
  const isEquality = operator === "=" || operator === "<>";
  if (constant.kind === "boolean" && !isEquality) return `Booleans have no order: ${operator} does not apply to them.`;
  const wanted = booleanOf(constant.text);
  const date = constant.kind === "string" ? parseDateLiteral(constant.text) : undefined;
  const asDate = date === undefined ? () => undefined : byDate(operator, date);
  const asBoolean = wanted === undefined || !isEquality ? undefined : byBoolean(operator, wanted);
  const asNumber = isNumber(constant.text) ? byNumber(operator, constant.text) : undefined;
  const asText = byText(operator, constant.text);
  return (value) => {
    if (dateTextOf(value) !== undefined) return asDate(value);
    const text = textOf(value);
    if (asBoolean !== undefined && (constant.kind === "boolean" || /^(?:true|false)$/i.test(text))) return asBoolean(value);
    return asNumber !== undefined && isNumber(text.trim()) ? asNumber(value) : asText(value);
  };
}

const isNumber = (text: string): boolean => text.length <= 400 && (integer.test(text) || real.test(text));

const show = ({ kind, text }: Constant): string => (kind === "string" ? `'${text.slice(0, 60)}'` : text.slice(0, 60).toUpperCase());

function booleanOf(text: string): boolean | undefined {
  const lower = text.trim().toLowerCase();
  return lower === "true" || lower === "1" ? true : lower === "false" || lower === "0" ? false : undefined;
}

function byBoolean(operator: RelationalOperator, wanted: boolean): Comparison {
  return (value) => {
    const found = booleanOf(textOf(value));
    return found === undefined ? undefined : (found === wanted) === (operator === "=");
  };
}

function byText(operator: RelationalOperator, text: string): Comparison {
  const wanted = text.toLowerCase();
  const holding = holds[operator];
  return (value) => {
    const found = textOf(value).toLowerCase();
    return holding(found === wanted ? 0 : found < wanted ? -1 : 1);
  };
}

function byDate(operator: RelationalOperator, wanted: CimDateTime): Comparison {
  const holding = holds[operator];
  return (value) => {
    const found = parseRenderedDate((dateTextOf(value) ?? textOf(value)).trim());
    if (found === undefined || found.isInterval !== wanted.isInterval) return undefined;
    return holding(found.microseconds === wanted.microseconds ? 0 : found.microseconds < wanted.microseconds ? -1 : 1);
  };
}

/** Whole numbers go through no double, which would take 2^53 and 2^53 + 1 for the same. */
function byNumber(operator: RelationalOperator, text: string): Comparison {
  const holding = holds[operator];
  const wanted = Number(text);
  const whole = integer.test(text) ? BigInt(text.replace("+", "")) : undefined;
  return (value) => {
    const found = textOf(value).trim();
    if (whole !== undefined && found.length > 15 && found.length <= 400 && integer.test(found)) {
      const big = BigInt(found.replace("+", ""));
      return holding(big === whole ? 0 : big < whole ? -1 : 1);
    }
    if (!isNumber(found)) return undefined;
    const number = Number(found);
    return holding(number === wanted ? 0 : number < wanted ? -1 : 1);
  };
}

/** Dates and intervals stand in a child element (DSP0230). */
function dateTextOf({ children }: XmlElement): string | undefined {
  const child = children.find((each): each is XmlElement => typeof each !== "string");
  return child !== undefined && (child.name === "Datetime" || child.name === "Interval" || child.name === "CIM_DateTime" || child.name === "Date") ? textOf(child) : undefined;
}
