import { definePlugin, type OperationPlugin } from "../../sdk/define-plugin.js";
import type { FaultPort } from "../faults/fault-port.js";
import type { MockScript } from "../script/mock-script.js";
import type { Journal } from "./journal.js";
import { ScriptAnswers } from "./script-answers.js";
import { scriptedInstances } from "./scripted-instances.js";
import { ScriptedShell } from "./scripted-shell.js";

export interface ScriptedPluginParts {
  readonly script: MockScript;
  readonly journal: Journal;
  readonly port: FaultPort;
}

type Capabilities = "Get" | "Put" | "Create" | "Delete" | "Invoke" | "Enumerate" | "Shell";

/** A plug-in that answers from a script, writes down what it was asked, and does nothing else. */
export function scriptedPlugin({ script, journal, port }: ScriptedPluginParts): OperationPlugin<Capabilities> {
  return definePlugin({
    declaration: { name: "scripted", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate", "Shell"] },
    startup: ({ clock, logger }) => {
      const answers = new ScriptAnswers(script);
      return {
        ...scriptedInstances({ answers, journal, port, clock }),
        openShell: (request) => port.refuse("create-shell", { resourceUri: request.resourceUri }) ?? new ScriptedShell(request, { answers, journal, port, clock, logger }),
      };
    },
  });
}
