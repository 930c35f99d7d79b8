import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { ntHash } from "../protocol/auth/ntlm/ntlm-keys.js";
import { accountKey, checkUserName, checkVariableName, formatUsers, parseUsers, type UserRecord } from "../protocol/auth/users-text.js";
import { sweepLeftovers, writeWhole } from "./documents/write-whole.js";
import { LockHeld, withFileLock } from "./file-lock.js";
import { hashPassword } from "./hash-password.js";
import { keepDirectoryOwner } from "./keep-owner.js";
import { makeDirectory } from "./make-directory.js";
import { ownIdentity, type ProcessIdentity } from "./process-identity.js";
import { nodeStoreFiles, type StoreFiles } from "./store-files.js";

/** What an operator did wrong with an account; the message is for them. */
export class UserProblem extends Error {}

/** Looks at a file that changes while it is read this often before the last state that was read has to do. */
const looks = 5;

/** Requests so close to each other arrive together: nobody can tell which was before a change and which behind it. Milliseconds. */
const together = 1;

/**
 * The accounts of a host: one line each in a file of its owner's. The command edits it while the host runs; the host looks whether it
 * changed with every request, so that an account that was removed is refused with the next one.
 */
export class UsersFile {
  readonly path: string;
  /** Changes whenever the content may have; what was derived from the content before is then void. */
  generation = 0;
  readonly #files: StoreFiles;
  readonly #owner: ProcessIdentity;
  #users: ReadonlyMap<string, UserRecord> = new Map();
  #hashes: readonly string[] | undefined;
  /** Of the version that was read; `undefined` before the first. */
  #stamp: string | undefined;
  #looking: Promise<void> | undefined;
  /** Until then what was read counts as compared with the file. Monotonic milliseconds. */
  #currentUntil = -Infinity;

  constructor(path: string, { files = nodeStoreFiles, owner = ownIdentity }: { readonly files?: StoreFiles; readonly owner?: ProcessIdentity } = {}) {
    this.path = path;
    this.#files = files;
    this.#owner = owner;
  }

  /** Has it ever been written? */
  exists(): boolean {
    return stampOf(this.path) !== "";
  }

  /**
   * @param name as a client gives it. `.\name` and `HOST\name`, Windows' forms, mean the account behind the backslash, unless an account
   * is called so itself
   * @returns the account of that name, compared without case. @throws UserProblem when the file cannot be understood
   */
  async find(name: string): Promise<UserRecord | undefined> {
    await this.refresh();
    const key = accountKey(name);
    return this.#users.get(key) ?? this.#users.get(key.slice(key.indexOf("\\") + 1));
  }

  /** @returns the password hashes of all accounts, as they were read last */
  hashes(): readonly string[] {
    return (this.#hashes ??= [...this.#users.values()].map(({ hash }) => hash));
  }

  /** @returns all accounts by name. */
  async list(): Promise<readonly UserRecord[]> {
    await this.#load();
    return [...this.#users.values()].sort((a, b) => (accountKey(a.name) < accountKey(b.name) ? -1 : 1));
  }

  /**
   * Reads the file again when it changed. @returns nothing to wait for when it did not: one `stat` for all requests that arrive together,
   * cheap enough to ask with each
   *
   * A host without file descriptors serves on as long as the file stays as it is, because `stat` needs none, and nothing that was derived from
   * the accounts is lost. One that changed and cannot be read is a failure for whoever asks, not the accounts as they were: the change may be
   * that somebody was removed, or has another password, and nobody can tell. The next request looks again.
   * @throws (rejects) when it cannot be read; who does not wait for it need not care
   */
  refresh(): Promise<void> | undefined {
    const now = performance.now();
    if (now < this.#currentUntil) return undefined;
    if (stampOf(this.path) !== this.#stamp) {
      const reading = this.#refresh();
      reading.catch(() => undefined);
      return reading;
    }
    this.#currentUntil = now + together;
    return undefined;
  }

  /** Takes away what a killed command left half-written. @throws when the directory cannot be written */
  async tidy(): Promise<void> {
    await this.#locked(() => this.#sweep());
  }

  /**
   * Adds an account.
   * @param options.ntlm its NT hash is stored too
   * @throws UserProblem for a bad name, an empty password or an account that exists
   */
  async add(given: string, password: string, options: { readonly administrator?: boolean; readonly ntlm?: boolean; readonly environment?: ReadonlyMap<string, string> } = {}): Promise<void> {
    const name = given.normalize("NFC");
    const wrong = checkUserName(name);
    if (wrong !== undefined) throw new UserProblem(`${JSON.stringify(name)}: ${wrong}`);
    const hash = await hashOf(password);
    await this.#change((users) => {
      if (users.has(accountKey(name))) throw new UserProblem(`the account ${name} exists; set its password with: wsmanor user passwd ${name}`);
      users.set(accountKey(name), { name, hash, administrator: options.administrator ?? false, environment: options.environment ?? new Map(), ...ntHashOf(password, options.ntlm) });
    });
  }

  /** @throws UserProblem when there is no such account */
  async remove(name: string): Promise<void> {
    await this.#change((users) => {
      if (!users.delete(accountKey(name))) throw new UserProblem(this.#unknown(name, users));
    });
  }

