import type { PluginAnswer, PluginCallContext } from "../../../routing/plugin-port.js";
import type { ShellUsage } from "../../../sdk/shell.js";
import type { OpenShell } from "./open-shell.js";

/** Milliseconds that a plug-in has to say what its shell uses: who looks at a shell gets the rest without. */
const patience = 1000;

/** What a shell uses, as far as its plug-in says it in time. */
export function shellUsage({ port }: OpenShell, { timeout }: PluginCallContext): ShellUsage | Promise<ShellUsage> {
  const answer = port.usage({ timeout: Math.min(patience, timeout / 2) });
  return answer instanceof Promise ? answer.then(known) : known(answer);
}

const known = (answer: PluginAnswer<ShellUsage>): ShellUsage => (answer.kind === "answered" ? answer.value : {});
