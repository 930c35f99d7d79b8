import { definePlugin } from "wsmanor/sdk";

/** Stands in for PL1.dll, which has shells: the configuration gives it Shell and nothing else, so there is no operation to write. */
export default definePlugin({
  declaration: { name: "PL1", sdkVersion: 1, capabilities: [], parameters: ["myParam1"] },
  operations: {},
});
