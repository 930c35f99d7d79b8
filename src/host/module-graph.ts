import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Files of one plug-in that are looked at, at most. */
const mostFiles = 500;

/** Relative specifiers in compiled code: `from "./x.js"`, `import "./x.js"`, `import("./x.js")`, `require("./x")`. */
const relative = /\b(?:from|import|require)\s*\(?\s*(["'])(\.{1,2}\/[^"'\n]+)\1/gu;

/**
 * A module and what it imports by relative paths, each with the SHA-256 of its content. Packages are not followed: they change with an
 * installation, not with a plug-in.
 * @param entry absolute path
 * @returns empty when there is no such file
 */
export function moduleGraph(entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined && found.size < mostFiles; path = waiting.pop()) {
    if (found.has(path)) continue;
    const content = read(path);
    if (content === undefined) continue;
    found.set(path, createHash("sha256").update(content).digest("hex"));
    if (path.endsWith(".json") || path.endsWith(".node")) continue;
    for (const [, , specifier] of content.toString("utf8").matchAll(relative)) {
      const file = fileOf(resolve(dirname(path), specifier!));
      if (file !== undefined && !/[\\/]node_modules[\\/]/u.test(file)) waiting.push(file);
    }
  }
  return found;
}

/** ES modules name the file; `require` leaves out what can be guessed. */
const fileOf = (path: string): string | undefined =>
  [path, `${path}.js`, `${path}.cjs`, `${path}.json`, resolve(path, "index.js")].find((each) => statSync(each, { throwIfNoEntry: false })?.isFile() === true);

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
