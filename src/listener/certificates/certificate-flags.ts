/** HTTP_SSL_CLIENT_CERT_INFO.CertFlags: why a certificate is not valid, as Windows numbers it (winerror.h). */
export const certificateFlags = {
  valid: 0,
  expired: 0x800b0101,
  unknownRoot: 0x800b0109,
  noChain: 0x800b010a,
  revoked: 0x800b010c,
  wrongPurpose: 0x800b0110,
  untrustedIssuer: 0x800b0112,
  noRevocationData: 0x80092013,
} as const;

/** What OpenSSL calls it (`authorizationError`), for those that have a number of their own. */
const byVerdict: Readonly<Record<string, number>> = {
  CERT_HAS_EXPIRED: certificateFlags.expired,
  CERT_NOT_YET_VALID: certificateFlags.expired,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificateFlags.unknownRoot,
  SELF_SIGNED_CERT_IN_CHAIN: certificateFlags.unknownRoot,
  INVALID_PURPOSE: certificateFlags.wrongPurpose,
  UNSUITABLE_CERTIFICATE_PURPOSE: certificateFlags.wrongPurpose,
  INVALID_CA: certificateFlags.untrustedIssuer,
  PATH_LENGTH_EXCEEDED: certificateFlags.untrustedIssuer,
  CERT_UNTRUSTED: certificateFlags.untrustedIssuer,
  CERT_REJECTED: certificateFlags.untrustedIssuer,
  CERT_REVOKED: certificateFlags.revoked,
};

/** @param verdict OpenSSL's; `undefined`: it found nothing */
export const flagsOfVerdict = (verdict: string | undefined): number => (verdict === undefined ? certificateFlags.valid : (byVerdict[verdict] ?? certificateFlags.noChain));
