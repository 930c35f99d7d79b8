import { fail, ok, type Result } from "../../base/result.js";
import { storedHashKind } from "./stored-hash.js";

/** One account of the users file. */
export interface UserRecord {
  readonly name: string;
  /** PHC string of scrypt or argon2, or bcrypt's own form. */
  readonly hash: string;
  /** NT hash, 32 hex digits, where the operator turned NTLM on for the account. As good as the password to whoever reads it. */
  readonly ntHash?: string;
  readonly administrator: boolean;
  /** Environment for `%NAME%` in plug-in file names; names upper case. */
  readonly environment: ReadonlyMap<string, string>;
}

const header = "# WS-Manor users: name, password hash, flags and environment, one account a line. Change it with: wsmanor user";

/** Account names: what people use, domain and address forms included, without what would break a line, a path or a log. */
const nameForm = /^[\p{L}\p{N}_][\p{L}\p{N}_.@\\ $-]{0,99}$/u;

/** What account names are compared by: without case, and composed, as systems differ in how they send an accent. */
export const accountKey = (name: string): string => name.normalize("NFC").toLowerCase();

/** @returns what is wrong with an account name, `undefined` when nothing is. */
export function checkUserName(name: string): string | undefined {
  if (name === "") return "an account name must not be empty";
  if (name.length > 100) return "an account name has at most 100 characters";
  return nameForm.test(name) && name === name.trim() ? undefined : "an account name has letters, digits and . _ - @ \\ $ and inner blanks, and begins with a letter, digit or _";
}

/** @returns what is wrong with the name of an environment variable: `%NAME%` must be able to hold it. */
export function checkVariableName(name: string): string | undefined {
  return /^[^%=\\/:;,<>|"\p{Cc}\p{Z}]{1,100}$/u.test(name) ? undefined : 'a variable\'s name has 1 to 100 characters, without blanks and % = \\ / : ; , < > | "';
}

/**
 * Writes the whole file: tab-separated fields `name hash flags NAME=value…`, values percent-encoded. Flags are `-`, or a list of
 * `administrator` and `nt=…`.
 */
export function formatUsers(users: Iterable<UserRecord>): string {
  const lines = [header];
  for (const user of users) {
    const variables = [...user.environment].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    const flags = [...(user.administrator ? ["administrator"] : []), ...(user.ntHash === undefined ? [] : [`nt=${user.ntHash}`])];
    lines.push([user.name, user.hash, flags.length === 0 ? "-" : flags.join(","), ...variables].join("\t"));
  }
  return `${lines.join("\n")}\n`;
}

/** Reads the whole file. @returns the accounts by `accountKey`, or the number of the first bad line with what is wrong there. */
export function parseUsers(text: string): Result<ReadonlyMap<string, UserRecord>, { readonly line: number; readonly message: string }> {
  const users = new Map<string, UserRecord>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const user = parseLine(line);
    if (typeof user === "string") return fail({ line: index + 1, message: user });
    if (users.has(accountKey(user.name))) return fail({ line: index + 1, message: `the account ${user.name} stands twice` });
    users.set(accountKey(user.name), user);
  }
  return ok(users);
}

const flagsForm = /^(?:-|(administrator)(?:,nt=([0-9a-f]{32}))?|nt=([0-9a-f]{32}))$/u;

function parseLine(line: string): UserRecord | string {
  const [name = "", hash = "", flags = "-", ...variables] = line.split("\t");
  const wrong = checkUserName(name);
  if (wrong !== undefined) return wrong;
  if (storedHashKind(hash) === undefined) return `the password hash of ${name} is not a scrypt or argon2 PHC string, nor bcrypt`;
  const read = flagsForm.exec(flags);
  if (read === null) return `the flags of ${name} are neither - nor administrator nor nt=`;
  const environment = new Map<string, string>();
  for (const variable of variables) {
    const equals = variable.indexOf("=");
    if (equals < 1) return `an environment field of ${name} is not NAME=value`;
    try {
      environment.set(decodeURIComponent(variable.slice(0, equals)).toUpperCase(), decodeURIComponent(variable.slice(equals + 1)));
    } catch {
      return `an environment field of ${name} is not percent-encoded`;
    }
  }
  const [, administrator, nt = read[3]] = read;
  return { name, hash, administrator: administrator !== undefined, environment, ...(nt === undefined ? {} : { ntHash: nt }) };
}
