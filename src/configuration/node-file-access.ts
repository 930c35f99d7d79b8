import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { fail, ok } from "../base/result.js";
import type { FileAccess, FileProblem } from "./file-access.js";

const kindOf = (error: unknown): FileProblem["kind"] => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  return code === "EACCES" || code === "EPERM" ? "denied" : "other";
};

/** The machine's own files. */
export const nodeFileAccess: FileAccess = {
  readBytes(path) {
    try {
      return ok(readFileSync(path));
    } catch (error) {
      return fail({ kind: kindOf(error), message: (error as Error).message.split(",")[0]! });
    }
  },
  kind(path) {
    try {
      return statSync(path).isDirectory() ? "directory" : "file";
    } catch (error) {
      return kindOf(error) === "denied" ? "denied" : undefined;
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
