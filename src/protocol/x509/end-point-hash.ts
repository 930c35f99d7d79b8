import { readInside, readSingle } from "./read-der.js";
import { readSignatureAlgorithm } from "./read-signature-algorithm.js";

/**
 * What a server's certificate is hashed with for the channel binding tls-server-end-point (RFC 5929 4.1): the hash of its own signature,
 * SHA-256 where that is MD5 or SHA-1.
 * @returns `undefined` where there is no such binding: signatures without a hash of their own (EdDSA), and what cannot be read
 */
export function endPointHash(der: Uint8Array): "sha224" | "sha256" | "sha384" | "sha512" | undefined {
  const hash = readSignatureAlgorithm(readInside(readSingle(der))?.[1])?.hash;
  return hash === "md5" || hash === "sha1" ? "sha256" : hash;
}
