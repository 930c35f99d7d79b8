import type { Fault } from "../../../protocol/wsman/fault.js";
import { unknownCommand } from "../../../protocol/wsman/shell-faults.js";
import { fail, ok, type Result } from "../../../base/result.js";
import type { OpenShell } from "./open-shell.js";
import type { RunningCommand } from "./running-command.js";

/** The command of a shell that has this id; ids compare without case. */
export function findCommand(shell: OpenShell, id: string): Result<RunningCommand, Fault> {
  const command = shell.find(id);
  return command === undefined ? fail(unknownCommand(id)) : ok(command);
}
