import { definePlugin } from "wsmanor/sdk";
import { classes } from "./classes.js";
import { nodeMachine } from "./node-machine.js";
import { systemOperations } from "./operations.js";
import { parameterNames, readParameters } from "./parameters.js";

export default definePlugin({
  declaration: {
    name: "system", sdkVersion: 1, capabilities: ["Get", "Enumerate", "Invoke"], parameters: parameterNames,
    filters: "host", fragments: "host", classes: classes.map(({ definition }) => definition),
  },
  startup: ({ clock, initializationParameters }) => systemOperations(nodeMachine(clock), readParameters(initializationParameters)),
});
