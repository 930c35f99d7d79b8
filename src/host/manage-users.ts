import { fail, ok, type Result } from "../base/result.js";
import { parseHtpasswd } from "../protocol/auth/htpasswd-text.js";
import { storedHashKind } from "../protocol/auth/stored-hash.js";
import { loadArgon2 } from "../store/hash-password.js";
import { UserProblem, UsersFile } from "../store/users-file.js";
import { StateDirectory } from "./state-directory.js";

/** An account as the command lists it. */
export interface UserSummary {
  readonly name: string;
  readonly administrator: boolean;
  /** An NT hash is stored for it; left out where there is none. */
  readonly ntlm?: true;
  /** Expands `%NAME%` in plug-in file names for this user's requests; names upper case. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The accounts of one state directory. A running host sees a change with its next request. What the operator did wrong comes back as a sentence. */
export interface Users {
  add(name: string, password: string, options: { readonly administrator: boolean; readonly ntlm?: boolean }): Promise<Result<void, string>>;
  list(): Promise<Result<readonly UserSummary[], string>>;
  remove(name: string): Promise<Result<void, string>>;
  /** @returns whether an NT hash was taken away that was there */
  setPassword(name: string, password: string, options: { readonly ntlm?: boolean }): Promise<Result<boolean, string>>;
  /** Adds the accounts of an htpasswd file, all or none. @returns their names, or one sentence for everything that is wrong with it */
  importHtpasswd(text: string): Promise<Result<readonly string[], readonly string[]>>;
  /** @param variables `undefined` takes one away. @returns the environment after it */
  setEnvironment(name: string, variables: ReadonlyMap<string, string | undefined>): Promise<Result<Readonly<Record<string, string>>, string>>;
}

/** Opens the accounts, making the state directory where it is missing. @throws with path and reason when it cannot be had */
export async function openUsers(stateDirectory: string): Promise<Users> {
  const file = new UsersFile((await StateDirectory.open(stateDirectory)).usersFile);
  return {
    add: (name, password, options) => sentence(file.add(name, password, options)),
    list: () => sentence(file.list().then((users) => users.map(({ name, administrator, ntHash, environment }) => ({ name, administrator, ...(ntHash === undefined ? {} : { ntlm: true as const }), environment: plain(environment) })))),
    remove: (name) => sentence(file.remove(name)),
    setPassword: (name, password, options) => sentence(file.setPassword(name, password, options)),
    importHtpasswd: (text) => importHtpasswd(file, text),
    setEnvironment: (name, variables) => sentence(file.setEnvironment(name, variables).then(plain)),
  };
}

async function importHtpasswd(file: UsersFile, text: string): Promise<Result<readonly string[], readonly string[]>> {
  const read = parseHtpasswd(text);
  if (!read.ok) return fail(read.error.map(({ line, message }) => `line ${line}: ${message}`));
  if (read.value.some(({ hash }) => storedHashKind(hash) === "argon2")) {
    const missing = await loadArgon2().then(() => undefined, (error: Error) => error.message);
    if (missing !== undefined) return fail([missing]);
  }
  const imported = await sentence(file.import(read.value));
  return imported.ok ? ok(read.value.map(({ name }) => name)) : fail([imported.error]);
}

const plain = (environment: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.fromEntries([...environment].sort(([a], [b]) => (a < b ? -1 : 1)));

async function sentence<T>(work: Promise<T>): Promise<Result<T, string>> {
  try {
    return ok(await work);
  } catch (error) {
    if (error instanceof UserProblem) return fail(error.message);
    throw error;
  }
}
