import type { StepBudget } from "../../base/step-budget.js";
import type { XmlElement } from "../../base/xml-element.js";
import { compareDecimals, parseDecimal } from "./decimal.js";
import { hasMoment, isObject, momentOf, ownText } from "./element-value.js";
import { foldCase } from "./fold-case.js";
import { compareIntervals, compareMoments, type Interval, type Moment } from "./moment.js";
import { equalPaths, parseObjectPath, readReference } from "./object-path.js";
import { momentForms, parseMoment } from "./parse-moment.js";
import type { Constant, RelationalOperator } from "./statement.js";
import { WqlError } from "./wql-error.js";

/** `undefined`: nobody can tell, as with everything about NULL. */
export type Truth = boolean | undefined;

/** Tests one element that is neither nil nor an array. */
export type ElementTest = (element: XmlElement, budget: StepBudget) => Truth;

const holds: Readonly<Record<RelationalOperator, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

const isOrder = (operator: RelationalOperator): boolean => operator !== "=" && operator !== "<>";

interface Comparison {
  /** For messages. */
  readonly property: string;
  readonly operator: RelationalOperator;
  readonly constant: Constant;
  /** Of the operator. */
  readonly offset: number;
}

/**
 * Makes the test for one comparison.
 * @param type CIM's name of the property's type; `undefined` when no definition tells, and each value shows its own
 * @throws WqlError when such a property cannot be compared so
 */
export function compileComparison(type: string | undefined, comparison: Comparison): ElementTest {
  const { property, operator, offset } = comparison;
  switch (type) {
    case undefined: return compareUntyped(comparison);
    case "string":
    case "char16": return compareText(comparison);
    case "boolean": return compareBoolean(comparison);
    case "datetime": return compareMoment(comparison);
    case "reference": return compareReference(comparison);
    case "real32":
    case "real64": return compareReal(comparison);
    case "object": throw new WqlError(`${property} holds an object; ask for a property inside it, ${property}.Name, or IS NULL`, offset);
    default:
      if (type.endsWith("[]")) throw new WqlError(`${property} is an array, which ${operator} cannot compare; only IS NULL can be asked of it`, offset);
      return compareInteger(comparison);
  }
}

function compareText({ operator, constant }: Pick<Comparison, "operator" | "constant">): ElementTest {
  const wanted = foldCase(constant.text);
  const test = holds[operator];
  // Folding keeps the length, so most values need not be folded.
  const byLength = operator === "=" ? false : operator === "<>" ? true : undefined;
  return (element, budget) => {
    const text = ownText(element);
    if (byLength !== undefined && text.length !== wanted.length) return byLength;
    budget.spend(1 + (text.length >> 3));
    const folded = foldCase(text);
    return test(folded < wanted ? -1 : folded > wanted ? 1 : 0);
  };
}

/** Digits that a double holds exactly. */
const exactDigits = /^-?\d{1,15}$/;

function compareInteger({ property, operator, constant }: Comparison): ElementTest {
  const wanted = constant.type === "boolean" ? undefined : parseDecimal(constant.text.trim());
  if (wanted === undefined) throw new WqlError(`${property} is a number and cannot be compared with ${shown(constant)}`, constant.offset);
  const test = holds[operator];
  const exact = exactDigits.test(constant.text) ? Number(constant.text) : undefined;
  return (element, budget) => {
    const text = ownText(element).trim();
    budget.spend(1 + (text.length >> 3));
    if (exact !== undefined && exactDigits.test(text)) return test(Number(text) - exact);
    const value = parseDecimal(text);
    return value === undefined ? undefined : test(compareDecimals(value, wanted));
  };
}

function compareReal({ property, operator, constant }: Comparison): ElementTest {
  const wanted = constant.type === "boolean" ? NaN : toReal(constant.text.trim());
  if (Number.isNaN(wanted)) throw new WqlError(`${property} is a number and cannot be compared with ${shown(constant)}`, constant.offset);
  const test = holds[operator];
  return (element, budget) => {
    const value = toReal(ownText(element).trim());
    budget.spend(2);
    return Number.isNaN(value) ? undefined : test(value < wanted ? -1 : value > wanted ? 1 : 0);
  };
}

