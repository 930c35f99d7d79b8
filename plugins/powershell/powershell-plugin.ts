import { definePlugin, type OperationPlugin } from "wsmanor/sdk";
import { findPwsh } from "./find-pwsh.js";
import { parameterNames, readParameters } from "./parameters.js";
import { shellOperations } from "./shell-operations.js";

/** The plug-in; it looks for PowerShell in the PATH of this process, or of another in tests. */
export function powershellPlugin(searchPath: () => string | undefined = () => process.env["PATH"]): OperationPlugin<"Shell"> {
  return definePlugin({
    declaration: { name: "powershell", sdkVersion: 1, capabilities: ["Shell"], parameters: parameterNames },
    startup: (context) => {
      const parameters = readParameters(context.initializationParameters);
      const locate = (): ReturnType<typeof findPwsh> => findPwsh(parameters.pwsh, searchPath());
      const found = locate();
      // It may be installed later: every shell looks again.
      if (found.path === undefined) context.logger.warn(`no client can open a shell: ${found.problem}`);
      return shellOperations({ parameters, locate, clock: context.clock, logger: context.logger });
    },
  });
}
