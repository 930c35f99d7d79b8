import { failure, type HostInformation, type OperationFailure, type PluginDescription } from "wsmanor/sdk";
import { configUri } from "./element.js";

const plugins = `${configUri}/plugin`;

/** Does it answer a Put to `config/plugin`, by which a mistake could be mended from afar? */
function servesConfiguration({ enabled, resources }: Pick<PluginDescription, "enabled" | "resources">): boolean {
  return enabled && resources.some(({ resourceUri, exactMatch, capabilities }) => {
    const uri = resourceUri.toLowerCase();
    return (exactMatch ? uri === plugins : plugins.startsWith(uri)) && capabilities.some(({ type }) => type === "Put");
  });
}

/**
 * Refuses what would leave nobody to serve `winrm/config`: its administrator could never take it back over the wire. Another module in its
 * place is refused too: the right to edit belongs to the module that the operator named.
 * @param wanted what becomes of the plug-in of that name; `undefined`: it is deleted
 */
export function keepReachable(host: HostInformation, name: string, wanted: PluginDescription | undefined): OperationFailure | undefined {
  const current = host.plugins().find((plugin) => plugin.name === name);
  if (current === undefined || !servesConfiguration(current)) return undefined;
  const stays = wanted !== undefined && servesConfiguration(wanted) && wanted.filename === current.filename;
  if (stays) return undefined;
  const act = wanted === undefined ? "deleted" : "disabled, moved or relieved of Put";
  return failure("access-denied", {
    message: `The plug-in ${name} serves winrm/config itself: were it ${act} over the wire, nobody could take that back from afar. ` +
      "Do it on the machine, in the configuration file that names it (wsmanor config, or an editor), and then wsmanor reload.",
  });
}
