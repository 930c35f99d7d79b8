import type { RedactionSummary, SecretKind } from "./redactor.js";
import type { Transcript } from "./transcript.js";

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const kinds: Readonly<Record<SecretKind, readonly [one: string, many: string]>> = {
  "login password": ["login password", "login passwords"],
  "environment variable": ["secret in environment variables", "secrets in environment variables"],
  "command line": ["secret in command lines and scripts", "secrets in command lines and scripts"],
  request: ["secret in other requests", "secrets in other requests"],
  "machine name": ["name of a machine", "names of machines"],
  "own pattern": ["text that --redact matches", "texts that --redact matches"],
};

/** What was recorded and what was taken out of it, line by line. Says no secret. */
export function describeRecording({ commands, queries, enumerations, resources, refusedShells, unfinished, leftOut }: Transcript, { secrets, short }: RedactionSummary): readonly string[] {
  const recorded = [
    counted(commands.size, "command"), counted(queries.size, "query", "queries"),
    counted(enumerations.size + resources.size, "operation on resources", "operations on resources"),
    ...(refusedShells.length === 0 ? [] : [counted(refusedShells.length, "refused shell")]),
  ];
  const redacted = [...secrets].map(([kind, count]) => counted(count, ...kinds[kind]));
  return [
    `Recorded: ${recorded.join(", ")}.`,
    redacted.length === 0 ? "Redacted: nothing; look through the file before you share it." : `Redacted wherever they stood: ${redacted.join(", ")}. Look through the file before you share it.`,
    ...(short === 0 ? [] : [`${counted(short, "secret")} of fewer than 4 characters: taken out only where a command line says it.`]),
    ...(unfinished === 0 ? [] : [`Not in it: ${counted(unfinished, "command or enumeration", "commands or enumerations")} that had not come to an end.`]),
    ...(leftOut.size === 0 ? [] : [`Not in it, as no script can say it: ${[...leftOut].map(([what, times]) => `${what}${times === 1 ? "" : ` (${times} times)`}`).join("; ")}.`]),
  ];
}
