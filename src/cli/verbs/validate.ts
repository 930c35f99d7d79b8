import { resolve } from "node:path";
import { isError } from "../../base/is-error.js";
import { exitCodes, type Command } from "../command.js";
import { defaultPaths } from "../default-paths.js";
import { printDiagnostics } from "../printers/print-diagnostics.js";
import { reportFailure, reportTrouble } from "../report-trouble.js";
import { refuseRest } from "./read-target.js";

/** Checks a configuration whole, plug-ins included, and starts nothing. */
export const validate: Command = {
  name: "validate",
  usage: "[PATH] [--json]",
  summary: "checks a configuration; 0 is clean, 2 is problems",
  switches: [
    { name: "config", value: "PATH", help: "the same as PATH" },
    { name: "json", help: "prints the problems as JSON" },
  ],
  examples: ["validate", "validate ./web.config --json"],
  run: async (args, terminal) => {
    const [path, ...others] = args.positionals;
    const named = args.get("config");
    const rest = refuseRest(named === undefined ? others : args.positionals, named === undefined ? "the path" : "--config PATH");
    if (!rest.ok) return reportTrouble(rest.error, terminal, "validate");
    try {
      const { validateConfiguration } = await import("../../host/validate-host.js");
      const { diagnostics } = await validateConfiguration({ configPath: resolve(named ?? path?.text ?? defaultPaths(terminal.environment).configuration) });
      terminal.write(await printDiagnostics(diagnostics, args.has("json")));
      const code = diagnostics.some(isError) ? exitCodes.problems : exitCodes.done;
      terminal.leaveSoon(code);
      return code;
    } catch (error) {
      return reportFailure((error as Error).message, terminal);
    }
  },
};
