import type { AttributeSchema } from "./schema-model.js";

/** Why a value is refused, in the field's own words where it has them. */
export function describeRefusal(attribute: AttributeSchema, wrongType: boolean): string {
  return (wrongType ? undefined : validatorText(attribute)) ?? typeText(attribute);
}

function typeText({ type, members }: AttributeSchema): string {
  const names = members.map(({ name }) => name).join(", ");
  switch (type) {
    case "bool":
      return "Not a valid boolean";
    case "uint":
      return "Not a valid unsigned integer";
    case "int":
    case "int64":
      return "Not a valid integer";
    case "timeSpan":
      return "Not a valid time span";
    case "enum":
      return `Enum must be one of ${names}`;
    case "flags":
      return `Flags must be some combination of ${names}`;
    case "string":
      return "Not a valid string";
  }
}

function validatorText({ validation }: AttributeSchema): string | undefined {
  switch (validation?.kind) {
    case "integerRange":
      return `Integer value must ${validation.exclude ? "not " : ""}be between ${validation.min} and ${validation.max} inclusive`;
    case "timeSpanRange": {
      const range = `${timeSpanText(validation.min)} and ${timeSpanText(validation.max)} seconds inclusive`;
      return `Timespan value must ${validation.exclude ? "not " : ""}be between ${range}, with a granularity of ${validation.granularity} seconds`;
    }
    case "nonEmptyString":
      return "String must not be empty";
    case "requireTrimmedString":
      return "String must not begin or end with white space";
    case "applicationPoolName":
      return "Invalid application pool name";
    case "siteName":
      return "Invalid site name";
    case "applicationPath":
      return "Invalid application path";
    case "virtualDirectoryPath":
      return "Invalid virtual directory path";
    case undefined:
      return undefined;
  }
}

/** What may be written, one sentence; `undefined` where anything may. */
export function describeAllowed(attribute: AttributeSchema): string | undefined {
  const infinite = attribute.allowInfinite ? ", or Infinite" : "";
  switch (attribute.type) {
    case "bool":
      return "Allowed: true or false.";
    case "enum":
      return `Allowed: ${attribute.members.map(({ name }) => name).join(", ")}.`;
    case "flags":
      return `Allowed, separated by commas: ${attribute.members.map(({ name }) => name).join(", ")}.`;
    case "uint":
    case "int":
    case "int64":
      return `Allowed: ${integers(attribute)}${infinite}.`;
    case "timeSpan":
      return `Allowed: ${timeSpans(attribute)}${infinite}.`;
    case "string":
      return strings(attribute);
  }
}

function integers({ type, validation }: AttributeSchema): string {
  const [least, most] = type === "uint" ? ["0", "4294967295"] : type === "int" ? ["-2147483648", "2147483647"] : ["-9223372036854775808", "9223372036854775807"];
  if (validation?.kind !== "integerRange") return `whole numbers from ${least} to ${most}`;
  const range = `from ${validation.min} to ${validation.max}`;
  return validation.exclude ? `whole numbers up to ${most} that are not ${range}` : `whole numbers ${range}`;
}

function timeSpans({ validation, timeSpanFormat }: AttributeSchema): string {
  const form = timeSpanFormat === "string" ? "[d.]hh:mm:ss" : `a number of ${timeSpanFormat}`;
  if (validation?.kind !== "timeSpanRange") return form;
  const range = `from ${timeSpanText(validation.min)} to ${timeSpanText(validation.max)}`;
  const steps = validation.granularity > 1 ? ` in steps of ${validation.granularity} seconds` : "";
  return `${form}, ${validation.exclude ? "not " : ""}${range}${steps}`;
}

function strings({ validation }: AttributeSchema): string | undefined {
  switch (validation?.kind) {
    case "nonEmptyString":
      return "Allowed: any text but the empty one.";
    case "requireTrimmedString":
      return "Allowed: text without white space at its ends.";
    case "applicationPoolName":
      return 'Allowed: text without any of | < > & " / \\ [ ] + = ; : , ? * @.';
    case "siteName":
      return "Allowed: text without / and ?.";
    case "applicationPath":
    case "virtualDirectoryPath":
      return "Allowed: / alone, or a path that starts with / and does not end with it, without . and .. segments.";
    default:
      return undefined;
  }
}

/** Seconds as `[d.]hh:mm:ss`. */
function timeSpanText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const days = Math.floor(seconds / 86_400);
  const clock = `${two(Math.floor((seconds % 86_400) / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return days === 0 ? clock : `${days}.${clock}`;
}
