import type { ValidatorError } from "./create-ajv.js";
import { describeAllowed, describeRefusal } from "./describe-attribute.js";
import { didYouMean } from "./did-you-mean.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import type { AttributeSchema } from "./schema-model.js";
import type { InstanceOrigin } from "./section-instance.js";
import type { SourceFile } from "./source-file.js";
import { valueSpot } from "./spots.js";

/** Reports an attribute whose value does not fit its type, or its validator refuses. */
export function reportInvalidValue(source: SourceFile, { element, schema }: InstanceOrigin, name: string, error: ValidatorError, report: Report): void {
  const attribute = element.attributes.find((other) => other.name === name);
  const described = schema.attributes.get(name);
  if (attribute === undefined || described === undefined) return;
  const allowed = describeAllowed(described);
  const meant = meantBy(attribute.value, described);
  report.error(
    {
      rule: "invalid-value",
      message: `The '${name}' attribute is invalid.  ${describeRefusal(described, isTypeError(error, attribute.value))}`,
      ...(allowed === undefined ? {} : { allowed }),
      ...(meant === undefined ? {} : { didYouMean: meant }),
      schemaPlace: described.place,
      code: hresults.invalidData,
    },
    valueSpot(source, attribute),
  );
}

function isTypeError({ keyword }: ValidatorError, text: string): boolean {
  return keyword === "type" || keyword === "enum" || (keyword === "bigInteger" && !/^\s*-?\d+\s*$/.test(text));
}

function meantBy(text: string, { type, members, caseSensitive }: AttributeSchema): string | undefined {
  const names = type === "bool" ? ["true", "false"] : members.map(({ name }) => name);
  if (type !== "flags") return didYouMean(text.trim(), names);
  const isKnown = (part: string): boolean => names.some((name) => name === part || (!caseSensitive && name.toLowerCase() === part.toLowerCase()));
  const wrong = text.split(",").map((part) => part.trim()).find((part) => !isKnown(part));
  return wrong === undefined ? undefined : didYouMean(wrong, names);
}
