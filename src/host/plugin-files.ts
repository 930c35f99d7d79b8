import { readFile, realpath, stat } from "node:fs/promises";
import type { PluginHostAbilities } from "../plugin-host/plugin-settings.js";

/** The machine's files, as the search for a plug-in's module asks for them. */
export const pluginFiles: Pick<PluginHostAbilities, "kindOf" | "readText" | "realPath"> = {
  realPath: (path) => realpath(path),
  kindOf: async (path) => {
    try {
      const found = await stat(path);
      return found.isFile() ? "file" : found.isDirectory() ? "directory" : undefined;
    } catch {
      return undefined;
    }
  },
  readText: (path) => readFile(path, "utf8"),
};
