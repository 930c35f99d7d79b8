import { join } from "node:path";
import { makeDirectory } from "../make-directory.js";
import { nodeStoreFiles, type StoreFiles } from "../store-files.js";
import { checkDocumentName, type DocumentStore } from "./document-store.js";
import { sweepLeftovers, syncDirectory, writeWhole } from "./write-whole.js";
import { isMissing } from "../is-missing.js";

interface Waiting {
  content: Uint8Array | undefined;
  readonly settled: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[];
}

/** Documents as files of one directory. One process owns the directory. */
export class FileDocuments implements DocumentStore {
  readonly #directory: string;
  readonly #files: StoreFiles;
  /** Per name: what the disk is busy with, and what waits behind it. */
  readonly #busy = new Map<string, Waiting | undefined>();
  #opened: Promise<void> | undefined;

  constructor(directory: string, files: StoreFiles = nodeStoreFiles) {
    this.#directory = directory;
    this.#files = files;
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    checkDocumentName(name);
    await this.#open();
    try {
      return await this.#files.readFile(join(this.#directory, name));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  write(name: string, content: Uint8Array): Promise<void> {
    checkDocumentName(name);
    // A copy: the caller may go on changing its own while this one waits.
    return this.#enqueue(name, Uint8Array.from(content));
  }

  remove(name: string): Promise<void> {
    checkDocumentName(name);
    return this.#enqueue(name, undefined);
  }

  /** Writes that wait behind a running one become one write of the newest content: all of them are on the disk when it is. */
  #enqueue(name: string, content: Uint8Array | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const settled = { resolve, reject };
      if (this.#busy.has(name)) {
        const waiting = this.#busy.get(name);
        if (waiting === undefined) this.#busy.set(name, { content, settled: [settled] });
        else {
          waiting.content = content;
          waiting.settled.push(settled);
        }
        return;
      }
      this.#busy.set(name, undefined);
      void this.#run(name, { content, settled: [settled] });
    });
  }

  async #run(name: string, first: Waiting): Promise<void> {
    for (let job: Waiting | undefined = first; job !== undefined; ) {
      const { content, settled }: Waiting = job;
      try {
        await this.#open();
        if (content === undefined) await this.#delete(name);
        else await writeWhole(join(this.#directory, name), content, this.#files);
        for (const { resolve } of settled) resolve();
      } catch (error) {
        for (const { reject } of settled) reject(error);
      }
      job = this.#busy.get(name);
      if (job === undefined) this.#busy.delete(name);
      else this.#busy.set(name, undefined);
    }
  }

  async #delete(name: string): Promise<void> {
    await this.#files.rm(join(this.#directory, name), { force: true });
    await syncDirectory(this.#directory, this.#files);
  }

  /** Makes the directory and sweeps what a crash left half-written. A failure is tried again with the next call. */
  #open(): Promise<void> {
    this.#opened ??= (async () => {
      await makeDirectory(this.#directory, this.#files);
      await sweepLeftovers(this.#directory, this.#files);
    })().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }
}
