import { decode, encode } from "@jridgewell/sourcemap-codec";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

/** Libraries stay outside: they are found in node_modules as ever. So does `wsmanor/sdk`. */
const external = (id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:\\/.test(id);

/**
 * The compiler's maps, so that what is put together leads back to the TypeScript. Characters beyond Latin-1 are escaped: with a single one
 * of them V8 keeps two octets for each character of a whole file.
 */
const compiled = {
  name: "compiled",
  load: (id) => (existsSync(`${id}.map`) ? inLatin1(id, readFileSync(id, "utf8"), JSON.parse(readFileSync(`${id}.map`, "utf8"))) : null),
};

const beyondLatin1 = /[^\0-\xff]/g;

function inLatin1(id, code, map) {
  if (code.search(beyondLatin1) < 0) return { code, map };
  if (code.includes("String.raw")) throw new Error(`${id}: an escape means something else in String.raw`);
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const lines = code.split("\n");
  const shifted = decode(map.mappings).map((segments, line) => {
    const columns = [...lines[line].matchAll(beyondLatin1)].map(({ index }) => index);
    return columns.length === 0 ? segments : segments.map(([column, ...rest]) => [column + 5 * columns.filter((before) => before < column).length, ...rest]);
  });
  return { code: code.replaceAll(beyondLatin1, escape), map: { ...map, mappings: encode(shifted) } };
}

/** Files of builds before, under names that are no more, are not to be shipped. */
const alone = {
  name: "alone",
  writeBundle({ dir }, written) {
    for (const name of readdirSync(dir)) if (written[name] === undefined) rmSync(join(dir, name));
  },
};

/** What an entry needs before its first line runs. */
function needs(entry, getModuleInfo, found = new Set()) {
  if (found.has(entry) || getModuleInfo(entry)?.isExternal !== false) return found;
  found.add(entry);
  for (const id of getModuleInfo(entry).importedIds) needs(id, getModuleInfo, found);
  return found;
}

/**
 * The files of a start: what every command needs, accounts and logs, configuration, the rest of the host; each without what those before it
 * have, so that a command that needs less reads less. The entry is alone: it waits for the command to end, so that nothing may import from
 * it. What is loaded later stays in files of its own.
 */
const startFiles = {
  command: ["cli/main.js"],
  accounts: ["host/manage-users.js", "host/logging/audit-log.js"],
  configuration: ["host/load-host-configuration.js"],
  host: ["host/start-host.js"],
};

const source = (name) => resolve("dist", "src", ...name.split("/"));
const main = source("cli/main.js");

function commandFiles(id, { getModuleInfo }) {
  if (id === main) return undefined;
  found ??= Object.entries(startFiles).map(([file, entries]) => [file, new Set(entries.flatMap((entry) => [...needs(source(entry), getModuleInfo)]))]);
  return found.find(([, modules]) => modules.has(id))?.[0];
}

let found;

const common = { external, plugins: [compiled, alone], treeshake: false };
const output = (dir, names) => ({ dir, format: "es", sourcemap: true, ...names });

const plugins = readdirSync("plugins", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/**
 * What a start loads, in a few files. Node resolves, reads and links each module of a program before its first line runs; of a few hundred
 * that takes longer than all the rest of starting a host.
 */
export default [
  { ...common, input: main, output: output("dist/command", { entryFileNames: "wsmanor.js", chunkFileNames: "[name].js", manualChunks: commandFiles }) },
  { ...common, input: "dist/src/sdk/index.js", output: output("dist/sdk", { entryFileNames: "index.js" }) },
  ...plugins.map((name) => ({ ...common, input: join("dist", "plugins", name, "index.js"), output: output(join("dist", "bundled", name), { entryFileNames: "index.js" }) })),
];
