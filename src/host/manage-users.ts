import { fail, ok, type Result } from "../base/result.js";
import { UserProblem, UsersFile } from "../store/users-file.js";
import { StateDirectory } from "./state-directory.js";

/** An account as the command lists it. */
export interface UserSummary {
  readonly name: string;
  readonly administrator: boolean;
  /** Expands `%NAME%` in plug-in file names for this user's requests; names upper case. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The accounts of one state directory. A running host sees a change with its next request. What the operator did wrong comes back as a sentence. */
export interface Users {
  add(name: string, password: string, options: { readonly administrator: boolean }): Promise<Result<void, string>>;
  list(): Promise<Result<readonly UserSummary[], string>>;
  remove(name: string): Promise<Result<void, string>>;
  setPassword(name: string, password: string): Promise<Result<void, string>>;
  /** @param variables `undefined` takes one away. @returns the environment after it */
  setEnvironment(name: string, variables: ReadonlyMap<string, string | undefined>): Promise<Result<Readonly<Record<string, string>>, string>>;
}

/** Opens the accounts, making the state directory where it is missing. @throws with path and reason when it cannot be had */
export async function openUsers(stateDirectory: string): Promise<Users> {
  const file = new UsersFile((await StateDirectory.open(stateDirectory)).usersFile);
  return {
    add: (name, password, options) => sentence(file.add(name, password, options)),
    list: () => sentence(file.list().then((users) => users.map(({ name, administrator, environment }) => ({ name, administrator, environment: plain(environment) })))),
    remove: (name) => sentence(file.remove(name)),
    setPassword: (name, password) => sentence(file.setPassword(name, password)),
    setEnvironment: (name, variables) => sentence(file.setEnvironment(name, variables).then(plain)),
  };
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
