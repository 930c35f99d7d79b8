import type { KnownCertificate } from "./known-certificate.js";

/** Certificates in a chain, at most. */
const longest = 8;
/** Signatures that are verified for one certificate, at most: a client must not be able to make it costly. */
const mostTries = 64;

export interface CertificatePath {
  /** The client's certificate first. */
  readonly path: readonly KnownCertificate[];
  /** Its last one is a trusted root. */
  readonly isWhole: boolean;
}

/**
 * Looks for a chain from a certificate to a root that is trusted; trusted certificates that are no roots may stand in between, as may those
 * that the client has shown.
 * @returns without a whole one, the longest that was found
 */
export function findPath(leaf: KnownCertificate, shown: readonly KnownCertificate[], trusted: readonly KnownCertificate[]): CertificatePath {
  let tries = 0;
  let best: readonly KnownCertificate[] = [leaf];
  const isTrusted = (each: KnownCertificate): boolean => trusted.some((one) => one.equals(each));
  const walk = (path: readonly KnownCertificate[]): readonly KnownCertificate[] | undefined => {
    const last = path.at(-1)!;
    if (path.length > best.length) best = path;
    if (last.isSelfIssued && isTrusted(last)) return path;
    if (path.length >= longest) return undefined;
    for (const next of [...trusted, ...shown]) {
      if (next.content.subjectKey !== last.content.issuerKey || path.some((each) => each.equals(next))) continue;
      if (++tries > mostTries) return undefined;
      const found = last.isIssuedBy(next) ? walk([...path, next]) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const whole = walk([leaf]);
  return { path: whole ?? best, isWhole: whole !== undefined };
}
