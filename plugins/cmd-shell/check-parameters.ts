import { accessSync, constants, statSync } from "node:fs";
import type { StartupContext } from "wsmanor/sdk";
import type { Accounts } from "./accounts.js";
import { hasGroups } from "./process-tree.js";
import { limitScript } from "./limit-script.js";
import type { Parameters } from "./parameters.js";
import { tryScript } from "./try-script.js";

/**
 * What can be known before the first shell: that what the parameters ask for can be done on this machine and by this account.
 * @throws Error with a sentence for the operator: a shell that could not keep its promises is not offered
 */
export async function checkParameters(parameters: Parameters, accounts: Accounts, { logger, validateOnly }: Pick<StartupContext, "logger" | "validateOnly">): Promise<void> {
  const { limits, defaultWorkingDirectory: directory, runAsSender, shell } = parameters;
  if (directory !== undefined && statSync(directory, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Error(`the parameter DefaultWorkingDirectory names ${directory}, which is no folder`);
  if (hasGroups) checkShell(shell);
  if (runAsSender && accounts.userId() !== 0) {
    const problem = "the parameter RunAsSender is true, but this host may not switch to another account: it must run as root, on a system with accounts that have numbers";
    // Whoever validates need not be who serves.
    if (!validateOnly) throw new Error(problem);
    logger.warn(problem);
  }
  const script = limitScript(limits);
  if (script === "") return;
  if (!hasGroups) {
    logger.warn("the limits of commands are not bounded on this system: MaxProcessesPerShell, MaxMemoryPerShellMB and MaxCpuSecondsPerCommand have no effect");
    return;
  }
  const problem = await tryScript(script);
  if (problem !== undefined) throw new Error(`the limits of commands cannot be set here, the shell says: ${problem}. Give limits below this process's own (ulimit -a), or 0 for none`);
}

function checkShell(shell: string): void {
  try {
    accessSync(shell, constants.X_OK);
  } catch {
    throw new Error(`the parameter Shell names ${shell}, which is no program that this account may run`);
  }
}
