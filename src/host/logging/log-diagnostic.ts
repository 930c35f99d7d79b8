import type { Diagnostic, SourcePlace } from "../../base/diagnostic.js";
import type { Logger } from "../../base/logger.js";

/** One problem of the configuration as a line of the log. */
export function logDiagnostic(logger: Logger, { severity, rule, message, place, allowed, didYouMean, remedy, related, code }: Diagnostic): void {
  const text = ({ file, line, column }: SourcePlace): string => `${file}:${line}:${column}`;
  logger[severity === "error" ? "error" : "warn"](message, {
    rule, place: place && text(place), allowed, didYouMean, remedy, code: code === undefined ? undefined : `0x${code.toString(16)}`,
    related: related?.map((other) => `${text(other.place)} ${other.message}`).join("; "),
  });
}
