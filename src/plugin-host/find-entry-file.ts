import { basename, dirname, extname, join, resolve } from "node:path";
import { isInside } from "../base/is-inside.js";
import { fail, ok, type Result } from "../base/result.js";
import type { PluginHostAbilities } from "./plugin-settings.js";

type Files = Pick<PluginHostAbilities, "kindOf" | "readText" | "realPath">;

/** Why a plug-in's file was not found, and what to do. */
export interface EntryProblem {
  readonly rule: "plugin-not-found" | "plugin-outside-allowed-directories" | "plugin-is-a-windows-library";
  readonly message: string;
  readonly remedy: string;
}

/**
 * Finds the module to load. A file is itself; a directory gives its package.json's `main`, `index.js` or `<directory name>.js` (and the
 * same as .mjs and .cjs).
 * @param path absolute, environment variables already expanded
 * @param allowed directories it must lie in after every symbolic link is resolved; `undefined` when it may lie anywhere
 * @returns the real path
 */
export async function findEntryFile(path: string, allowed: readonly string[] | undefined, files: Files): Promise<Result<string, EntryProblem>> {
  // By its text first: merely looking at a path that a user's environment made up may already talk to another machine (\\\\server\\share).
  if (allowed !== undefined && !(await isBelowAny(path, allowed, files))) return fail(outside(path, allowed));
  const kind = await files.kindOf(path);
  if (kind === undefined) return fail(notFound(path));
  if (!(await isAllowed(path, allowed, files))) return fail(outside(path, allowed));
  const entry = kind === "file" ? path : await entryOf(path, files);
  if (entry === undefined) {
    return fail({
      rule: "plugin-not-found",
      message: `the directory ${path} holds no plug-in`,
      remedy: `Put the plug-in's module there as index.js or ${basename(path)}.js, or name it as "main" in a package.json.`,
    });
  }
  if (entry !== path && !(await isAllowed(entry, allowed, files))) return fail(outside(entry, allowed));
  return ok(await files.realPath(entry));
}

function notFound(path: string): EntryProblem {
  if (extname(path).toLowerCase() === ".dll") {
    return {
      rule: "plugin-is-a-windows-library",
      message: `${basename(path)} is a Windows library, which cannot be loaded here`,
      remedy: "Name a JavaScript module in Filename, or map the library's name to one.",
    };
  }
  return { rule: "plugin-not-found", message: `there is no file or directory ${path}`, remedy: "Correct Filename; a relative one starts at the directory of web.config." };
}

function outside(path: string, allowed: readonly string[] | undefined): EntryProblem {
  return {
    rule: "plugin-outside-allowed-directories",
    message: `${path} lies outside the directories that plug-ins with environment variables in their Filename may come from`,
    remedy: allowed === undefined || allowed.length === 0 ? "No such directory is configured: allow the one it lies in." : `Allowed are ${allowed.join(", ")}.`,
  };
}

async function isAllowed(path: string, allowed: readonly string[] | undefined, files: Files): Promise<boolean> {
  return allowed === undefined || isBelowAny(await files.realPath(path), allowed, files);
}

async function isBelowAny(path: string, allowed: readonly string[], files: Files): Promise<boolean> {
  for (const directory of allowed) {
    // A directory that is not there allows nothing.
    if ((await files.kindOf(directory)) === "directory" && (isInside(directory, path) || isInside(await files.realPath(directory), path))) return true;
  }
  return false;
}

async function entryOf(directory: string, files: Files): Promise<string | undefined> {
  const candidates: string[] = [];
  const main = await mainOf(directory, files);
  if (main !== undefined) candidates.push(resolve(directory, main), resolve(directory, `${main}.js`), join(directory, main, "index.js"));
  for (const name of ["index", basename(directory)]) for (const extension of [".js", ".mjs", ".cjs"]) candidates.push(join(directory, name + extension));
  for (const candidate of candidates) {
    if (isInside(directory, dirname(candidate)) && (await files.kindOf(candidate)) === "file") return candidate;
  }
  return undefined;
}

async function mainOf(directory: string, files: Files): Promise<string | undefined> {
  const path = join(directory, "package.json");
  if ((await files.kindOf(path)) !== "file") return undefined;
  try {
    const main = (JSON.parse(await files.readText(path)) as { main?: unknown } | null)?.main;
    return typeof main === "string" && main !== "" ? main : undefined;
  } catch {
    // A package.json that cannot be read says nothing; the other names are still tried.
    return undefined;
  }
}
