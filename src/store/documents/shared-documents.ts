import { createHash } from "node:crypto";
import { checkDocumentName, type DocumentStore } from "./document-store.js";

/**
 * Another user of the documents has written this one since the refused one read or wrote it. Written all the same, it would undo what was
 * acknowledged there.
 */
export class DocumentChanged extends Error {
  readonly code = "DOCUMENT_CHANGED";
  constructor(name: string) {
    super(`"${name}" was written by another instance of this plug-in; read it again, and write what is made from that`);
  }
}

/** What is known of one document. */
interface Version {
  /** Counts changes of the content. */
  number: number;
  /** Hash of the newest content; `undefined` while nobody has read or written it. */
  content: string | undefined;
  /** The newest write, for who reads behind it; `undefined` when it has ended. */
  writing: Promise<unknown> | undefined;
  /** Readings under way, for who writes behind them. */
  reading: Promise<unknown> | undefined;
}

type Listener = (name: string) => void;

/** The documents as one of their users has them. */
export interface SharedStore extends DocumentStore {
  /** Calls `run` with the name of a document whenever another user has written or removed it. */
  onReplaced(run: Listener): void;
  /** Forgets what `onReplaced` was given. */
  close(): void;
}

/**
 * Documents with several users in one process, each of which may keep copies in memory. A write by one whose copy is older than what
 * another has written is refused, so that nothing acknowledged is ever written over by who has not seen it.
 */
export class SharedDocuments {
  readonly #store: DocumentStore;
  readonly #versions = new Map<string, Version>();
  readonly #listeners = new Map<object, Listener>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** One more user. What it has never read or written it may write: then there is no copy that could be old. */
  open(): SharedStore {
    const seen = new Map<string, number>();
    const user = {};
    return {
      read: (name) => this.#read(name, seen),
      write: (name, content) => this.#change(name, Uint8Array.from(content), seen, user),
      remove: (name) => this.#change(name, undefined, seen, user),
      onReplaced: (run) => void this.#listeners.set(user, run),
      close: () => void this.#listeners.delete(user),
    };
  }

  /** Reads behind the writes that were asked for before, and before those that are asked for later: what is read is one version, and known which. */
  async #read(name: string, seen: Map<string, number>): Promise<Uint8Array | undefined> {
    checkDocumentName(name);
    const version = this.#versionOf(name);
    const { number, writing } = version;
    const reading = (async () => {
      await writing?.catch(() => undefined);
      return this.#store.read(name);
    })();
    const all: Promise<unknown> = Promise.allSettled([version.reading, reading]).then(() => {
      if (version.reading === all) version.reading = undefined;
    });
    version.reading = all;
    const content = await reading;
    if (version.number === number) version.content ??= hashOf(content);
    seen.set(name, number);
    return content;
  }

  #change(name: string, content: Uint8Array | undefined, seen: Map<string, number>, user: object): Promise<void> {
    checkDocumentName(name);
    const version = this.#versionOf(name);
    const known = seen.get(name);
    const hash = hashOf(content);
    // The same content again undoes nothing.
    if (hash === version.content) return this.#put(name, content, version);
    if (known !== undefined && known !== version.number) return Promise.reject(new DocumentChanged(name));
    version.number++;
    version.content = hash;
    seen.set(name, version.number);
    const written = this.#put(name, content, version);
    const { number } = version;
    written.catch(() => {
      if (version.number !== number) return;
      // What is on the disk now is for others to find out; who wrote knows that it failed, and may try again.
      version.content = undefined;
      seen.set(name, ++version.number);
    });
    for (const [other, run] of this.#listeners) if (other !== user) run(name);
    return written;
  }

  #put(name: string, content: Uint8Array | undefined, version: Version): Promise<void> {
    const put = (): Promise<void> => (content === undefined ? this.#store.remove(name) : this.#store.write(name, content));
    const written = version.reading === undefined ? put() : version.reading.then(put);
    version.writing = written;
    const over = (): void => {
      if (version.writing === written) version.writing = undefined;
    };
    written.then(over, over);
    return written;
  }

  #versionOf(name: string): Version {
    let version = this.#versions.get(name);
    if (version === undefined) this.#versions.set(name, (version = { number: 0, content: undefined, writing: undefined, reading: undefined }));
    return version;
  }
}

const hashOf = (content: Uint8Array | undefined): string => (content === undefined ? "" : createHash("sha256").update(content).digest("base64"));