  /**
   * @param options.ntlm its NT hash is stored too; otherwise one that is there is taken away, because it is the old password's
   * @returns whether one was taken away
   * @throws UserProblem when there is no such account, or for an empty password
   */
  async setPassword(name: string, password: string, options: { readonly ntlm?: boolean } = {}): Promise<boolean> {
    const hash = await hashOf(password);
    let hadNtHash = false;
    await this.#change((users) => {
      const user = users.get(accountKey(name));
      if (user === undefined) throw new UserProblem(this.#unknown(name, users));
      const { ntHash, ...others } = user;
      hadNtHash = ntHash !== undefined;
      users.set(accountKey(name), { ...others, hash, ...ntHashOf(password, options.ntlm) });
    });
    return hadNtHash && options.ntlm !== true;
  }

  /**
   * Adds accounts whose passwords were hashed elsewhere, all of them or none.
   * @throws UserProblem for those that exist already
   */
  async import(accounts: readonly Pick<UserRecord, "name" | "hash">[]): Promise<void> {
    await this.#change((users) => {
      const known = accounts.filter(({ name }) => users.has(accountKey(name)));
      if (known.length > 0) throw new UserProblem(`there are accounts of these names already: ${known.map(({ name }) => name).join(", ")}`);
      for (const { name, hash } of accounts) users.set(accountKey(name), { name, hash, administrator: false, environment: new Map() });
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
      const user = users.get(accountKey(name));
      if (user === undefined) throw new UserProblem(this.#unknown(name, users));
      environment = new Map(user.environment);
      for (const [variable, value] of variables) {
        if (value === undefined) environment.delete(variable.toUpperCase());
        else environment.set(variable.toUpperCase(), value);
      }
      users.set(accountKey(name), { ...user, environment });
    });
    return environment;
  }

  #unknown(name: string, users: ReadonlyMap<string, UserRecord>): string {
    const known = [...users.values()].map((user) => user.name).join(", ");
    return `there is no account ${JSON.stringify(name)}${known === "" ? "" : ` (there are: ${known})`}`;
  }

  async #change(edit: (users: Map<string, UserRecord>) => void): Promise<void> {
    await this.#locked(async () => {
      await this.#sweep();
      await this.#load();
      const users = new Map(this.#users);
      edit(users);
      await writeWhole(this.path, formatUsers(users.values()), this.#files);
      await this.#load();
    });
  }

  async #locked(work: () => Promise<void>): Promise<void> {
    const folder = dirname(this.path);
    try {
      const locks = join(folder, "locks");
      await makeDirectory(locks, this.#files);
      await keepDirectoryOwner(locks, folder, this.#files);
      await withFileLock(join(locks, basename(this.path)), work, { files: this.#files, owner: this.#owner });
    } catch (error) {
      if (error instanceof LockHeld) throw new UserProblem(`process ${error.owner} is changing ${this.path} and does not finish; try again`);
      throw error;
    }
  }

  #sweep(): Promise<void> {
    return sweepLeftovers(dirname(this.path), this.#files, basename(this.path));
  }

  async #refresh(): Promise<void> {
    // One reading for all who ask meanwhile; who asked after it began may need the next one.
    for (let look = 0; look < looks && stampOf(this.path) !== this.#stamp; look++) {
      this.#looking ??= this.#load().finally(() => (this.#looking = undefined));
      await this.#looking;
    }
  }

  async #load(): Promise<void> {
    const stamp = stampOf(this.path);
    const parsed = parseUsers(stamp === "" ? "" : await this.#files.readFile(this.path, "utf8"));
    if (!parsed.ok) throw new UserProblem(`${this.path}:${parsed.error.line}: ${parsed.error.message}`);
    this.#users = parsed.value;
    this.#hashes = undefined;
    this.#stamp = stamp;
    this.generation++;
  }
}

async function hashOf(password: string): Promise<string> {
  if (password === "") throw new UserProblem("the password is empty");
  if (Buffer.byteLength(password) > 1024) throw new UserProblem("the password is longer than 1024 octets");
  if (/\p{Cc}/u.test(password)) throw new UserProblem("the password holds a control character, which HTTP lets nobody send");
  return hashPassword(password);
}

/** Passwords are compared composed (NFC), as scrypt's are. */
const ntHashOf = (password: string, ntlm: boolean | undefined): { readonly ntHash?: string } =>
  ntlm === true ? { ntHash: Buffer.from(ntHash(password.normalize("NFC"))).toString("hex") } : {};

/** Identifies a version of the file; empty when there is none. A replaced file has another inode. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.ino}-${found.mtimeMs}-${found.ctimeMs}-${found.size}`;
}
