import type { ClientCertificate } from "../base/client-certificate.js";
import { attributeTypes } from "../protocol/x509/attribute-types.js";
import { readCertificate, type CertificateContent } from "../protocol/x509/read-certificate.js";

/** A rule of a manyToOne entry: one sub-field of a name against text with `*`. */
export interface CertificateRule {
  readonly field: "Subject" | "Issuer";
  /** `CN`, `O`, `OU`, …, or an object identifier; also `Name` of the subject and `Thumbprint` of the issuer, which is what WinRM maps by. */
  readonly subField: string;
  readonly matchCriteria: string;
  readonly isCaseSensitive: boolean;
}

/** `iisClientCertificateMappingAuthentication`, entries in force only. */
export interface CertificateMappingRules {
  readonly oneToOne: readonly { /** Base64 of the DER. */ readonly certificate: string; readonly userName: string }[];
  readonly manyToOne: readonly {
    readonly name: string;
    readonly permissionMode: "Allow" | "Deny";
    readonly rules: readonly CertificateRule[];
    readonly userName: string;
  }[];
}

export type MappedCertificate =
  | { readonly kind: "mapped"; readonly userName: string }
  | { readonly kind: "denied"; readonly by: string }
  | { readonly kind: "unknown" };

/**
 * Whose account a certificate is. A certificate that is written out whole counts before any rule; among rules, one that denies counts
 * wherever it stands, and else the first that matches.
 */
export function mapCertificate(certificate: ClientCertificate, { oneToOne, manyToOne }: CertificateMappingRules): MappedCertificate {
  const written = oneToOne.length === 0 ? "" : Buffer.from(certificate.der).toString("base64");
  const own = oneToOne.find((each) => each.certificate === written);
  if (own !== undefined) return mappedTo(own.userName);
  const content = readCertificate(certificate.der);
  if (content === undefined) return { kind: "unknown" };
  const matching = manyToOne.filter(({ rules }) => rules.length > 0 && rules.every((rule) => matches(rule, content, certificate)));
  const denying = matching.find(({ permissionMode }) => permissionMode === "Deny");
  if (denying !== undefined) return { kind: "denied", by: denying.name };
  return mappedTo(matching[0]?.userName ?? "");
}

const mappedTo = (userName: string): MappedCertificate => (userName === "" ? { kind: "unknown" } : { kind: "mapped", userName });

/** A name may have several values of one kind: any of them will do. */
const matches = (rule: CertificateRule, content: CertificateContent, certificate: ClientCertificate): boolean =>
  valuesOf(rule, content, certificate).some((value) => fits(value, rule.matchCriteria, rule.isCaseSensitive));

function valuesOf({ field, subField }: CertificateRule, content: CertificateContent, { details }: ClientCertificate): readonly string[] {
  const wanted = subField.trim().toUpperCase();
  if (wanted === "THUMBPRINT") return field === "Issuer" && details.issuerThumbprint !== "" ? [details.issuerThumbprint] : [];
  if (wanted === "NAME") return field === "Subject" && details.subjectName !== "" ? [details.subjectName] : [];
  // Parts that have an abbreviation go by it, however the rule writes them.
  const type = wanted === "ST" ? "S" : (attributeTypes.get(wanted) ?? wanted);
  return (field === "Subject" ? content.subject : content.issuer).filter((part) => part.type === type).map(({ value }) => value);
}

/**
 * Is `value` what `criteria` says, whose `*` stand for any text? Piece by piece from the left, so that what strangers write in a name takes
 * no longer than it is long.
 */
function fits(value: string, criteria: string, isCaseSensitive: boolean): boolean {
  const fold = (text: string): string => (isCaseSensitive ? text : text.toLowerCase());
  const text = fold(value);
  const [first = "", ...rest] = fold(criteria).split("*");
  if (rest.length === 0) return text === first;
  const last = rest.pop()!;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
