import type { ClientProblem } from "./client/client-problem.js";
import { exitCodes } from "./command.js";
import type { UsageProblem } from "./grammar/usage-problem.js";
import { printProblem, printProblemAsJson } from "./printers/print-problem.js";
import type { Terminal } from "./terminal.js";

/** What can go wrong with a command: it was not understood, or the host or the way to it failed. */
export type Trouble = UsageProblem | ClientProblem;

/** Prints trouble on standard error. @returns the exit code that belongs to it */
export function reportTrouble(trouble: Trouble, terminal: Terminal, command: string, asJson = false): number {
  if ("number" in trouble) {
    terminal.complain(asJson ? printProblemAsJson(trouble) : printProblem(trouble));
    return exitCodes.failed;
  }
  terminal.complain(`Error: ${trouble.message}.${trouble.didYouMean === undefined ? "" : ` Did you mean ${trouble.didYouMean}?`}\n`);
  terminal.complain(`       Type "wsmanor ${command === "" ? "" : `${command} `}--help" for help.\n`);
  return exitCodes.wrongUse;
}

/** One plain sentence on standard error, for what has no number. @returns the exit code for a failure */
export function reportFailure(message: string, terminal: Terminal): number {
  terminal.complain(`Error: ${message}\n`);
  return exitCodes.failed;
}
