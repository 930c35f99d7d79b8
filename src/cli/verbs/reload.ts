import { resolve } from "node:path";
import type { Diagnostic } from "../../base/diagnostic.js";
import { fail, ok, type Result } from "../../base/result.js";
import { nodeClock } from "../../host/node-clock.js";
import type { ClientProblem } from "../client/client-problem.js";
import type { HttpAnswer } from "../client/http-sender.js";
import { problemNumbers } from "../client/problem-numbers.js";
import { exitCodes, type Command } from "../command.js";
import { defaultPaths } from "../default-paths.js";
import { printDiagnostics } from "../printers/print-diagnostics.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import type { Terminal } from "../terminal.js";
import { findLocalHost, type LocalHost } from "./local-host.js";
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
    const local = findLocalHost(resolve(args.get("state") ?? defaultPaths(terminal.environment).state));
    if (!local.ok) return reportTrouble(local.error, terminal, "reload");
    const { administration, pid, credentials } = local.value;
    if (administration === undefined) {
      const signal = pid === undefined ? "" : ` (kill -HUP ${pid})`;
      return reportFailure(`the configuration of the running host has no administration application on this machine's loopback; send its process SIGHUP instead${signal}.`, terminal);
    }
    if (credentials === undefined) return reportTrouble(keyUnreadable, terminal, "reload");
    const answer = await ask(administration, credentials);
    return answer.ok ? tell(answer.value, terminal, args.has("json")) : reportTrouble(answer.error, terminal, "reload");
  },
};

const keyUnreadable: ClientProblem = {
  number: problemNumbers.accessDenied, message: "The local host's key cannot be read by this account.", remedy: "Run the command as the account that runs the host, or send its process SIGHUP.",
};

/** Over loopback: whose certificate it is says nothing that the key file has not said. */
async function ask(administration: URL, { user, password }: NonNullable<LocalHost["credentials"]>): Promise<Result<Answer, ClientProblem>> {
  const { createHttpSender } = await import("../client/http-sender.js");
  const sender = createHttpSender({ url: new URL("/reload", administration), skipAuthorityCheck: true, skipNameCheck: true, timeout: patience, clock: nodeClock });
  const sent = await sender.send(Buffer.from("{}"), { "Content-Type": "application/json", Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` });
  sender.close();
  return sent.ok ? readAnswer(sent.value, administration) : sent;
}

function readAnswer({ status, body }: HttpAnswer, { host }: URL): Result<Answer, ClientProblem> {
  try {
    const answer = JSON.parse(Buffer.from(body).toString("utf8")) as Partial<Answer>;
    if (answer.outcome !== undefined && Array.isArray(answer.diagnostics)) return ok(answer as Answer);
  } catch {
    // Told below by its status.
  }
  if (status === 401 || status === 403) return fail({ number: problemNumbers.accessDenied, message: `${host} does not let the local key in.`, remedy: "Look into the host's log." });
  return fail({ number: problemNumbers.invalidAnswer, message: `The answer of ${host} cannot be used: HTTP status ${status}.` });
}

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
