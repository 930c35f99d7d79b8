import { fail, ok, type Result } from "../../base/result.js";
import { logLevels, type LogLevel } from "../../host/logging/log-level.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { listChoices, quote, type UsageProblem } from "../grammar/usage-problem.js";
import type { Terminal } from "../terminal.js";

/** The switch --log-level, or the variable that stands for it. */
export function readLogLevel(args: ParsedArguments, { environment }: Terminal, otherwise: LogLevel): Result<LogLevel, UsageProblem> {
  const given = args.get("log-level")?.toLowerCase() ?? environment["WSMANOR_LOG_LEVEL"] ?? "";
  if (given === "") return ok(otherwise);
  const level = logLevels.find((known) => known === given.toLowerCase());
  return level === undefined ? fail({ message: `WSMANOR_LOG_LEVEL is ${quote(given)}; it is ${listChoices(logLevels)}` }) : ok(level);
}
