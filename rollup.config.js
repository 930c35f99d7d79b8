import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Libraries stay outside: they are found in node_modules as ever. So does `wsmanor/sdk`. */
const external = (id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:\\/.test(id);

/** The compiler's maps, so that what is put together leads back to the TypeScript. */
const compiled = {
  name: "compiled",
  load: (id) => (existsSync(`${id}.map`) ? { code: readFileSync(id, "utf8"), map: readFileSync(`${id}.map`, "utf8") } : null),
};

const common = { external, plugins: [compiled], treeshake: false };
const output = (dir, names) => ({ dir, format: "es", sourcemap: true, ...names });

const plugins = readdirSync("plugins", { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/**
 * What a start loads, in a few files. Node resolves, reads and links each module of a program before its first line runs; of a few hundred
 * that takes longer than all the rest of starting a host.
 */
export default [
  { ...common, input: "dist/src/cli/main.js", output: output("dist/command", { entryFileNames: "wsmanor.js", chunkFileNames: "[name].js" }) },
  { ...common, input: "dist/src/sdk/index.js", output: output("dist/sdk", { entryFileNames: "index.js" }) },
  ...plugins.map((name) => ({ ...common, input: join("dist", "plugins", name, "index.js"), output: output(join("dist", "bundled", name), { entryFileNames: "index.js" }) })),
];
