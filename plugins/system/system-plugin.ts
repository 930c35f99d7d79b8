import { definePlugin, type Clock, type OperationPlugin } from "wsmanor/sdk";
import { definitions } from "./classes.js";
import type { Machine } from "./machine.js";
import { systemOperations } from "./operations.js";
import { parameterNames, readParameters } from "./parameters.js";

/** The plug-in over a machine: this one, or one of values in tests. */
export function systemPlugin(machineOf: (clock: Clock) => Machine): OperationPlugin<"Get" | "Enumerate" | "Invoke"> {
  return definePlugin({
    declaration: {
      name: "system", sdkVersion: 1, capabilities: ["Get", "Enumerate", "Invoke"], parameters: parameterNames,
      filters: "host", fragments: "host", polymorphism: true, classes: definitions,
    },
    startup: ({ clock, initializationParameters }) => systemOperations(machineOf(clock), readParameters(initializationParameters)),
  });
}
