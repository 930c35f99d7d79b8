import { counted } from "../base/counted.js";
import type { Diagnostic, SourcePlace } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";

/** Longest piece of a source line that is shown; longer lines are shown around the place. */
const widest = 120;

/**
 * Text for people: a block for each problem, then `2 problems, 1 warning`. Empty when there is nothing to say.
 * @param directory paths in it are shown relative to it
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], directory: string): string {
  if (diagnostics.length === 0) return "";
  const problems = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - problems;
  const blocks = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, directory));
  return `${blocks.join("\n")}\n${counted(problems, "problem")}, ${counted(warnings, "warning")}\n`;
}

/** One block, ending with a line end. */
function formatDiagnostic(diagnostic: Diagnostic, directory: string): string {
  const { place, severity, rule, message, code, schemaPlace } = diagnostic;
  const label = severity === "error" ? "error  " : "warning";
  const lines = [`${place === undefined ? "" : `${placeText(place, directory)}  `}${label}  ${rule}  ${message}${code === undefined ? "" : `  (0x${code.toString(16).padStart(8, "0")})`}`];
  lines.push(...sourceLines(diagnostic));
  const hints = [diagnostic.allowed, diagnostic.didYouMean === undefined ? undefined : `Did you mean ${diagnostic.didYouMean}?`, diagnostic.remedy];
  for (const hint of hints) if (hint !== undefined) lines.push(`    ${hint}`);
  for (const related of diagnostic.related ?? []) lines.push(`    ${placeText(related.place, directory)}  ${related.message}`);
  if (schemaPlace !== undefined) lines.push(`    (${fileText(schemaPlace.file, directory)}:${schemaPlace.line})`);
  return `${lines.join("\n")}\n`;
}

/** The source line and a caret line under the offending piece. Tabs stay tabs in both, so that they line up. */
function sourceLines({ place, sourceLine, length }: Diagnostic): readonly string[] {
  if (place === undefined || sourceLine === undefined || sourceLine.trim() === "") return [];
  const column = place.column - 1;
  const indent = sourceLine.length - sourceLine.trimStart().length;
  const start = sourceLine.length - indent <= widest ? Math.min(indent, column) : Math.max(Math.min(indent, column), column - widest / 2);
  const shown = sourceLine.slice(start, start + widest).trimEnd();
  const under = Math.min(length ?? 1, shown.length - (column - start));
  const token = shown.slice(column - start, column - start + under);
  const gap = [...sourceLine.slice(start, column)].map((letter) => (letter === "\t" ? letter : " ".repeat(cellsOf(letter)))).join("");
  return [`    ${printable(shown)}`, `    ${gap}${"^".repeat(Math.max(1, [...token].reduce((sum, letter) => sum + cellsOf(letter), 0)))}`];
}

/** How many cells a terminal gives a character: none to marks, two to what East Asian type sets full width. */
function cellsOf(letter: string): number {
  if (/\p{M}|\p{Cf}/u.test(letter)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(letter) ? 2 : 1;
}

/** Control characters would move the cursor. */
 
const printable = (text: string): string => text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, "?");

const placeText = ({ file, line, column }: SourcePlace, directory: string): string => `${fileText(file, directory)}:${line}:${column}`;

function fileText(file: string, directory: string): string {
  const prefix = /[\\/]$/.test(directory) ? directory : `${directory}${directory.includes("\\") ? "\\" : "/"}`;
  return file.startsWith(prefix) ? file.slice(prefix.length) : file;
}
