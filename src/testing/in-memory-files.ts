import { resolve } from "node:path";
import { ok } from "../base/result.js";
import type { FileAccess } from "../configuration/file-access.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";

/** The machine's files with one folder put over them, which holds a web.config and nothing else. */
export function inMemoryFiles(directory: string, webConfig: string): FileAccess {
  const path = resolve(directory, "web.config");
  return {
    ...nodeFileAccess,
    readBytes: (asked) => (asked === path ? ok(new TextEncoder().encode(webConfig)) : nodeFileAccess.readBytes(asked)),
    kind: (asked) => (asked === path ? "file" : asked === directory ? "directory" : nodeFileAccess.kind(asked)),
  };
}
