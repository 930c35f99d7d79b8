import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail } from "../../src/base/result.js";
import type { FileAccess } from "../../src/configuration/file-access.js";
import { formatDiagnostics } from "../../src/configuration/format-diagnostics.js";
import { loadConfiguration, type LoadedConfiguration } from "../../src/configuration/load-configuration.js";
import { nodeFileAccess } from "../../src/configuration/node-file-access.js";
import { projectRoot } from "./project-root.js";

export const goldenFolder = join(projectRoot, "test", "golden", "configuration");
export const schemaDirectory = join(projectRoot, "schema");

/** Loads with an environment that is the same everywhere. */
export const load = (path: string, files: FileAccess = nodeFileAccess): LoadedConfiguration =>
  loadConfiguration(path, files, { schemaDirectory, environment: { WSMANOR_PLUGINS: join(projectRoot, "plugins") } });

/** What is said about one golden case, with paths relative to its folder. `denied.txt` in it names files that may not be read. */
export function runGoldenCase(name: string): string {
  const folder = join(goldenFolder, name);
  const list = join(folder, "denied.txt");
  const denied = existsSync(list) ? readFileSync(list, "utf8").trim().split("\n").map((file) => resolve(folder, file)) : [];
  const files: FileAccess = {
    ...nodeFileAccess,
    readBytes: (path) => (denied.includes(path) ? fail({ kind: "denied", message: "EACCES: permission denied" }) : nodeFileAccess.readBytes(path)),
  };
  const { diagnostics } = load(existsSync(join(folder, "applicationHost.config")) ? folder : join(folder, "web.config"), files);
  const own = diagnostics.filter(({ place }) => place === undefined || !place.file.startsWith(schemaDirectory));
  return formatDiagnostics(own, folder).replaceAll(`${projectRoot}/`, "");
}
