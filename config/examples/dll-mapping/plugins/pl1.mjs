import { definePlugin } from "wsmanor/sdk";

/** Stands in for PL1.dll, which has shells: each command writes its own line, and ends. */
export default definePlugin({
  declaration: { name: "PL1", sdkVersion: 1, capabilities: ["Shell"], parameters: ["myParam1"] },
  operations: {
    openShell: () => ({
      runCommand: ({ command, arguments: words, output }) => {
        void output.write("stdout", `${[command, ...words].join(" ")}\n`).then(() => output.done(0));
        return { close: () => undefined };
      },
      close: () => undefined,
    }),
  },
});
