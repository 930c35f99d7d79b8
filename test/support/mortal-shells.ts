/** The plug-in cmd-shell with two commands more, that end whatever it runs in: `::block` keeps its thread busy, `::exit` exits. */
import { definePlugin, type Operations, type StartupContext } from "wsmanor/sdk";
import commandShell from "../../plugins/cmd-shell/index.js";

/** As the host calls it. */
const { startup } = commandShell as unknown as { startup(context: StartupContext): Promise<Operations<"Shell">> };

export default definePlugin({
  declaration: { name: "mortal-shells", sdkVersion: 1, capabilities: ["Shell"] },
  startup: async (context) => {
    const operations = await startup(context);
    return {
      ...operations,
      openShell: async (request) => {
        const shell = await operations.openShell(request);
        if (!("runCommand" in shell)) return shell;
        return {
          runCommand: (asked) => {
            if (asked.command === "::exit") setTimeout(() => process.exit(9), 1);
            if (asked.command === "::block") setTimeout(() => { for (;;); }, 1);
            return asked.command.startsWith("::") ? { close: () => undefined } : shell.runCommand(asked);
          },
          close: (reason) => shell.close(reason),
        };
      },
    };
  },
});
