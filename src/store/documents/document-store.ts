/** Durable documents, each replaced whole. The shape of the SDK's PluginStorage, which plug-ins are handed. */
export interface DocumentStore {
  /** @returns `undefined` for a document never written. @throws when the disk fails */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Resolved: on the disk. Rejected: the old content stays. Calls for one name take effect in the order made. */
  write(name: string, content: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** @throws RangeError saying what a name may be */
export function checkDocumentName(name: string): void {
  if (!/^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}$/.test(name)) {
    throw new RangeError(`"${name}" is no document name: letters, digits, - _ . and at most 100 of them, not beginning with a dot`);
  }
}
