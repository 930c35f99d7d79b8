import type { Diagnostic } from "../../base/diagnostic.js";
import { exitCodes, type Command } from "../command.js";
import { printDiagnostics } from "../printers/print-diagnostics.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { askAdministration } from "./ask-administration.js";
import { refuseRest } from "./read-target.js";

/** Plug-ins of the new configuration may take their time to start. Milliseconds. */
const patience = 10 * 60_000;

interface Answer {
  readonly outcome: "unchanged" | "swapped" | "refused";
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the running host of this machine take over its configuration as it is now. */
export const reload: Command = {
  name: "reload",
  usage: "[--state DIR] [--json]",
  summary: "makes the running host take over its changed configuration; 2 is refused",
  switches: [
    { name: "state", value: "DIRECTORY", help: "state directory of the host" },
    { name: "json", help: "prints outcome and problems as JSON" },
  ],
  examples: ["reload", "reload --json"],
  run: async (args, terminal) => {
    const rest = refuseRest(args.positionals, "reload but switches");
    if (!rest.ok) return reportTrouble(rest.error, terminal, "reload");
    const answer = await askAdministration({ method: "POST", path: "/reload", patience, otherwise: (pid) => `send its process SIGHUP instead${pid === undefined ? "" : ` (kill -HUP ${pid})`}` }, args, terminal);
    if (!answer.ok) return reportTrouble(answer.error, terminal, "reload");
    const { outcome, diagnostics } = answer.value as Partial<Answer>;
    if (outcome === undefined || !Array.isArray(diagnostics)) return reportFailure("the answer of the running host is not that of a reload.", terminal);
    return tell({ outcome, diagnostics }, terminal, args.has("json"));
  },
};

async function tell({ outcome, diagnostics }: Answer, terminal: Terminal, asJson: boolean): Promise<number> {
  const code = outcome === "refused" ? exitCodes.problems : exitCodes.done;
  if (asJson) {
    terminal.write(`${JSON.stringify({ outcome, diagnostics })}\n`);
    return code;
  }
  const problems = diagnostics.length === 0 ? "" : await printDiagnostics(diagnostics, false);
  if (outcome === "refused") terminal.complain(`${problems}The configuration was refused; the host goes on with the one before.\n`);
  else terminal.write(outcome === "unchanged" ? "Nothing has changed; there was nothing to reload.\n" : `${problems}Reloaded.\n`);
  return code;
}
