import { fail, ok, type Result } from "../../base/result.js";
import { storedHashKind } from "./stored-hash.js";
import { accountKey, checkUserName } from "./users-text.js";

/** A line of an htpasswd file. */
export interface HtpasswdEntry {
  readonly name: string;
  readonly hash: string;
}

export interface HtpasswdProblem {
  readonly line: number;
  readonly message: string;
}

/** Why hashes of other kinds are not taken, by how they begin. */
const refused: readonly (readonly [form: RegExp, what: string])[] = [
  [/^\$apr1\$|^\$1\$/u, "MD5, which is guessed in no time"],
  [/^\{SHA\}/u, "SHA-1 without salt, which is guessed in no time"],
  [/^\$[56]\$/u, "SHA-crypt, which this host does not verify"],
  [/^\$2a\$|^\$2x\$/u, "bcrypt of a version that had a fault"],
  [/^\$2[by]\$|^\$argon2/u, "malformed, or of a cost that a login cannot bear"],
  [/^[./A-Za-z0-9]{13}$/u, "crypt, which looks at eight characters only"],
];

const remedy = "set a password with: wsmanor user add, or write the line anew with: htpasswd -B";

/** Reads an htpasswd file (`name:hash`, `#` for comments): all entries, or all problems. Takes bcrypt ($2y, $2b) and argon2. */
export function parseHtpasswd(text: string): Result<readonly HtpasswdEntry[], readonly HtpasswdProblem[]> {
  const entries = new Map<string, HtpasswdEntry>();
  const problems: HtpasswdProblem[] = [];
  for (const [index, written] of text.replace(/^\uFEFF/u, "").split(/\r?\n/u).entries()) {
    const line = written.trim();
    if (line === "" || line.startsWith("#")) continue;
    const entry = readLine(line);
    const message = typeof entry === "string" ? entry : entries.has(accountKey(entry.name)) ? `the account ${entry.name} stands twice` : undefined;
    if (message !== undefined) problems.push({ line: index + 1, message });
    else if (typeof entry !== "string") entries.set(accountKey(entry.name), entry);
  }
  return problems.length > 0 ? fail(problems) : ok([...entries.values()]);
}

/** Nothing of what stands for the hash is repeated: it may be a password. */
function readLine(line: string): HtpasswdEntry | string {
  const colon = line.indexOf(":");
  if (colon < 0) return "there is no colon: a line is name:hash";
  const name = line.slice(0, colon).normalize("NFC");
  const hash = line.slice(colon + 1);
  const wrong = checkUserName(name);
  if (wrong !== undefined) return wrong;
  if (storedHashKind(hash) !== undefined) return { name, hash };
  const what = refused.find(([form]) => form.test(hash))?.[1] ?? "a password in clear, or of a kind that nobody knows";
  return `the hash of ${name} is ${what}; ${remedy}`;
}
