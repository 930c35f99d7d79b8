import type { DerElement } from "../../base/der-element.js";
import { derTags, hex, readInside, readSerial, readSingle, readTime } from "./read-der.js";
import { readExtensions } from "./read-certificate.js";
import { readSignatureAlgorithm, type SignatureAlgorithm } from "./read-signature-algorithm.js";

/** What a revocation list says. Nothing of it is proved. */
export interface RevocationListContent {
  /** Octets of the issuer's name, in hex. */
  readonly issuerKey: string;
  /** Milliseconds since 1970. */
  readonly thisUpdate: number;
  /** `undefined`: it does not say when there will be another, which RFC 5280 5.1.2.5 asks for. */
  readonly nextUpdate: number | undefined;
  /** Serial numbers, hex. */
  readonly serials: ReadonlySet<string>;
  /** What is signed, how, and the signature. */
  readonly signed: Uint8Array;
  readonly algorithm: SignatureAlgorithm | undefined;
  readonly signature: Uint8Array;
  /** Extensions of the list or of an entry that whoever does not know them must not pass over: parts of a list, lists for others. */
  readonly critical: readonly string[];
}

/** Reads a CertificateList (RFC 5280 5.1). @returns `undefined` when it is none */
export function readRevocationList(der: Uint8Array): RevocationListContent | undefined {
  const [tbs, algorithm, signature, ...rest] = readInside(readSingle(der)) ?? [];
  const all = readInside(tbs);
  if (all === undefined || signature?.tag !== derTags.bitString || signature.content[0] !== 0 || rest.length > 0) return undefined;
  const fields = all[0]?.tag === derTags.integer ? all.slice(1) : all;
  const [, issuer, first, ...more] = fields;
  const thisUpdate = readTime(first);
  if (issuer?.tag !== derTags.sequence || thisUpdate === undefined) return undefined;
  const nextUpdate = readTime(more[0]);
  const entries = (nextUpdate === undefined ? more : more.slice(1)).filter(({ tag }) => tag === derTags.sequence);
  const extensions = readExtensions(more.find(({ tag }) => tag === 0xa0));
  if (entries.length > 1 || extensions === undefined) return undefined;
  const revoked = entries.length === 0 ? { serials: new Set<string>(), critical: [] } : readEntries(entries[0]!);
  if (revoked === undefined) return undefined;
  return {
    issuerKey: hex(issuer.whole), thisUpdate, nextUpdate, serials: revoked.serials,
    signed: tbs!.whole, algorithm: readSignatureAlgorithm(algorithm), signature: signature.content.subarray(1),
    critical: [...[...extensions].filter(([, { critical }]) => critical).map(([oid]) => oid), ...revoked.critical],
  };
}

function readEntries(list: DerElement): { readonly serials: ReadonlySet<string>; readonly critical: readonly string[] } | undefined {
  const serials = new Set<string>();
  const critical: string[] = [];
  for (const entry of readInside(list) ?? [undefined]) {
    const [serialField, time, extensionField] = readInside(entry) ?? [];
    const serial = readSerial(serialField);
    if (serial === undefined || readTime(time) === undefined) return undefined;
    serials.add(serial);
    const extensions = extensionField === undefined ? [] : entryExtensions(extensionField);
    if (extensions === undefined) return undefined;
    critical.push(...extensions);
  }
  return { serials, critical };
}

/** Entries have theirs without a context tag. */
function entryExtensions(field: DerElement): readonly string[] | undefined {
  const read = readExtensions({ tag: 0xa0, content: field.whole });
  return read === undefined ? undefined : [...read].filter(([, { critical }]) => critical).map(([oid]) => oid);
}
