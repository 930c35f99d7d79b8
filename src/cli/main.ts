#!/usr/bin/env node
import { processTerminal } from "./process-terminal.js";
import { runCommand } from "./run-command.js";

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  process.exitCode = await runCommand(process.argv.slice(2), processTerminal);
} catch (error) {
  process.stderr.write(`Error: wsmanor itself failed: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env["WSMANOR_DEBUG"] !== undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}
