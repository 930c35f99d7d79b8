import { definePlugin, type OperationPlugin } from "wsmanor/sdk";
import type { Accounts } from "./accounts.js";
import { checkParameters } from "./check-parameters.js";
import { parameterNames, readParameters } from "./parameters.js";
import { shellOperations } from "./shell-operations.js";

/** The plug-in over the accounts of this machine, or others in tests. */
export function commandShellPlugin(accounts: Accounts): OperationPlugin<"Shell"> {
  return definePlugin({
    declaration: { name: "cmd-shell", sdkVersion: 1, capabilities: ["Shell"], parameters: parameterNames },
    startup: async (context) => {
      const parameters = readParameters(context.initializationParameters);
      await checkParameters(parameters, accounts, context);
      return shellOperations({ parameters, accounts, clock: context.clock, logger: context.logger });
    },
  });
}
