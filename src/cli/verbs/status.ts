import { exitCodes, type Command } from "../command.js";
import { printStatus } from "../printers/print-status.js";
import { reportTrouble } from "../report-trouble.js";
import { askAdministration } from "./ask-administration.js";
import { refuseRest } from "./read-target.js";

/** Milliseconds. */
const patience = 30_000;

/** What the running host of this machine says of itself. */
export const status: Command = {
  name: "status",
  usage: "[--state DIR] [--json]",
  summary: "shows what the running host serves, and which providers of Windows authentication answer",
  switches: [
    { name: "state", value: "DIRECTORY", help: "state directory of the host" },
    { name: "json", help: "prints all that the host says, as JSON" },
  ],
  examples: ["status", "status --json"],
  run: async (args, terminal) => {
    const rest = refuseRest(args.positionals, "status but switches");
    if (!rest.ok) return reportTrouble(rest.error, terminal, "status");
    const answer = await askAdministration({ method: "GET", path: "/status", patience, otherwise: () => "its log says what it serves" }, args, terminal);
    if (!answer.ok) return reportTrouble(answer.error, terminal, "status");
    terminal.write(args.has("json") ? `${JSON.stringify(answer.value, null, 2)}\n` : printStatus(answer.value));
    return exitCodes.done;
  },
};
