/** Shells whose commands never end and never write: what a client that waits has before it. */
import { definePlugin } from "wsmanor/sdk";

export const waitingShells = "urn:test:waiting-shells";

export default definePlugin({
  declaration: { name: "waiting-shells", sdkVersion: 1, capabilities: ["Shell"] },
  operations: {
    openShell: () => ({
      runCommand: () => ({ close: () => undefined }),
      close: () => undefined,
    }),
  },
});
