import { readFile } from "node:fs/promises";
import { register } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fileTrouble } from "../../host/file-trouble.js";
import { packageRoot } from "../../host/package-root.js";
import { checkScript, readScript, type ScriptReading } from "./read-script.js";

const modules = new Set([".ts", ".mts", ".js", ".mjs", ".cjs"]);

let isRegistered = false;

/** Reads a script from a file: a module's default export, or YAML. @param path absolute */
export async function loadScript(path: string): Promise<ScriptReading> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    return notLoaded(path, fileTrouble(error, "read"));
  }
  if (!modules.has(extname(path).toLowerCase())) return readScript(text, path);
  try {
    return checkScript(await importDefault(path), path);
  } catch (error) {
    return notLoaded(path, (error as Error).message);
  }
}

const notLoaded = (path: string, why: string): ScriptReading =>
  ({ script: undefined, diagnostics: [{ severity: "error", rule: "script-not-loaded", message: `The script ${path} cannot be loaded: ${why}` }] });

async function importDefault(path: string): Promise<unknown> {
  if (!isRegistered) register(pathToFileURL(join(packageRoot, "dist", "src", "mock", "script", "script-imports.js")));
  isRegistered = true;
  const namespace = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  if (namespace["default"] === undefined) throw new Error("it has no default export; write: export default defineMock({ … })");
  return namespace["default"];
}
