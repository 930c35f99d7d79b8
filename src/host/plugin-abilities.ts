import { readFile, realpath, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Logger } from "../base/logger.js";
import type { PluginHostAbilities } from "../plugin-host/plugin-settings.js";
import type { HostInformation } from "../sdk/host-information.js";
import type { PluginStorage } from "../sdk/plugin-storage.js";
import { FileDocuments } from "../store/documents/file-documents.js";
import { startFarSide } from "./isolation/start-far-side.js";
import { hostEnvironment } from "./load-host-configuration.js";
import type { MachineStandIns } from "./machine-stand-ins.js";
import { newId } from "./new-id.js";
import { nodeClock } from "./node-clock.js";

/** What plug-ins of one application may have of this machine. */
export function pluginAbilities(options: {
  readonly logger: Logger;
  readonly host: HostInformation;
  /** Folder of a plug-in's documents; `undefined` while validating, when nothing is written. */
  readonly documents: ((pluginName: string) => string) | undefined;
  readonly standIns: MachineStandIns | undefined;
}): PluginHostAbilities {
  const { logger, host, documents, standIns } = options;
  const { modules } = standIns ?? {};
  return {
    clock: standIns?.clock ?? nodeClock,
    logger,
    host,
    newId,
    importModule: async (path) => (modules?.has(path) === true ? { default: modules.get(path) } : ((await import(pathToFileURL(path).href)) as unknown)),
    startFarSide,
    isHereOnly: (path) => modules?.has(path) === true,
    realPath: async (path) => (modules?.has(path) === true ? path : realpath(path)),
    kindOf: async (path) => {
      if (modules?.has(path) === true) return "file";
      try {
        const found = await stat(path);
        return found.isFile() ? "file" : found.isDirectory() ? "directory" : undefined;
      } catch {
        return undefined;
      }
    },
    readText: (path) => readFile(path, "utf8"),
    storageFor: (name) => standIns?.storageFor(name) ?? (documents === undefined ? forgetfulStorage : new FileDocuments(documents(name))),
    environment: new Map(Object.entries(hostEnvironment()).flatMap(([name, value]) => (value === undefined ? [] : [[name.toUpperCase(), value] as const]))),
  };
}

/** While validating: nothing is there, nothing stays. */
const forgetfulStorage: PluginStorage = {
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
};
