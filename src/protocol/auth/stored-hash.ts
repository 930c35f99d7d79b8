import { parseScryptHash } from "./scrypt-hash.js";

/** Ways that a stored password may be hashed in. Hashes that are made here are scrypt; the others come with an import. */
export type StoredHashKind = "scrypt" | "bcrypt" | "argon2";

const bcrypt = /^\$2[by]\$(\d{2})\$[./A-Za-z0-9]{53}$/u;
const argon2 = /^\$argon2(?:id|i|d)\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$[A-Za-z0-9+/]{11,86}\$[A-Za-z0-9+/]{22,86}$/u;

/** @returns `undefined` for what is no hash of those kinds, or costs more than a login may (bcrypt 15; argon2 256 MiB, 10 passes, 16 lanes) */
export function storedHashKind(text: string): StoredHashKind | undefined {
  if (parseScryptHash(text) !== undefined) return "scrypt";
  const cost = Number(bcrypt.exec(text)?.[1]);
  if (cost >= 4 && cost <= 15) return "bcrypt";
  const [, memory, passes, lanes] = argon2.exec(text) ?? [];
  const isBearable = Number(memory) <= 262_144 && Number(passes) >= 1 && Number(passes) <= 10 && Number(lanes) >= 1 && Number(lanes) <= 16 && Number(memory) >= 8 * Number(lanes);
  return isBearable ? "argon2" : undefined;
}
