import type { ClientProblem } from "./client/client-problem.js";
import { exitCodes } from "./command.js";
import type { UsageProblem } from "./grammar/usage-problem.js";
import { printProblem, printProblemAsJson } from "./printers/print-problem.js";
import type { Terminal } from "./terminal.js";

/** What can go wrong with a command: it was not understood, the host or the way to it failed, or it could not be done. */
export type Trouble = UsageProblem | ClientProblem | Failure;

/** What has no number, and is no mistake on the command line. */
export interface Failure {
  /** One sentence, with its full stop. */
  readonly failure: string;
}

/** Prints trouble on standard error. @returns the exit code that belongs to it */
export function reportTrouble(trouble: Trouble, terminal: Terminal, command: string): number {
  if ("number" in trouble) {
    terminal.complain(terminal.asJson ? printProblemAsJson(trouble) : printProblem(trouble));
    return exitCodes.failed;
  }
  if ("failure" in trouble) return reportFailure(trouble.failure, terminal);
  const help = `wsmanor ${command === "" ? "" : `${command} `}--help`;
  const { message, didYouMean } = trouble;
  if (terminal.asJson) {
    terminal.complain(`${JSON.stringify({ error: { message: `${message}.`, didYouMean, help } })}\n`);
    return exitCodes.wrongUse;
  }
  terminal.complain(`Error: ${message}.${didYouMean === undefined ? "" : ` Did you mean ${didYouMean}?`}\n`);
  terminal.complain(`       Type "${help}" for help.\n`);
  return exitCodes.wrongUse;
}

/** One plain sentence on standard error, for what has no number. @returns the exit code for a failure */
export function reportFailure(message: string, terminal: Pick<Terminal, "complain" | "asJson">): number {
  terminal.complain(terminal.asJson ? `${JSON.stringify({ error: { message } })}\n` : `Error: ${message}\n`);
  return exitCodes.failed;
}
