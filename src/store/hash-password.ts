import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { formatScryptHash, parseScryptHash, scryptDefaults, type ScryptHash } from "../protocol/auth/scrypt-hash.js";

const unpadded = (octets: Buffer): string => octets.toString("base64").replace(/=+$/, "");

/** One scrypt computation in the thread pool. */
const derive = (password: string, salt: Buffer, length: number, { logN, r, p }: Pick<ScryptHash, "logN" | "r" | "p">): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Node's own bound is 32 MiB; the need is 128·N·r, and a little for its bookkeeping.
    const options = { N: 2 ** logN, r, p, maxmem: 129 * 2 ** logN * r + 2 ** 20 };
    scrypt(password.normalize("NFC"), salt, length, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });

/** @returns a PHC string with a new salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, 32, scryptDefaults);
  return formatScryptHash({ ...scryptDefaults, salt: unpadded(salt), hash: unpadded(key) });
}

/** Does the password belong to the hash? Compares in constant time. @throws for a string that is no scrypt PHC string */
export async function checkPassword(password: string, stored: string): Promise<boolean> {
  const parsed = parseScryptHash(stored);
  if (parsed === undefined) throw new Error("the stored password hash is not a scrypt PHC string");
  const wanted = Buffer.from(parsed.hash, "base64");
  return timingSafeEqual(await derive(password, Buffer.from(parsed.salt, "base64"), wanted.length, parsed), wanted);
}
