import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { ListedMapping } from "./host-configuration.js";
import { mappingRules } from "./mapping-rules.js";

/**
 * A manyToOne entry as `winrm/config/service/certmapping` has it: exactly two rules, the thumbprint of who issued a certificate and whose it
 * is, both compared without case; and it lets in. @returns `undefined` when it says anything that a certmapping cannot
 */
export function listedMapping(entry: EffectiveElement): ListedMapping | undefined {
  const reader = new SettingsReader(entry.schema, [entry]);
  const rules = mappingRules(entry);
  const issuer = rules.find(({ field, subField }) => field === "Issuer" && subField === "Thumbprint");
  const subject = rules.find(({ field, subField }) => field === "Subject" && subField === "Name");
  if (rules.length !== 2 || issuer === undefined || subject === undefined || rules.some(({ isCaseSensitive }) => isCaseSensitive) || reader.text("permissionMode") !== "Allow") return undefined;
  return { name: reader.text("name"), issuerThumbprint: issuer.matchCriteria, subject: subject.matchCriteria, userName: reader.text("userName"), enabled: reader.flag("enabled") };
}
