#!/usr/bin/env node
import { wantsJson } from "./grammar/wants-json.js";
import { processTerminal } from "./process-terminal.js";
import { reportFailure } from "./report-trouble.js";
import { runCommand } from "./run-command.js";

const words = process.argv.slice(2);
const told = { complain: processTerminal.complain, asJson: wantsJson(words) };

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : reportFailure(`standard output cannot be written: ${error.message}.`, told)));
// Nobody can be told.
process.stderr.on("error", () => undefined);

try {
  process.exitCode = await runCommand(words, processTerminal);
} catch (error) {
  process.exitCode = reportFailure(`wsmanor itself failed: ${error instanceof Error ? error.message : String(error)}`, told);
  if (process.env["WSMANOR_DEBUG"] !== undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}
