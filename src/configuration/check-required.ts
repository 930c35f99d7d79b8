import type { EffectiveElement } from "./effective-element.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

/**
 * Required attributes of sections and of elements in them, after all levels were laid over each other: any level may give them. Those of
 * collection entries come from one level whole, so the validator has looked at them.
 */
export function checkRequired(sections: Iterable<EffectiveElement>, report: Report): void {
  for (const section of sections) checkElement(section, false, report);
}

function checkElement({ schema, name, attributes, elements, entries, spot }: EffectiveElement, isEntry: boolean, report: Report): void {
  for (const attribute of isEntry ? [] : schema.attributes.values()) {
    if (!attribute.required || attributes.has(attribute.name)) continue;
    report.error(
      {
        rule: "missing-attribute",
        message: `Missing required attribute ${attribute.name} on <${name}>.`,
        remedy: `Add ${attribute.name}="…" here, or at a higher level.`,
        schemaPlace: attribute.place,
        code: hresults.invalidData,
      },
      spot,
    );
  }
  for (const element of elements.values()) checkElement(element, false, report);
  for (const entry of entries) checkElement(entry, true, report);
}
