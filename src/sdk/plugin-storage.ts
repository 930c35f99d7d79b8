/** Durable documents of one plug-in in one application. Every call that resolved has reached the disk. */
export interface PluginStorage {
  /** @returns the last written content, `undefined` when never written. @throws when the disk fails. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * Replaces the document. After a crash at any moment the old or the new content is there, whole. Calls for one name take effect in
   * the order made; several waiting ones may be written as one.
   * @param name letters, digits, `-`, `_`, `.`; at most 100 characters, not starting with a dot
   * @throws when the disk fails; and an error whose `code` is `DOCUMENT_CHANGED` when another instance of the plug-in has written the document
   * since this one read or wrote it: read it again, and write what is made from that. The old content stays
   */
  write(name: string, content: Uint8Array): Promise<void>;
  /** Removes the document; no error when absent. */
  remove(name: string): Promise<void>;
  /**
   * Calls `run` with a document's name when another instance of the same plug-in has written or removed it: read it again before the next
   * answer. While the host takes over a new configuration there are two instances, the new one started, the old one finishing what runs.
   * Absent where there is never a second one.
   */
  onReplaced?(run: (name: string) => void): void;
}
