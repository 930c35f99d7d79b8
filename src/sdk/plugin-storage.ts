/** Durable documents of one plug-in in one application. Every call that resolved has reached the disk. */
export interface PluginStorage {
  /** @returns the last written content, `undefined` when never written. @throws when the disk fails. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * Replaces the document. After a crash at any moment the old or the new content is there, whole. Calls for one name take effect in
   * the order made; several waiting ones may be written as one.
   * @param name letters, digits, `-`, `_`, `.`; at most 100 characters, not starting with a dot
   * @throws when the disk fails; the old content stays
   */
  write(name: string, content: Uint8Array): Promise<void>;
  /** Removes the document; no error when absent. */
  remove(name: string): Promise<void>;
}
