import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { fail, ok } from "../base/result.js";
import type { FileAccess, FileProblem } from "./file-access.js";

const kindOf = (error: unknown): FileProblem["kind"] => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  return code === "EACCES" || code === "EPERM" ? "denied" : "other";
};

/** Octets of the largest file that is read. */
const largest = 4 * 1_048_576;

function describe(file: number): { readonly size: number; readonly isFile: boolean; readonly isDirectory: boolean } {
  const found = fstatSync(file);
  return { size: found.size, isFile: found.isFile(), isDirectory: found.isDirectory() };
}

/** The machine's own files. */
export const nodeFileAccess: FileAccess = {
  readBytes(path) {
    let file: number | undefined;
    try {
      // Without waiting for whoever writes into a pipe; what is opened is what is looked at.
      file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      const { size, ...found } = describe(file);
      if (!found.isFile) return fail({ kind: "other", message: found.isDirectory ? "it is a folder" : "it is not a regular file" });
      if (size > largest) return fail({ kind: "other", message: `it has ${Math.ceil(size / 1_048_576)} MiB, and ${largest / 1_048_576} MiB is the limit` });
      return ok(readFileSync(file));
    } catch (error) {
      return fail({ kind: kindOf(error), message: (error as Error).message.split(",")[0]! });
    } finally {
      if (file !== undefined) closeSync(file);
    }
  },
  kind(path) {
    try {
      return statSync(path).isDirectory() ? "directory" : "file";
    } catch (error) {
      // What is there and cannot be followed (links in a circle) is told by whoever reads it.
      return { denied: "denied" as const, missing: undefined, other: "file" as const }[kindOf(error)];
    }
  },
  list(directory) {
    try {
      return readdirSync(directory).sort();
    } catch {
      return [];
    }
  },
  resolve: (directory, path) => resolve(directory, path),
  directoryOf: (path) => dirname(path),
  isAbsolute: (path) => isAbsolute(path),
};
