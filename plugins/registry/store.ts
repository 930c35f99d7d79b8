import { failure, OperationFailure, type PluginStorage } from "wsmanor/sdk";
import { readDocument, writeDocument } from "./document.js";
import { emptyKey, type RegistryKey } from "./tree.js";

const documentName = "registry.json";

interface Waiting {
  readonly change: (root: RegistryKey) => RegistryKey;
  readonly done: (refusal: OperationFailure | undefined) => void;
}

/**
 * The tree, and the only way to change it. A change is acknowledged when it is on the disk; changes that arrive while a write is under
 * way share the next one. When the disk fails, all of them are refused and the tree is as before.
 */
export class RegistryStore {
  readonly #storage: PluginStorage;
  #root: RegistryKey;
  /** Another instance of this plug-in has written the document. */
  #isOld = false;
  #reading: Promise<void> | undefined;
  #waiting: Waiting[] = [];
  #writing = false;

  private constructor(storage: PluginStorage) {
    this.#storage = storage;
    this.#root = emptyKey("");
  }

  static async open(storage: PluginStorage): Promise<RegistryStore> {
    const store = new RegistryStore(storage);
    storage.onReplaced?.((name) => {
      if (name === documentName) store.#isOld = true;
    });
    await store.#read();
    return store;
  }

  /** The acknowledged tree, as of the last `ready`. */
  get root(): RegistryKey {
    return this.#root;
  }

  /** @returns what to wait for before the tree is looked at; mostly nothing. Rejects when the disk fails */
  ready(): Promise<void> | undefined {
    return this.#isOld || this.#reading !== undefined ? this.#catchUp() : undefined;
  }

  /** A reading that began before who waits had come may have missed what they know of. */
  async #catchUp(): Promise<void> {
    await this.#reading?.catch(() => undefined);
    if (!this.#isOld) return this.#reading;
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  async #read(): Promise<void> {
    this.#isOld = false;
    try {
      const content = await this.#storage.read(documentName);
      this.#root = content === undefined ? emptyKey("") : readDocument(content);
    } catch (error) {
      this.#isOld = true;
      throw error;
    }
  }

  /** @param change makes the new tree from the present one; throws a failure to refuse. @returns that failure, or the disk's */
  change(change: (root: RegistryKey) => RegistryKey): Promise<OperationFailure | undefined> {
    return new Promise((resolve) => {
      this.#waiting.push({ change, done: resolve });
      if (!this.#writing) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await this.ready();
        await this.#apply(batch);
      } catch (cause) {
        if ((cause as { readonly code?: unknown }).code === "DOCUMENT_CHANGED") {
          // Nothing of the batch has been answered: it is made again from what the other instance has written.
          this.#isOld = true;
          this.#waiting.unshift(...batch);
          continue;
        }
        const refusal = failure("internal", { message: "The change could not be written to the disk; nothing was changed.", cause });
        for (const { done } of batch) done(refusal);
      }
    }
    this.#writing = false;
  }

  /** Makes the changes and writes what comes of them. @throws what the disk throws; then nobody was answered */
  async #apply(batch: readonly Waiting[]): Promise<void> {
    const answers: (() => void)[] = [];
    let root = this.#root;
    for (const { change, done } of batch) {
      try {
        root = change(root);
        answers.push(() => done(undefined));
      } catch (error) {
        const refusal = error instanceof OperationFailure ? error : failure("internal", { cause: error });
        answers.push(() => done(refusal));
      }
    }
    if (root !== this.#root) {
      await this.#storage.write(documentName, writeDocument(root));
      this.#root = root;
    }
    for (const answer of answers) answer();
  }
}
