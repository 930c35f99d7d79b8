import type { DerElement } from "../../base/der-element.js";
import { derTags, readInside, readNumber, readOid } from "./read-der.js";

/** How something was signed. */
export interface SignatureAlgorithm {
  readonly kind: "rsa" | "rsa-pss" | "ecdsa" | "eddsa";
  /** `undefined` for EdDSA, which has its own. */
  readonly hash: "md5" | "sha1" | "sha224" | "sha256" | "sha384" | "sha512" | undefined;
  /** Octets; of RSA-PSS only. */
  readonly saltLength?: number;
}

const known: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ["1.2.840.113549.1.1.4", { kind: "rsa", hash: "md5" }],
  ["1.2.840.113549.1.1.5", { kind: "rsa", hash: "sha1" }],
  ["1.2.840.113549.1.1.14", { kind: "rsa", hash: "sha224" }],
  ["1.2.840.113549.1.1.11", { kind: "rsa", hash: "sha256" }],
  ["1.2.840.113549.1.1.12", { kind: "rsa", hash: "sha384" }],
  ["1.2.840.113549.1.1.13", { kind: "rsa", hash: "sha512" }],
  ["1.2.840.10045.4.1", { kind: "ecdsa", hash: "sha1" }],
  ["1.2.840.10045.4.3.1", { kind: "ecdsa", hash: "sha224" }],
  ["1.2.840.10045.4.3.2", { kind: "ecdsa", hash: "sha256" }],
  ["1.2.840.10045.4.3.3", { kind: "ecdsa", hash: "sha384" }],
  ["1.2.840.10045.4.3.4", { kind: "ecdsa", hash: "sha512" }],
  ["1.3.101.112", { kind: "eddsa", hash: undefined }],
  ["1.3.101.113", { kind: "eddsa", hash: undefined }],
]);

const hashes: ReadonlyMap<string, NonNullable<SignatureAlgorithm["hash"]>> = new Map([
  ["1.2.840.113549.2.5", "md5"],
  ["1.3.14.3.2.26", "sha1"],
  ["2.16.840.1.101.3.4.2.4", "sha224"],
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

/** Reads an AlgorithmIdentifier of a signature (RFC 5280 4.1.1.2). @returns `undefined` for one that is not known here */
export function readSignatureAlgorithm(value: DerElement | undefined): SignatureAlgorithm | undefined {
  const [identifier, parameters] = readInside(value) ?? [];
  const oid = readOid(identifier);
  if (oid === "1.2.840.113549.1.1.10") return readPss(parameters);
  return oid === undefined ? undefined : known.get(oid);
}

/** RFC 4055 3.1: hash [0], mask generation [1], salt length [2]; SHA-1 and 20 where they are left out. */
function readPss(parameters: DerElement | undefined): SignatureAlgorithm | undefined {
  const fields = readInside(parameters);
  if (fields === undefined) return undefined;
  const inside = (tag: number): DerElement | undefined => {
    const field = fields.find((each) => each.tag === tag);
    return field === undefined ? undefined : readInside(field, tag)?.[0];
  };
  const hashField = inside(0xa0);
  const hash = hashField === undefined ? "sha1" : hashes.get(readOid(readInside(hashField)?.[0]) ?? "");
  const maskField = readInside(inside(0xa1))?.[1];
  const mask = maskField === undefined ? "sha1" : hashes.get(readOid(readInside(maskField)?.[0]) ?? "");
  const saltField = inside(0xa2);
  const saltLength = saltField === undefined ? 20 : readNumber(saltField);
  // One hash for both is what anybody signs with, and what a verifier can be told.
  if (hash === undefined || mask !== hash || saltLength === undefined || fields.some(({ tag }) => tag < 0xa0 || tag > derTags.sequence + 0x73)) return undefined;
  return { kind: "rsa-pss", hash, saltLength };
}
