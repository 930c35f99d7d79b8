import { createHash, randomBytes } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { acquireFileLock, LockHeld } from "../store/file-lock.js";
import { makeDirectory } from "../store/make-directory.js";

/** What a running host leaves for local tools to find: `host.json`. */
export interface RunningHostFile {
  readonly pid: number;
  readonly urls: readonly string[];
  /** Its WS-Management applications: one entry each, however many bindings lead there. */
  readonly applications: readonly RunningApplication[];
  /** URLs of its administration application. */
  readonly administration: readonly string[];
}

export interface RunningApplication {
  readonly path: string;
  readonly urls: readonly string[];
}

/** A key that opens this host from this machine, as long as this process lives. */
export interface LocalCredentials {
  readonly user: string;
  readonly password: string;
}

/** Another host owns the state directory. */
export class StateDirectoryInUse extends Error {}

/** Everything a host keeps between starts, in one owner-only directory. */
export class StateDirectory {
  readonly path: string;
  #unlock: (() => Promise<void>) | undefined;

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes the directory, owner-only, where it is missing. @throws with the path and the reason when it cannot be had. */
  static async open(path: string): Promise<StateDirectory> {
    try {
      await makeDirectory(path);
    } catch (cause) {
      throw new Error(`the state directory ${path} cannot be made: ${(cause as Error).message}. Name another with --state.`, { cause });
    }
    return new StateDirectory(path);
  }

  get usersFile(): string {
    return join(this.path, "users");
  }

  /** Durable documents of one plug-in of one application. */
  pluginDirectory(applicationPath: string, pluginName: string): string {
    return join(this.path, "plugins", fileNameFor(applicationPath), fileNameFor(pluginName));
  }

  /**
   * Claims the directory for this process, because two hosts writing the same documents would lose acknowledged changes. A claim ends
   * with its process, however that ends.
   * @throws StateDirectoryInUse naming the process that has it, or with the path and the reason when nothing can be written there
   */
  async claim(): Promise<void> {
    try {
      this.#unlock = await acquireFileLock(join(this.path, "locks", "host"), { patience: 0 });
    } catch (cause) {
      if (cause instanceof LockHeld) {
        throw new StateDirectoryInUse(`another host (process ${cause.owner}) uses the state directory ${this.path}. Stop it, or name another directory with --state.`);
      }
      throw new Error(`nothing can be written into the state directory ${this.path}: ${(cause as Error).message}. Name another with --state.`, { cause });
    }
  }

  /** Removes what only made sense while running and gives the claim back. Does nothing for a directory that is another host's. */
  async release(): Promise<void> {
    if (this.#unlock === undefined) return;
    for (const name of ["host.json", "local-credentials"]) rmSync(join(this.path, name), { force: true });
    await this.#unlock();
    this.#unlock = undefined;
  }

  /** Writes the running host's addresses for the command on this machine. */
  announce(running: RunningHostFile): void {
    this.#replace("host.json", `${JSON.stringify(running)}\n`);
  }

  /** Makes a new local key, readable by this account only. */
  makeLocalCredentials(): LocalCredentials {
    const credentials = { user: ".local", password: randomBytes(24).toString("base64url") };
    this.#replace("local-credentials", `${JSON.stringify(credentials)}\n`);
    return credentials;
  }

  #replace(name: string, content: string): void {
    const path = join(this.path, name);
    writeFileSync(`${path}.new`, content, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
}

/** A file name that is its own on every file system: letters, digits and `-` stay, the rest is written as hex. */
function fileNameFor(name: string): string {
  const safe = name.toLowerCase().replace(/[^a-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
  if (safe.length <= 100) return safe === "" ? "_" : safe;
  return `${safe.slice(0, 60)}-${createHash("sha256").update(name.toLowerCase()).digest("hex").slice(0, 32)}`;
}
