import { describeCode } from "../../protocol/wsman/error-codes.js";
import type { ClientProblem } from "../client/client-problem.js";
import { printable, printText } from "./print-text.js";

/** Part of the wire, not of the story. */
const hidden = new Set(["Code", "Machine", "provider", "providerId", "path"]);

/**
 * winrm's error block: a fault's detail as text, an empty line, the number twice, what the number means, and what to do. winrm says the
 * same sentence above and below the number when it has only one; it is said once here.
 */
export function printProblem(problem: ClientProblem): string {
  const detail = problem.detail === undefined ? "" : printText(problem.detail, hidden);
  const meaning = meaningOf(problem);
  const lines = [`Error number:  ${signed(problem.number)} ${hex(problem.number)}`];
  if (!detail.endsWith(` = ${meaning}\n`)) lines.push(meaning);
  if (problem.plugin !== undefined) lines.push(printable(`Plug-in: ${problem.plugin}`));
  if (problem.application !== undefined) lines.push(printable(`Application: ${problem.application}`));
  if (problem.remedy !== undefined) lines.push(printable(problem.remedy));
  return `${detail}${detail === "" ? "" : "\n"}${lines.join("\n")}\n`;
}

/** The same for programs. */
export function printProblemAsJson({ number, message, remedy, plugin, application, redirect }: ClientProblem): string {
  return `${JSON.stringify({ error: { number: signed(number), hex: hex(number), message, remedy, plugin, application, redirect } })}\n`;
}

/** What the service says is more to the point than what the number means in general; both when they differ. */
function meaningOf(problem: ClientProblem): string {
  const known = describeCode(problem.number)?.message;
  return printable(problem.detail === undefined || known === undefined ? problem.message : known);
}

/** As winrm prints numbers: signed, 32 bits. */
export const signed = (number: number): number => number | 0;

/** `0x80338012`. */
export const hex = (number: number): string => `0x${(number >>> 0).toString(16).toUpperCase().padStart(8, "0")}`;
