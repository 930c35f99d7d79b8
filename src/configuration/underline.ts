import type { Diagnostic } from "../base/diagnostic.js";
import { decodeXml } from "../protocol/xml/decode-xml.js";
import type { FileAccess } from "./file-access.js";
import { sourceFile, type SourceFile } from "./source-file.js";

/**
 * Gives a diagnostic that has only a place the line and the length that are printed with it: those who look at plug-ins and
 * certificates know where the configuration names them, but not its text.
 */
export function underline(diagnostics: readonly Diagnostic[], files: FileAccess): readonly Diagnostic[] {
  const sources = new Map<string, SourceFile | undefined>();
  const read = (path: string): SourceFile | undefined => {
    const bytes = files.readBytes(path);
    const decoded = bytes.ok ? decodeXml(bytes.value, undefined) : bytes;
    return decoded.ok ? sourceFile(path, decoded.value.text) : undefined;
  };
  return diagnostics.map((diagnostic) => {
    const { place, sourceLine } = diagnostic;
    if (place === undefined || sourceLine !== undefined) return diagnostic;
    if (!sources.has(place.file)) sources.set(place.file, read(place.file));
    const line = sources.get(place.file)?.line(place.line);
    return line === undefined ? diagnostic : { ...diagnostic, sourceLine: line, length: tokenLength(line, place.column - 1) };
  });
}

/** A value up to its closing quote, else a name. */
function tokenLength(line: string, from: number): number {
  const quote = line[from - 1];
  const end = quote === '"' || quote === "'" ? line.indexOf(quote, from) : from + (/^[^\s=/>]*/.exec(line.slice(from))?.[0].length ?? 0);
  return Math.max(1, (end < 0 ? line.length : end) - from);
}