/** xs:double; NaN for what is none. */
function toReal(text: string): number {
  if (text === "INF" || text === "-INF") return text === "INF" ? Infinity : -Infinity;
  return text.length < 400 && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
}

const truths: ReadonlyMap<string, boolean> = new Map([["true", true], ["1", true], ["false", false], ["0", false]]);

const toBoolean = (text: string): boolean | undefined => truths.get(text.trim().toLowerCase());

function compareBoolean({ property, operator, constant, offset }: Comparison): ElementTest {
  if (isOrder(operator)) throw new WqlError(`${property} is true or false and has no order; compare it with = or <>`, offset);
  const wanted = toBoolean(constant.text);
  if (wanted === undefined) throw new WqlError(`${property} is true or false and cannot be compared with ${shown(constant)}`, constant.offset);
  const isSame = operator === "=";
  return (element, budget) => {
    budget.spend(1);
    const value = toBoolean(ownText(element));
    return value === undefined ? undefined : (value === wanted) === isSame;
  };
}

function compareMoment({ property, operator, constant }: Comparison): ElementTest {
  const wanted = constant.type === "string" ? parseMoment(constant.text.trim()) : undefined;
  if (wanted === undefined) throw new WqlError(`${property} is a date and time and cannot be compared with ${shown(constant)}; forms are ${momentForms}`, constant.offset);
  const test = holds[operator];
  return (element, budget) => {
    budget.spend(30);
    const value = momentOf(element);
    return value === undefined ? undefined : ordered(value, wanted, test);
  };
}

/** A moment and an interval have no order. */
function ordered(value: Moment | Interval, wanted: Moment | Interval, test: (order: number) => boolean): Truth {
  if (value.kind === "moment" && wanted.kind === "moment") return test(compareMoments(value, wanted));
  if (value.kind === "interval" && wanted.kind === "interval") return test(compareIntervals(value, wanted));
  return undefined;
}

function compareReference({ property, operator, constant, offset }: Comparison): ElementTest {
  if (isOrder(operator)) throw new WqlError(`${property} refers to an instance and has no order; compare it with = or <>`, offset);
  const wanted = constant.type === "string" ? parseObjectPath(constant.text.trim()) : undefined;
  if (wanted === undefined) throw new WqlError(`${property} refers to an instance and is compared with a path such as 'Win32_Service.Name="spooler"'`, constant.offset);
  const isSame = operator === "=";
  return (element, budget) => {
    budget.spend(50 + ownText(element).length);
    const value = readReference(element);
    return value === undefined ? undefined : equalPaths(value, wanted) === isSame;
  };
}

/** No definition: the value's own look decides. Texts are compared as texts, numbers in quotes with numbers as numbers. */
function compareUntyped(comparison: Comparison): ElementTest {
  const { operator, constant } = comparison;
  const asText = compareText(comparison);
  const number = constant.type === "boolean" ? undefined : parseDecimal(constant.text.trim());
  const truth = constant.type === "string" ? undefined : toBoolean(constant.text);
  const moment = constant.type === "string" ? parseMoment(constant.text.trim()) : undefined;
  const reference = constant.type === "string" && !isOrder(operator) ? parseObjectPath(constant.text.trim()) : undefined;
  const test = holds[operator];
  return (element, budget) => {
    budget.spend(element.children.length);
    if (hasMoment(element)) {
      budget.spend(30);
      const value = momentOf(element);
      return value === undefined || moment === undefined ? undefined : ordered(value, moment, test);
    }
    if (isObject(element)) {
      budget.spend(100);
      const value = reference && readReference(element);
      return value === undefined ? undefined : test(equalPaths(value, reference!) ? 0 : 1);
    }
    const text = ownText(element);
    budget.spend(1 + (text.length >> 3));
    const decimal = number && (constant.type === "number" || isOrder(operator)) ? parseDecimal(text.trim()) : undefined;
    if (decimal !== undefined) return test(compareDecimals(decimal, number!));
    const own = truth === undefined ? undefined : toBoolean(text);
    if (own !== undefined) return isOrder(operator) ? undefined : test(own === truth ? 0 : 1);
    return asText(element, budget);
  };
}

const shown = ({ type, text }: Constant): string => (type === "string" ? JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text) : text.toUpperCase().slice(0, 40));
