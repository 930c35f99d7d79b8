import type { ParsedArguments } from "./grammar/parse-arguments.js";
import type { SwitchDefinition } from "./grammar/switch-definition.js";
import type { Terminal } from "./terminal.js";

/** One row of the table of commands. */
export interface Command {
  readonly name: string;
  /** winrm's short and other names. */
  readonly aliases?: readonly string[];
  /** What stands behind the name: `RESOURCE_URI[?NAME=value…] [-switch:value …]`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly switches: readonly SwitchDefinition[];
  readonly examples: readonly string[];
  /** @returns the exit code. Complaints are printed by it; an exception is our own bug. */
  run(args: ParsedArguments, terminal: Terminal): Promise<number>;
}

/** The exit codes of every command. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2, problems: 2 } as const;
