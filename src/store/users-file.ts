import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { checkUserName, checkVariableName, formatUsers, parseUsers, type UserRecord } from "../protocol/auth/users-text.js";
import { writeWhole } from "./documents/write-whole.js";
import { withFileLock } from "./file-lock.js";
import { hashPassword } from "./hash-password.js";

/** What an operator did wrong with an account; the message is for them. */
export class UserProblem extends Error {}

/** Longest time a change by another process goes unseen. Milliseconds. */
const lookAgainAfter = 1000;

/**
 * The accounts of a host: one line each in a file of its owner's. The command edits it while the host runs; the host looks again at
 * most once a second.
 */
export class UsersFile {
  readonly path: string;
  /** Changes whenever the content may have; what was derived from the content before is then void. */
  generation = 0;
  #users: ReadonlyMap<string, UserRecord> = new Map();
  #stamp = "";
  #lookedAt = -Infinity;
  #looking: Promise<void> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** Has it ever been written? */
  async exists(): Promise<boolean> {
    return (await stampOf(this.path)) !== "";
  }

  /** @returns the account of that name, compared without case. @throws UserProblem when the file cannot be understood */
  async find(name: string): Promise<UserRecord | undefined> {
    await this.refresh();
    return this.#users.get(name.toLowerCase());
  }

  /** @returns all accounts by name. */
  async list(): Promise<readonly UserRecord[]> {
    await this.#load(true);
    return [...this.#users.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }

  /** Is it time to look at the file again? Cheap enough for every request. */
  isFresh(): boolean {
    return performance.now() - this.#lookedAt < lookAgainAfter;
  }

  /** Reads the file again when it changed; at most once a second. */
  async refresh(): Promise<void> {
    if (this.isFresh()) return;
    this.#looking ??= this.#load(false).finally(() => (this.#looking = undefined));
    await this.#looking;
  }

  /** Adds an account. @throws UserProblem for a bad name, an empty password or an account that exists */
  async add(name: string, password: string, options: { readonly administrator?: boolean; readonly environment?: ReadonlyMap<string, string> } = {}): Promise<void> {
    const wrong = checkUserName(name);
    if (wrong !== undefined) throw new UserProblem(`${JSON.stringify(name)}: ${wrong}`);
    const hash = await hashOf(password);
    await this.#change((users) => {
      if (users.has(name.toLowerCase())) throw new UserProblem(`the account ${name} exists; set its password with: wsmanor user passwd ${name}`);
      users.set(name.toLowerCase(), { name, hash, administrator: options.administrator ?? false, environment: options.environment ?? new Map() });
    });
  }

  /** @throws UserProblem when there is no such account */
  async remove(name: string): Promise<void> {
    await this.#change((users) => {
      if (!users.delete(name.toLowerCase())) throw new UserProblem(this.#unknown(name, users));
    });
  }

  /** @throws UserProblem when there is no such account, or for an empty password */
  async setPassword(name: string, password: string): Promise<void> {
    const hash = await hashOf(password);
    await this.#change((users) => {
      const user = users.get(name.toLowerCase());
      if (user === undefined) throw new UserProblem(this.#unknown(name, users));
      users.set(name.toLowerCase(), { ...user, hash });
    });
  }

  /**
   * Sets variables of an account's environment; `undefined` takes one away. Names compare without case.
   * @returns the whole environment after it
   * @throws UserProblem when there is no such account, or for a name that no `%NAME%` can hold
   */
  async setEnvironment(name: string, variables: ReadonlyMap<string, string | undefined>): Promise<ReadonlyMap<string, string>> {
    for (const variable of variables.keys()) {
      const wrong = checkVariableName(variable);
      if (wrong !== undefined) throw new UserProblem(`${JSON.stringify(variable)}: ${wrong}`);
    }
    let environment = new Map<string, string>();
    await this.#change((users) => {
      const user = users.get(name.toLowerCase());
      if (user === undefined) throw new UserProblem(this.#unknown(name, users));
      environment = new Map(user.environment);
      for (const [variable, value] of variables) {
        if (value === undefined) environment.delete(variable.toUpperCase());
        else environment.set(variable.toUpperCase(), value);
      }
      users.set(name.toLowerCase(), { ...user, environment });
    });
    return environment;
  }

  #unknown(name: string, users: ReadonlyMap<string, UserRecord>): string {
    const known = [...users.values()].map((user) => user.name).join(", ");
    return `there is no account ${JSON.stringify(name)}${known === "" ? "" : ` (there are: ${known})`}`;
  }

  async #change(edit: (users: Map<string, UserRecord>) => void): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    await withFileLock(this.path, async () => {
      await this.#load(true);
      const users = new Map(this.#users);
      edit(users);
      await writeWhole(this.path, formatUsers(users.values()));
      await this.#load(true);
    });
  }

  async #load(always: boolean): Promise<void> {
    const stamp = await stampOf(this.path);
    if (always || stamp !== this.#stamp) {
      const parsed = parseUsers(stamp === "" ? "" : await readFile(this.path, "utf8"));
      if (!parsed.ok) throw new UserProblem(`${this.path}:${parsed.error.line}: ${parsed.error.message}`);
      this.#users = parsed.value;
      this.#stamp = stamp;
      this.generation++;
    }
    this.#lookedAt = performance.now();
  }
}

async function hashOf(password: string): Promise<string> {
  if (password === "") throw new UserProblem("the password is empty");
  if (password.length > 1024) throw new UserProblem("the password is longer than 1024 characters");
  return hashPassword(password);
}

/** Identifies a version of the file; empty when there is none. A replaced file has another inode. */
async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeNs, size, ino } = await stat(path, { bigint: true });
    return `${ino}-${mtimeNs}-${size}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
