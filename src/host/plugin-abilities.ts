import type { Logger } from "../base/logger.js";
import type { PluginHostAbilities } from "../plugin-host/plugin-settings.js";
import type { ConfigurationEditing } from "../sdk/configuration-editing.js";
import type { HostInformation } from "../sdk/host-information.js";
import type { PluginStorage } from "../sdk/plugin-storage.js";
import { startFarSide } from "./isolation/start-far-side.js";
import { hostEnvironment } from "./load-host-configuration.js";
import type { MachineStandIns } from "./machine-stand-ins.js";
import { moduleAbilities } from "./module-abilities.js";
import { newId } from "./new-id.js";

/** What plug-ins of one application may have of this machine. */
export function pluginAbilities(options: {
  readonly logger: Logger;
  readonly host: HostInformation;
  /** A plug-in's documents; `undefined` while validating, when nothing is written. */
  readonly documents: ((pluginName: string) => PluginStorage) | undefined;
  readonly standIns: MachineStandIns | undefined;
  /** As of `BeginOptions`; those of the stand-ins where there are some. */
  readonly modules?: ReadonlyMap<string, unknown> | undefined;
  /** What a plug-in changes the configuration with, where the operator gave it that. */
  editingFor?(pluginName: string): ConfigurationEditing | undefined;
}): PluginHostAbilities {
  const { host, documents, standIns } = options;
  const { modules } = standIns ?? options;
  return {
    ...moduleAbilities(options),
    host,
    hostFor: (name) => {
      const configuration = standIns?.configuration ?? options.editingFor?.(name);
      return configuration === undefined ? host : { ...host, configuration };
    },
    newId,
    startFarSide,
    isHereOnly: (path) => modules?.has(path) === true,
    storageFor: (name) => standIns?.storageFor(name) ?? documents?.(name) ?? forgetfulStorage,
    environment: new Map(Object.entries(hostEnvironment()).flatMap(([name, value]) => (value === undefined ? [] : [[name.toUpperCase(), value] as const]))),
  };
}

/** While validating: nothing is there, nothing stays. */
const forgetfulStorage: PluginStorage = {
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
};
