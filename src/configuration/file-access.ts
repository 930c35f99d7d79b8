import type { Result } from "../base/result.js";

/** Why a file cannot be read. */
export interface FileProblem {
  readonly kind: "missing" | "denied" | "other";
  /** The system's own words. */
  readonly message: string;
}

/** The files that configuration reads, as an ability, so that every rule is testable without a disk. Paths are the system's. */
export interface FileAccess {
  readBytes(path: string): Result<Uint8Array, FileProblem>;
  /** `denied` when the way to it may not be walked. */
  kind(path: string): "file" | "directory" | "denied" | undefined;
  /** File names in a folder, sorted; empty when there is none. */
  list(directory: string): readonly string[];
  /** `path` as it is when absolute, else below `directory`; `.` and `..` resolved. */
  resolve(directory: string, path: string): string;
  /** Folder of a path. */
  directoryOf(path: string): string;
  isAbsolute(path: string): boolean;
}
