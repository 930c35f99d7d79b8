import type { Logger } from "../base/logger.js";
import type { HttpModuleAbilities } from "../plugin-host/modules/http-module-host.js";
import type { MachineStandIns } from "./machine-stand-ins.js";
import { nodeClock } from "./node-clock.js";
import { pluginFiles } from "./plugin-files.js";
import { importPluginModule } from "./plugin-modules.js";

/** What plug-ins and HTTP modules are loaded with. */
export function moduleAbilities({ logger, standIns, modules: given }: {
  readonly logger: Logger;
  readonly standIns?: MachineStandIns | undefined;
  /** As of `BeginOptions`; those of the stand-ins where there are some. */
  readonly modules?: ReadonlyMap<string, unknown> | undefined;
}): HttpModuleAbilities {
  const { modules } = standIns ?? { modules: given };
  return {
    clock: standIns?.clock ?? nodeClock,
    logger,
    importModule: async (path) => (modules?.has(path) === true ? { default: modules.get(path) } : importPluginModule(path)),
    realPath: async (path) => (modules?.has(path) === true ? path : pluginFiles.realPath(path)),
    kindOf: async (path) => (modules?.has(path) === true ? "file" : pluginFiles.kindOf(path)),
    readText: (path) => pluginFiles.readText(path),
  };
}
