/** Shells whose commands are over at once, with one word of output: what is measured is the host. */
import { definePlugin, type RunCommandRequest } from "wsmanor/sdk";

function runCommand({ output }: RunCommandRequest): { readonly close: () => void } {
  void output.write("stdout", "done\r\n");
  output.done(0);
  return { close: () => undefined };
}

export default definePlugin({
  declaration: { name: "bench-shell", sdkVersion: 1, capabilities: ["Shell"] },
  operations: { openShell: () => ({ runCommand, close: () => undefined }) },
});
