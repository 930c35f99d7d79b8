import type { ValidatorError } from "./create-ajv.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import { reportInvalidValue } from "./report-invalid-value.js";
import { reportUnknownAttribute, reportUnknownElement } from "./report-unknown-name.js";
import { keysOf, type SectionSchema } from "./schema-model.js";
import { sectionInstance, type Instance, type InstanceOrigin, type SectionInstance } from "./section-instance.js";
import type { SectionValidators } from "./section-validators.js";
import type { SourceFile } from "./source-file.js";
import { nameSpot } from "./spots.js";
import type { PositionedElement } from "../protocol/xml/positioned-tree.js";

/** Checks one written section against its schema and reports what the validator finds, with places in the file. */
export function validateSection(source: SourceFile, element: PositionedElement, section: SectionSchema, validators: SectionValidators, report: Report): void {
  const instance = sectionInstance(source, element, section.element, report);
  const validator = validators(section);
  if (!validator.ok) {
    report.error(
      {
        rule: "schema-not-compiled",
        message: `The schema of ${section.path} cannot be used: ${validator.error}.`,
        remedy: "Start without --disallow-code-generation-from-strings, or put the schema file into the shipped schema folder and run `npm run generate` once.",
        schemaPlace: section.element.place,
      },
      nameSpot(source, element),
    );
    return;
  }
  if (validator.value(instance.value)) return;
  const problems = (validator.value.errors ?? []).map((error) => locate(error, instance)).filter((problem) => problem !== undefined);
  const told = new Set<string>();
  const suggested = new Map<PositionedElement, Set<string>>();
  for (const problem of problems) {
    if (problem.kind !== "unknown") continue;
    const { origin, name } = problem;
    const meant = name.startsWith("@") ? reportUnknownAttribute(source, origin, name.slice(1), report) : reportUnknownElement(source, origin, name.slice(1), section, report);
    if (meant !== undefined) suggested.set(origin.element, (suggested.get(origin.element) ?? new Set()).add(meant));
  }
  for (const problem of problems) {
    const key = problem.kind === "value" ? `${problem.origin.element.offset}@${problem.name}` : problem.kind === "partial" ? `${problem.origin.element.offset}` : undefined;
    if (key !== undefined && told.has(key)) continue;
    if (key !== undefined) told.add(key);
    if (problem.kind === "value") reportInvalidValue(source, problem.origin, problem.name, problem.error, report);
    // A required attribute whose name is only misspelt has been told already.
    else if (problem.kind === "missing" && suggested.get(problem.origin.element)?.has(problem.name) !== true) reportMissing(source, problem.origin, problem.name, report);
    else if (problem.kind === "keyless" || problem.kind === "partial") reportKeyless(source, problem.origin, report);
  }
}

type Located =
  | { readonly kind: "unknown" | "missing"; readonly origin: InstanceOrigin; readonly name: string }
  | { readonly kind: "value"; readonly origin: InstanceOrigin; readonly name: string; readonly error: ValidatorError }
  | { readonly kind: "keyless" | "partial"; readonly origin: InstanceOrigin };

/** Walks an error's path through the instance to the element, and the attribute, that it is about. */
function locate(error: ValidatorError, { value, origins }: SectionInstance): Located | undefined {
  // The branches of a condition report for themselves.
  if (error.keyword === "if") return undefined;
  let at: unknown = value;
  let origin = origins.get(value)!;
  for (const segment of error.instancePath.split("/").slice(1)) {
    const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    if (key.startsWith("@") && !Array.isArray(at)) return { kind: "value", origin, name: key.slice(1), error };
    at = (at as Instance | Instance[])[key as keyof typeof at];
    origin = (typeof at === "object" && at !== null ? origins.get(at) : undefined) ?? origin;
  }
  if (error.keyword === "dependencies") return { kind: "partial", origin };
  const { additionalProperty, missingProperty } = error.params;
  if (typeof additionalProperty === "string") return { kind: "unknown", origin, name: additionalProperty };
  if (typeof missingProperty === "string") return { kind: "missing", origin, name: missingProperty.slice(1) };
  return { kind: "keyless", origin };
}

function reportMissing(source: SourceFile, { element, schema }: InstanceOrigin, name: string, report: Report): void {
  report.error(
    {
      rule: "missing-attribute",
      message: `Missing required attribute ${name} on <${element.name}>.`,
      remedy: `Add ${name}="…".`,
      schemaPlace: schema.attributes.get(name)?.place ?? schema.place,
      code: hresults.invalidData,
    },
    nameSpot(source, element),
  );
}

function reportKeyless(source: SourceFile, { element, schema }: InstanceOrigin, report: Report): void {
  const keys = keysOf(schema).map((key) => key.map(({ name }) => name));
  const missing = keys.map((key) => key.filter((name) => !element.attributes.some((written) => written.name === name)));
  const isPartial = keys.some((key, index) => missing[index]!.length < key.length);
  report.error(
    {
      rule: "missing-attribute",
      message: isPartial ? `<${element.name}> names only a part of the key: ${missing[0]!.join(", ")} ${missing[0]!.length === 1 ? "is" : "are"} missing.` : `<${element.name}> does not say which entry it means.`,
      remedy: `Add ${missing.map((key) => key.map((name) => `${name}="…"`).join(" ")).join(" or ")}.`,
      schemaPlace: schema.place,
      code: hresults.invalidData,
    },
    nameSpot(source, element),
  );
}
