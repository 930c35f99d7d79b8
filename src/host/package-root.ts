import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with our package.json, wherever this file was built to. */
export const packageRoot = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
})();

/** Version of this package. */
export const packageVersion = (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }).version;

/** Section schemas that come with the host. */
export const schemaDirectory = join(packageRoot, "schema");

/** Bundled plug-ins, compiled into a file each; what `%WSMANOR_PLUGINS%` means. */
export const bundledPlugins = join(packageRoot, "dist", "bundled");
