import type { Clock } from "../base/clock.js";
import type { ConfigurationEditing } from "../sdk/configuration-editing.js";
import type { PluginStorage } from "../sdk/plugin-storage.js";

/** What stands in for the machine while a plug-in's author tests: time that is turned by hand, modules and documents in memory. */
export interface MachineStandIns {
  readonly clock: Clock;
  /** Plug-ins that are there already, by the absolute path the configuration names. Other paths lead to the disk. */
  readonly modules: ReadonlyMap<string, unknown>;
  storageFor(pluginName: string): PluginStorage;
  /** Given to every plug-in. */
  readonly configuration?: ConfigurationEditing;
}
