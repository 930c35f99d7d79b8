import { createHash } from "node:crypto";
import type { FileAccess } from "../configuration/file-access.js";

/** Files that remember what was asked of them. */
export interface RecordingFiles {
  readonly files: FileAccess;
  /** Everything that the questions so far were answered with, as one hash: equal when all of it was. */
  digest(): string;
}

/** Wraps files so that two readings of a configuration can be compared by all that they have seen: contents, what is there, what is not. */
export function recordingFiles(files: FileAccess): RecordingFiles {
  const seen = new Map<string, string>();
  const hash = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");
  return {
    files: {
      ...files,
      readBytes(path) {
        const read = files.readBytes(path);
        seen.set(`read ${path}`, read.ok ? hash(read.value) : read.error.kind);
        return read;
      },
      kind(path) {
        const kind = files.kind(path);
        seen.set(`kind ${path}`, kind ?? "");
        return kind;
      },
      list(directory) {
        const names = files.list(directory);
        seen.set(`list ${directory}`, names.join("\0"));
        return names;
      },
    },
    digest: () => hash(Buffer.from(JSON.stringify([...seen].sort(([a], [b]) => (a < b ? -1 : 1))))),
  };
}
