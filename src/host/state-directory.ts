import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a running host leaves for local tools to find: `host.json`. */
export interface RunningHostFile {
  readonly pid: number;
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

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes the directory, owner-only, where it is missing. @throws with the path and the reason when it cannot be had. */
  static open(path: string): StateDirectory {
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 });
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
   * Claims the directory for this process, because two hosts writing the same documents would lose acknowledged changes.
   * @throws StateDirectoryInUse naming the process that has it
   */
  claim(): void {
    const path = join(this.path, "host.pid");
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        writeFileSync(path, `${process.pid} ${startOf(process.pid)}\n`, { flag: "wx", mode: 0o600 });
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const [owner = 0, started] = readOr(path, "0").trim().split(" ").map(Number);
      if (owner !== process.pid && isAlive(owner) && (started === undefined || started === startOf(owner))) {
        throw new StateDirectoryInUse(`another host (process ${owner}) uses the state directory ${this.path}. Stop it, or name another directory with --state.`);
      }
      rmSync(path, { force: true });
    }
    throw new StateDirectoryInUse(`the state directory ${this.path} is being claimed by another host. Try again.`);
  }

  /** Gives the claim back and removes what only made sense while running. */
  release(): void {
    for (const name of ["host.json", "local-credentials", "host.pid"]) rmSync(join(this.path, name), { force: true });
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

const readOr = (path: string, otherwise: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
};

/** Does a process of that id live? One that may not be signalled does. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began, in ticks since boot; a number given again to another process is told apart by it. 0 where /proc is missing. */
function startOf(pid: number): number {
  return Number(readOr(`/proc/${pid}/stat`, "").split(") ").at(-1)?.split(" ")[19] ?? 0);
}

/** A file name that is its own on every file system: letters, digits and `-` stay, the rest is written as hex. */
function fileNameFor(name: string): string {
  const safe = name.toLowerCase().replace(/[^a-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`);
  if (safe.length <= 100) return safe === "" ? "_" : safe;
  return `${safe.slice(0, 60)}-${createHash("sha256").update(name.toLowerCase()).digest("hex").slice(0, 32)}`;
}
