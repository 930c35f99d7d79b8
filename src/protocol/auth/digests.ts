/**
 * MD5 and HMAC-MD5, handed in: the machine's own take a tenth of the time that JavaScript would for a sealed body of 150 kB, and every
 * OpenSSL has them but one in FIPS mode, where NTLM has no place anyway. MD4 and RC4 are written here instead: OpenSSL 3 keeps them in a
 * provider that is not loaded, so no host could rely on them.
 */
export interface Digests {
  md5(...parts: readonly Uint8Array[]): Uint8Array;
  hmacMd5(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array;
}
