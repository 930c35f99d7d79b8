import { checkSubFields } from "./check-sub-fields.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { CertificateMapping, ManyToOneMapping, OneToOneMapping } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { isCertificate } from "./is-certificate.js";
import { listedMapping } from "./listed-mapping.js";
import { mappingRules } from "./mapping-rules.js";
import type { Report } from "./report.js";
import { placeOf } from "./source-file.js";

/** Reads `iisClientCertificateMappingAuthentication`. Entries are checked where it is turned on: before that they mean nothing yet. */
export function readCertificateMapping(reader: SettingsReader, section: EffectiveElement | undefined, all: Report): CertificateMapping {
  const enabled = reader.flag("enabled");
  const report = enabled ? all : undefined;
  const manyToOne = entriesOf(section, "manyToOneMappings");
  const read = <T>(flag: string, entries: readonly EffectiveElement[], one: (entry: EffectiveElement, report: Report | undefined) => T): readonly T[] =>
    reader.flag(flag) ? entries.filter((entry) => new SettingsReader(entry.schema, [entry]).flag("enabled")).map((entry) => one(entry, report)) : [];
  return {
    enabled,
    oneToOne: read("oneToOneCertificateMappingsEnabled", entriesOf(section, "oneToOneMappings"), readOneToOne),
    manyToOne: read("manyToOneCertificateMappingsEnabled", manyToOne, readManyToOne),
    listed: manyToOne.map(listedMapping).filter((mapping) => mapping !== undefined),
  };
}

const entriesOf = (section: EffectiveElement | undefined, element: string): readonly EffectiveElement[] => section?.elements.get(element)?.entries ?? [];

function readOneToOne(entry: EffectiveElement, report: Report | undefined): OneToOneMapping {
  const reader = new SettingsReader(entry.schema, [entry]);
  const certificate = reader.text("certificate").replaceAll(/\s/gu, "");
  const written = reader.written("certificate");
  if (written !== undefined && !isCertificate(certificate)) {
    const remedy = certificate.startsWith("-----BEGIN") ? "Leave the BEGIN and END lines away." : "openssl x509 -in client.pem -outform DER | base64 -w0 writes one.";
    report?.error({ rule: "invalid-certificate", message: "The certificate is not a certificate: no client could ever show it.", allowed: "Allowed: the base64 of its DER, in one line or several.", remedy, code: hresults.invalidData }, written.spot);
  }
  checkAccount(entry, reader, "The oneToOne mapping", report);
  return { certificate, userName: reader.text("userName"), place: placeOf(entry.spot) };
}

function readManyToOne(entry: EffectiveElement, report: Report | undefined): ManyToOneMapping {
  const reader = new SettingsReader(entry.schema, [entry]);
  const rules = mappingRules(entry);
  const name = reader.text("name");
  if (rules.length === 0) {
    const remedy = '<rules><add certificateField="Subject" certificateSubField="CN" matchCriteria="…"/></rules> says which certificates it is for.';
    report?.warning({ rule: "mapping-never-matches", message: `The mapping "${name}" has no rules, so no certificate matches it.`, remedy }, entry.spot);
  }
  const permissionMode = reader.text("permissionMode") as ManyToOneMapping["permissionMode"];
  if (report !== undefined) checkSubFields(entry, name, permissionMode === "Deny", report);
  if (permissionMode === "Allow") checkAccount(entry, reader, `The mapping "${name}"`, report);
  return { name, permissionMode, rules, userName: reader.text("userName"), place: placeOf(entry.spot) };
}

function checkAccount(entry: EffectiveElement, reader: SettingsReader, which: string, report: Report | undefined): void {
  if (reader.text("userName").trim() === "") {
    report?.error({ rule: "mapping-without-user", message: `${which} does not say whose account the certificate is.`, remedy: 'Add userName="…", an account of the users file.', code: hresults.invalidData }, reader.written("userName")?.spot ?? entry.spot);
  }
  const password = reader.written("password");
  if (password === undefined || password.text === "") return;
  report?.warning({ rule: "setting-not-honoured", message: "The password of a mapping is not used: the certificate alone signs in, to an account of the users file.", remedy: "Remove it: it stands here for everybody to read." }, password.spot);
}
