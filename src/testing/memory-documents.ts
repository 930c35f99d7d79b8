import type { PluginStorage } from "../sdk/plugin-storage.js";

const nameForm = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}$/u;

/**
 * The durable documents of all plug-ins, kept in memory: hand the same ones to a second host to see what survives a restart, and let
 * the disk fail to see what a plug-in makes of it.
 */
export class MemoryDocuments {
  readonly #plugins = new Map<string, Map<string, Uint8Array>>();
  #failure: Error | undefined;

  /** Every read, write and removal rejects with this until it is called again without. */
  failWith(error: Error | undefined): void {
    this.#failure = error;
  }

  /** @returns what a plug-in wrote last under that name, as text */
  text(pluginName: string, documentName: string): string | undefined {
    const content = this.#plugins.get(pluginName)?.get(documentName);
    return content === undefined ? undefined : new TextDecoder().decode(content);
  }

  /** The storage of one plug-in, by the Name it is configured with. */
  of(pluginName: string): PluginStorage {
    const documents = this.#plugins.get(pluginName) ?? new Map<string, Uint8Array>();
    this.#plugins.set(pluginName, documents);
    const reach = (name: string): void => {
      if (!nameForm.test(name)) throw new RangeError(`${JSON.stringify(name)} is no document name: letters, digits, - _ . and at most 100 of them, not beginning with a dot`);
      if (this.#failure !== undefined) throw this.#failure;
    };
    // Each call ends a turn later, as a disk's would: a plug-in that forgets to wait is found out.
    const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    return {
      read: async (name) => {
        await later();
        reach(name);
        const content = documents.get(name);
        return content === undefined ? undefined : Uint8Array.from(content);
      },
      write: async (name, content) => {
        const copy = Uint8Array.from(content);
        await later();
        reach(name);
        documents.set(name, copy);
      },
      remove: async (name) => {
        await later();
        reach(name);
        documents.delete(name);
      },
    };
  }
}
