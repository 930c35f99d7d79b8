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
  #waiting: Waiting[] = [];
  #writing = false;

  private constructor(storage: PluginStorage, root: RegistryKey) {
    this.#storage = storage;
    this.#root = root;
  }

  static async open(storage: PluginStorage): Promise<RegistryStore> {
    const content = await storage.read(documentName);
    return new RegistryStore(storage, content === undefined ? emptyKey("") : readDocument(content));
  }

  /** The acknowledged tree. */
  get root(): RegistryKey {
    return this.#root;
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
      const accepted: Waiting[] = [];
      let root = this.#root;
      for (const waiting of batch) {
        try {
          root = waiting.change(root);
          accepted.push(waiting);
        } catch (error) {
          waiting.done(error instanceof OperationFailure ? error : failure("internal", { cause: error }));
        }
      }
      let refusal: OperationFailure | undefined;
      if (root !== this.#root) {
        try {
          await this.#storage.write(documentName, writeDocument(root));
          this.#root = root;
        } catch (cause) {
          refusal = failure("internal", { message: "The change could not be written to the disk; nothing was changed.", cause });
        }
      }
      for (const waiting of accepted) waiting.done(refusal);
    }
    this.#writing = false;
  }
}
