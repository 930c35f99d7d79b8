import type { FileHandle } from "node:fs/promises";
import { nodeStoreFiles, type StoreFiles } from "../../src/store/store-files.js";

/** What happens at one call: the process dies before it, dies half-way through it, or the system refuses it. */
export type FaultKind = "killed-before" | "killed-within" | "ENOSPC" | "EACCES" | "EIO";

/**
 * The real file system, one call of which goes wrong. A killed process makes no further call: they never come back. Calls are counted
 * from 1, those of open files among them.
 */
export class FaultyFiles {
  calls = 0;
  /** Names of the calls made, in order. */
  readonly trace: string[] = [];
  #kill!: () => void;
  /** Resolves when the process was killed. */
  readonly killed = new Promise<"killed">((resolve) => (this.#kill = () => resolve("killed")));
  #dead = false;
  readonly #open = new Set<FileHandle>();

  constructor(private readonly at = 0, private readonly kind: FaultKind = "EIO") {}

  readonly files: StoreFiles = new Proxy(nodeStoreFiles, {
    get: (real, name: keyof StoreFiles) => (...parameters: unknown[]) =>
      this.#call(name, async () => {
        const value: unknown = await (real[name] as (...given: unknown[]) => Promise<unknown>)(...parameters);
        return name === "open" ? this.#handle(value as FileHandle) : value;
      }),
  });

  #handle(real: FileHandle): FileHandle {
    this.#open.add(real);
    const close = async (): Promise<void> => {
      this.#open.delete(real);
      await real.close();
    };
    const faulty: Pick<FileHandle, "writeFile" | "chmod" | "chown" | "stat" | "sync" | "close"> = {
      writeFile: (content) => this.#call("file.writeFile", () => real.writeFile(content as string), () => real.writeFile((content as string).slice(0, (content as string).length / 2))),
      chmod: (mode) => this.#call("file.chmod", () => real.chmod(mode)),
      chown: (uid, gid) => this.#call("file.chown", () => real.chown(uid, gid)),
      stat: (() => this.#call("file.stat", () => real.stat())) as FileHandle["stat"],
      sync: () => this.#call("file.sync", () => real.sync()),
      close: () => this.#call("file.close", close, close),
    };
    return faulty as FileHandle;
  }

  async #call<T>(name: string, run: () => Promise<T>, half: () => Promise<void> = async () => undefined): Promise<T> {
    if (this.#dead) return new Promise(() => undefined);
    this.trace.push(name);
    if (++this.calls !== this.at) return run();
    if (this.kind === "killed-before" || this.kind === "killed-within") {
      this.#dead = true;
      if (this.kind === "killed-within") await half();
      // As the system does for a process that has died.
      for (const handle of this.#open) await handle.close();
      this.#kill();
      return new Promise(() => undefined);
    }
    await half();
    throw Object.assign(new Error(`${this.kind}: injected at ${name}`), { code: this.kind });
  }
}
