import { didYouMean } from "./did-you-mean.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

/** Parts of a name that rules can compare, as docs/client-certificates.md lists them; each goes by its identifier too. */
const partsOfNames = ["CN", "O", "OU", "C", "S", "ST", "L", "E", "DC", "T", "G", "SN", "I", "STREET", "SERIALNUMBER", "UID"];
const known: Readonly<Record<string, readonly string[]>> = { Subject: [...partsOfNames, "Name"], Issuer: [...partsOfNames, "Thumbprint"] };

/** A rule about a part that no certificate has keeps its mapping from ever matching: of one that denies, that is an open door. */
export function checkSubFields(entry: EffectiveElement, mapping: string, denies: boolean, report: Report): void {
  for (const rule of entry.elements.get("rules")?.entries ?? []) {
    const reader = new SettingsReader(rule.schema, [rule]);
    const [field, subField] = [reader.text("certificateField"), reader.text("certificateSubField").trim()];
    const names = known[field] ?? [];
    if (names.some((name) => name.toUpperCase() === subField.toUpperCase()) || /^[0-2](?:\.(?:0|[1-9]\d*))+$/u.test(subField)) continue;
    const meant = didYouMean(subField, names);
    const finding = {
      rule: "unknown-sub-field", message: `${field} has no part "${subField}", so the mapping "${mapping}" matches no certificate.`, allowed: `Known here: ${names.join(", ")}, or an object identifier such as 2.5.4.17.`,
      ...(meant === undefined ? {} : { didYouMean: meant }),
    };
    const spot = reader.written("certificateSubField")?.spot ?? rule.spot;
    if (denies) report.error({ ...finding, code: hresults.invalidData }, spot);
    else report.warning(finding, spot);
  }
}
