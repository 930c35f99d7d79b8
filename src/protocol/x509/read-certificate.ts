import type { DerElement } from "../../base/der-element.js";
import { derTags, hex, readDer, readInside, readNumber, readOid, readSerial, readSingle, readText, readTime } from "./read-der.js";
import { readName, type NamePart } from "./read-name.js";
import { readSignatureAlgorithm, type SignatureAlgorithm } from "./read-signature-algorithm.js";

/** What a certificate says of itself. Nothing of it is proved. */
export interface CertificateContent {
  /** Hex. */
  readonly serial: string;
  readonly subject: readonly NamePart[];
  readonly issuer: readonly NamePart[];
  /** Octets of the names, in hex: equal for equal names. */
  readonly subjectKey: string;
  readonly issuerKey: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** `undefined`: one that is not known here. */
  readonly signature: SignatureAlgorithm | undefined;
  /** BasicConstraints; `undefined`: not there. */
  readonly basicConstraints: { readonly isCa: boolean; readonly pathLength: number | undefined } | undefined;
  /** Bits of KeyUsage, the first one (digitalSignature) as 0; `undefined`: not there, everything goes. */
  readonly keyUsage: ReadonlySet<number> | undefined;
  /** Object identifiers of ExtendedKeyUsage; `undefined`: not there. */
  readonly extendedKeyUsage: readonly string[] | undefined;
  readonly alternativeNames: AlternativeNames;
  /** Extensions that whoever does not know them must not pass over. */
  readonly critical: readonly string[];
}

/** Those of SubjectAltName that are looked at. */
export interface AlternativeNames {
  /** Windows' user principal names: `alice@example.test`. */
  readonly principals: readonly string[];
  readonly dns: readonly string[];
}

/** Bits of KeyUsage (RFC 5280 4.2.1.3). */
export const keyUsageBits = { digitalSignature: 0, keyAgreement: 4, keyCertSign: 5, crlSign: 6 } as const;

/** Reads a certificate (RFC 5280 4.1). @returns `undefined` when it is none */
export function readCertificate(der: Uint8Array): CertificateContent | undefined {
  const [tbs, algorithm, signature, ...rest] = readInside(readSingle(der)) ?? [];
  const fields = readInside(tbs);
  if (fields === undefined || signature?.tag !== derTags.bitString || rest.length > 0) return undefined;
  // The version is left out in certificates of version 1.
  const [serialField, , issuerField, validity, subjectField] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  const serial = readSerial(serialField);
  const [issuer, subject] = [readName(issuerField), readName(subjectField)];
  const [before, after] = readInside(validity) ?? [];
  const [notBefore, notAfter] = [readTime(before), readTime(after)];
  if (serial === undefined || issuer === undefined || subject === undefined || notBefore === undefined || notAfter === undefined) return undefined;
  const extensions = readExtensions(fields.find(({ tag }) => tag === 0xa3));
  if (extensions === undefined) return undefined;
  const read = readKnown(extensions);
  if (read === undefined) return undefined;
  return {
    serial, subject, issuer, notBefore, notAfter,
    subjectKey: hex(subjectField!.whole), issuerKey: hex(issuerField!.whole),
    signature: readSignatureAlgorithm(algorithm),
    ...read,
    critical: [...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid),
  };
}

export interface Extension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Reads Extensions inside of their context tag. @returns none when there are none, `undefined` when they cannot be read or one stands twice */
export function readExtensions(field: Pick<DerElement, "tag" | "content"> | undefined): ReadonlyMap<string, Extension> | undefined {
  const extensions = new Map<string, Extension>();
  if (field === undefined) return extensions;
  const list = readInside(field, field.tag);
  const entries = list?.length === 1 ? readInside(list[0]) : undefined;
  if (entries === undefined) return undefined;
  for (const entry of entries) {
    const [identifier, ...more] = readInside(entry) ?? [];
    const oid = readOid(identifier);
    const critical = more[0]?.tag === derTags.boolean ? more[0].content[0] !== 0 : false;
    const value = more.at(-1);
    if (oid === undefined || value?.tag !== derTags.octetString || extensions.has(oid)) return undefined;
    extensions.set(oid, { critical, value: value.content });
  }
  return extensions;
}

type Known = Pick<CertificateContent, "basicConstraints" | "keyUsage" | "extendedKeyUsage" | "alternativeNames">;

/** @returns `undefined` when one of them is there and cannot be read: what restricts a certificate must not be passed over */
function readKnown(extensions: ReadonlyMap<string, Extension>): Known | undefined {
  const wrong: { found?: true } = {};
  const one = <T>(oid: string, read: (value: Uint8Array) => T | undefined): T | undefined => {
    const extension = extensions.get(oid);
    const value = extension === undefined ? undefined : read(extension.value);
    if (extension !== undefined && value === undefined) wrong.found = true;
    return value;
  };
  const known: Known = {
    basicConstraints: one("2.5.29.19", readBasicConstraints),
    keyUsage: one("2.5.29.15", readKeyUsage),
    extendedKeyUsage: one("2.5.29.37", readExtendedKeyUsage),
    alternativeNames: one("2.5.29.17", readAlternativeNames) ?? { principals: [], dns: [] },
  };
  return wrong.found === true ? undefined : known;
}

function readBasicConstraints(octets: Uint8Array): CertificateContent["basicConstraints"] {
  const fields = readInside(readSingle(octets));
  if (fields === undefined) return undefined;
  const isCa = fields[0]?.tag === derTags.boolean && fields[0].content[0] !== 0;
  const length = fields.find(({ tag }) => tag === derTags.integer);
  const pathLength = readNumber(length);
  return length !== undefined && pathLength === undefined ? undefined : { isCa, pathLength };
}

function readKeyUsage(octets: Uint8Array): ReadonlySet<number> | undefined {
  const bits = readSingle(octets);
  if (bits?.tag !== derTags.bitString) return undefined;
  const found = new Set<number>();
  bits.content.subarray(1).forEach((octet, at) => {
    for (let bit = 0; bit < 8; bit++) if ((octet & (0x80 >> bit)) !== 0) found.add(at * 8 + bit);
  });
  return found;
}

function readExtendedKeyUsage(octets: Uint8Array): readonly string[] | undefined {
  const purposes = readInside(readSingle(octets))?.map(readOid);
  return purposes?.every((purpose) => purpose !== undefined) === true ? purposes : undefined;
}

const principalName = "1.3.6.1.4.1.311.20.2.3";

function readAlternativeNames(octets: Uint8Array): AlternativeNames | undefined {
  const names = readInside(readSingle(octets));
  if (names === undefined) return undefined;
  const principals: string[] = [];
  const dns: string[] = [];
  for (const name of names) {
    if (name.tag === 0x82) dns.push(String.fromCharCode(...name.content.subarray(0, 255)));
    if (name.tag !== 0xa0) continue;
    const [identifier, value] = readDer(name.content) ?? [];
    const text = readOid(identifier) === principalName && value !== undefined ? readText(readInside(value, 0xa0)?.[0]) : undefined;
    if (text !== undefined) principals.push(text);
  }
  return { principals, dns };
}
