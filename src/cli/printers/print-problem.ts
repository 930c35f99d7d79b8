import { describeCode } from "../../protocol/wsman/error-codes.js";
import type { ClientProblem } from "../client/client-problem.js";
import { printable, printText } from "./print-text.js";

/** Part of the wire, not of the story. */
const hidden = new Set(["Code", "Machine", "provider", "providerId", "path"]);

/** winrm's error block: the fault's detail as text, an empty line, the number twice, what the number means, and what to do. */
export function printProblem(problem: ClientProblem): string {
  const detail = problem.detail === undefined ? `WSManFault\n    Message = ${printable(problem.message)}\n` : printText(problem.detail, hidden);
  const lines = [`Error number:  ${signed(problem.number)} ${hex(problem.number)}`, meaningOf(problem)];
  if (problem.remedy !== undefined) lines.push(printable(problem.remedy));
  return `${detail}\n${lines.join("\n")}\n`;
}

/** The same for programs. */
export function printProblemAsJson(problem: ClientProblem): string {
  const error = { number: signed(problem.number), hex: hex(problem.number), message: problem.message, remedy: problem.remedy };
  return `${JSON.stringify({ error })}\n`;
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
