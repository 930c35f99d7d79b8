import { posix } from "node:path";
import { fail, ok } from "../../src/base/result.js";
import type { FileAccess } from "../../src/configuration/file-access.js";
import { nodeFileAccess } from "../../src/configuration/node-file-access.js";
import { projectRoot } from "./project-root.js";

/** Files below `/c` from a table, those of the project from the disk. */
export function memoryFiles(table: Readonly<Record<string, string>>): FileAccess {
  const texts = new Map(Object.entries(table).map(([name, text]) => [posix.join("/c", name), text]));
  const isFolder = (path: string): boolean => [...texts.keys()].some((name) => name.startsWith(`${path}/`));
  return {
    ...nodeFileAccess,
    readBytes: (path) => {
      const text = texts.get(path);
      if (text !== undefined) return ok(new TextEncoder().encode(text));
      return path.startsWith(projectRoot) ? nodeFileAccess.readBytes(path) : fail({ kind: "missing", message: "no such file" });
    },
    kind: (path) => (texts.has(path) ? "file" : isFolder(path) ? "directory" : path.startsWith(projectRoot) ? nodeFileAccess.kind(path) : undefined),
    list: (directory) => (directory.startsWith(projectRoot) ? nodeFileAccess.list(directory) : [...texts.keys()].filter((name) => posix.dirname(name) === directory).map((name) => posix.basename(name)).sort()),
    resolve: (directory, path) => posix.resolve(directory, path),
    directoryOf: (path) => posix.dirname(path),
    isAbsolute: (path) => posix.isAbsolute(path),
  };
}
