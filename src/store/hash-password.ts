import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type * as Argon2 from "@node-rs/argon2";
import { formatScryptHash, parseScryptHash, scryptDefaults, type ScryptHash } from "../protocol/auth/scrypt-hash.js";
import { storedHashKind } from "../protocol/auth/stored-hash.js";

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

/**
 * Does the password belong to the hash? Compares in constant time.
 * @throws for a string that is no hash, and for one of argon2 where its package is not installed; the message is for the operator
 */
export async function checkPassword(password: string, stored: string): Promise<boolean> {
  switch (storedHashKind(stored)) {
    case "scrypt": return checkScrypt(password, parseScryptHash(stored)!);
    case "bcrypt": return oneByOne(async () => (await import("bcryptjs")).default.compare(password, stored));
    case "argon2": return (await loadArgon2()).verify(stored, password);
    case undefined: throw new Error("the stored password hash is of no known kind");
  }
}

async function checkScrypt(password: string, hash: ScryptHash): Promise<boolean> {
  const wanted = Buffer.from(hash.hash, "base64");
  return timingSafeEqual(await derive(password, Buffer.from(hash.salt, "base64"), wanted.length, hash), wanted);
}

let last: Promise<unknown> = Promise.resolve();

/** bcrypt runs in slices on the thread of all requests: several at a time would add up to pauses that everybody feels. */
function oneByOne<T>(run: () => Promise<T>): Promise<T> {
  const next = last.then(run);
  last = next.catch(() => undefined);
  return next;
}

/** Optional, because it is native; only imported hashes need it. */
export async function loadArgon2(): Promise<Pick<typeof Argon2, "verify" | "hash">> {
  try {
    return await import("@node-rs/argon2");
  } catch (cause) {
    throw new Error("argon2 hashes need the package @node-rs/argon2: install it beside wsmanor with npm install @node-rs/argon2", { cause });
  }
}

/** @returns a hash of the same kind, cost and salt as another one, and of no password that anybody knows */
export function hashOfNobody(like: string): string {
  const parsed = parseScryptHash(like);
  if (parsed !== undefined) return formatScryptHash({ ...parsed, hash: unpadded(randomBytes(Buffer.from(parsed.hash, "base64").length)) });
  const digest = like.lastIndexOf("$");
  // bcrypt has 22 characters of salt in front of the digest, and no padding: its last character stands for four bits.
  if (like.startsWith("$2")) return like.slice(0, digest + 23) + randomBytes(24).toString("base64").replaceAll("+", ".").slice(0, 30) + ".";
  return like.slice(0, digest + 1) + unpadded(randomBytes(Buffer.from(like.slice(digest + 1), "base64").length));
}
