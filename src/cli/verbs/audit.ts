import { join, resolve } from "node:path";
import { ok } from "../../base/result.js";
import { exitCodes, type Command } from "../command.js";
import { defaultPaths } from "../default-paths.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import { requireState } from "./require-state.js";

/** Checks the chain of hashes through an audit log. */
export const audit: Command = {
  name: "audit",
  usage: "[FILE…] [--state DIR] [--json]",
  summary: "checks that no line of the audit log was changed or taken out",
  switches: [
    { name: "state", value: "DIRECTORY", help: "state directory of the host, whose audit.log is checked when no file is named" },
    { name: "json", help: "prints the outcome as JSON" },
  ],
  examples: ["audit", "audit ./audit.log.2 ./audit.log.1 ./audit.log"],
  run: async (args, terminal) => {
    const state = resolve(args.get("state") ?? defaultPaths(terminal.environment).state);
    const found = args.positionals.length > 0 ? ok(undefined) : requireState(state);
    if (!found.ok) return reportTrouble(found.error, terminal, "audit");
    const { verifyAuditLog } = await import("../../host/logging/audit-chain.js");
    const named = args.positionals.map(({ text }) => resolve(text));
    const paths = named.length > 0 ? named : [join(state, "audit.log")];
    try {
      const { lines, broken } = verifyAuditLog(paths);
      if (args.has("json")) terminal.write(`${JSON.stringify({ lines, broken: broken ?? null })}\n`);
      else if (broken === undefined) terminal.write(`${lines} lines, none changed or taken out.\n`);
      else terminal.write(`${broken.path}:${broken.line}  does not follow what stands before it: lines there were changed, put in or taken out.\n`);
      return broken === undefined ? exitCodes.done : exitCodes.problems;
    } catch (error) {
      return reportFailure(`the audit log cannot be read: ${(error as Error).message}`, terminal);
    }
  },
};
