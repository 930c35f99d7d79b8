import type { Logger } from "../base/logger.js";
import type { StartupContext } from "../sdk/define-plugin.js";
import { InitializationParameters } from "./initialization-parameters.js";
import type { PluginHostAbilities, PluginHostSettings } from "./plugin-settings.js";

/** What a plug-in is given at its start. */
export function startupContext(
  name: string, parameters: readonly (readonly [string, string])[], settings: PluginHostSettings, abilities: PluginHostAbilities,
): StartupContext {
  return Object.freeze({
    startReason: settings.startReason,
    applicationIdentification: settings.applicationIdentification,
    name,
    initializationParameters: new InitializationParameters(parameters),
    applicationDirectory: settings.baseDirectory,
    logger: loggerOf(name, abilities.logger),
    clock: abilities.clock,
    storage: abilities.storageFor(name),
    host: abilities.host,
    validateOnly: settings.validateOnly,
  });
}

/** Every line of a plug-in says whose it is. */
function loggerOf(plugin: string, logger: Logger): Logger {
  return {
    error: (message, fields) => logger.error(message, { ...fields, plugin }),
    warn: (message, fields) => logger.warn(message, { ...fields, plugin }),
    info: (message, fields) => logger.info(message, { ...fields, plugin }),
    debug: (message, fields) => logger.debug(message, { ...fields, plugin }),
  };
}
