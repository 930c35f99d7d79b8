/**
 * Node loads a module once in the life of a process. A plug-in whose files have changed is loaded under another URL, whose query is a
 * hash of its files; a resolver hook, registered with the first such plug-in, hands the query on to the ES modules that it imports by
 * relative paths. A CommonJS one is forgotten by `require` and required again. Node keeps the ES modules loaded before for as long as the
 * process lives, and a CommonJS file that an ES module imports stays as it was.
 */
import { createHash } from "node:crypto";
import { createRequire, register } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { moduleGraph } from "./module-graph.js";
import { packageRoot } from "./package-root.js";
import { versionParameter } from "./version-parameter.js";

const require = createRequire(import.meta.url);

/** The version under which each entry module was loaded first, without a query. */
const firstVersions = new Map<string, string>();

/** The newest version of CommonJS modules that were required again. */
const required = new Map<string, { readonly version: string; readonly exported: unknown }>();

let isHookRegistered = false;

/** Loads a plug-in's module as its files are now. @param path absolute, links resolved @returns its namespace @throws when it cannot be loaded */
export async function importPluginModule(path: string): Promise<unknown> {
  const graph = moduleGraph(path);
  const version = versionOf(graph);
  const url = pathToFileURL(path);
  const first = firstVersions.get(path);
  if (first === undefined) firstVersions.set(path, version);
  if (first === undefined || first === version) return (await import(url.href)) as unknown;
  // An import with a query gives nothing of a CommonJS module (Node 20); `require` has it under its path.
  if (Object.hasOwn(require.cache, path)) return { default: requireVersion(path, version, graph) };
  if (!isHookRegistered && graph.size > 1) {
    // Not from this file's own place, which is another in the command's few files.
    register(pathToFileURL(join(packageRoot, "dist", "src", "host", "fresh-imports.js")));
    isHookRegistered = true;
  }
  url.searchParams.set(versionParameter, version);
  return (await import(url.href)) as unknown;
}

function requireVersion(path: string, version: string, graph: ReadonlyMap<string, string>): unknown {
  const known = required.get(path);
  if (known?.version === version) return known.exported;
  for (const file of graph.keys()) delete require.cache[file];
  const exported = require(path) as unknown;
  required.set(path, { version, exported });
  return exported;
}

/** Tells versions of a plug-in's files apart. @param path absolute path of the entry module */
export const moduleVersion = (path: string): string => versionOf(moduleGraph(path));

function versionOf(graph: ReadonlyMap<string, string>): string {
  const files = [...graph].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
}
