import { formatDiagnostics } from "../configuration/format-diagnostics.js";
import { PluginFaults } from "../mock/faults/plugin-faults.js";
import type { MockScript } from "../mock/script/mock-script.js";
import { checkScript } from "../mock/script/read-script.js";
import { Journal } from "../mock/scripted/journal.js";
import { scriptedPlugin as makePlugin } from "../mock/scripted/scripted-plugin.js";
import type { OperationPlugin } from "../sdk/define-plugin.js";

/**
 * A plug-in that answers from a script, for a configuration of your own: `export default scriptedPlugin({ … })` in a module that a web.config
 * names. Accounts, preset and what is expected are a mock's own; of faults it has those that plug-ins can refuse with.
 * @throws Error with everything that is wrong with the script
 */
export function scriptedPlugin(script: MockScript): OperationPlugin<"Get" | "Put" | "Create" | "Delete" | "Invoke" | "Enumerate" | "Shell"> {
  const { diagnostics } = checkScript(script, "scriptedPlugin");
  if (diagnostics.length > 0) throw new Error(`The script has mistakes:\n${formatDiagnostics(diagnostics, process.cwd())}`);
  return makePlugin({ script, journal: new Journal(), port: new PluginFaults(script.faults ?? []) });
}
