import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { ManyToOneMapping } from "./host-configuration.js";

/** The rules of a manyToOne entry, in their order. */
export const mappingRules = (entry: EffectiveElement): ManyToOneMapping["rules"] =>
  (entry.elements.get("rules")?.entries ?? []).map((rule) => {
    const of = new SettingsReader(rule.schema, [rule]);
    return {
      field: of.text("certificateField") as "Subject" | "Issuer",
      subField: of.text("certificateSubField"),
      matchCriteria: of.text("matchCriteria"),
      isCaseSensitive: of.flag("compareCaseSensitive"),
    };
  });
