/**
 * Hooks that scripts in TypeScript and JavaScript are loaded with. They run in Node's own thread for hooks, so nothing here is shared.
 *
 * Node strips types by itself from 22.18 on. An older one asks the package `typescript` that the script's own project has: who writes
 * TypeScript has it, and a copy of ours would be nine megabytes for everybody else.
 */
import { readFile } from "node:fs/promises";
import { createRequire, type LoadHook, type ResolveHook } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { join } from "node:path";
import { packageRoot } from "../../host/package-root.js";

interface Compiler {
  transpileModule?(text: string, options: object): { readonly outputText: string };
}

/** Our own doors, for a script that lies outside every project that has this package. */
const doors: ReadonlyMap<string, string> = new Map([
  ["wsmanor/testing", join(packageRoot, "dist", "src", "testing", "index.js")],
  ["wsmanor/sdk", join(packageRoot, "dist", "sdk", "index.js")],
]);

/** Node's word for it is newer than the types of the oldest Node that we run on. */
const stripsTypes = Boolean((process.features as { readonly typescript?: string | false }).typescript);

export const resolve: ResolveHook = async (specifier, context, next) => {
  try {
    return await next(specifier, context);
  } catch (error) {
    const door = doors.get(specifier);
    if (door === undefined) throw error;
    return { url: pathToFileURL(door).href, shortCircuit: true };
  }
};

export const load: LoadHook = async (url, context, next) => {
  if (!/\.m?ts$/u.test(url) || stripsTypes) return next(url, context);
  const path = fileURLToPath(url);
  const { transpileModule } = compilerFor(path);
  const options = { module: "ESNext", target: "ES2022", isolatedModules: true, verbatimModuleSyntax: false, inlineSourceMap: true };
  return { format: "module", shortCircuit: true, source: transpileModule(await readFile(path, "utf8"), { compilerOptions: options, fileName: path }).outputText };
};

function compilerFor(path: string): Required<Compiler> {
  let compiler: Compiler;
  try {
    compiler = createRequire(path)("typescript") as Compiler;
  } catch {
    throw new Error(`${path} is TypeScript, which this Node (${process.version}) does not load by itself; install the package typescript beside it, use Node 22.18 or later, or write the script in YAML or JavaScript`);
  }
  const { transpileModule } = compiler;
  if (transpileModule === undefined) throw new Error(`${path} is TypeScript; the package typescript beside it has no transpileModule: use version 5 or 6, or Node 22.18 or later`);
  return { transpileModule: (text, options) => transpileModule(text, options) };
}
