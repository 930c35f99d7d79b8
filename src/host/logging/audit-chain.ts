/**
 * The chain of hashes through an audit log: each line carries the hash of the lines before it, and lines that carry the same hash were
 * written together.
 */
import { hash } from "node:crypto";
import { fstatSync, ftruncateSync, readFileSync, readSync } from "node:fs";

/** What the first line of all names as the one before it. */
const beginning = "0".repeat(64);

/** @param group lines written together */
export const hashOf = (group: string): string => hash("sha256", group);

/** The hash of the last whole lines that were written together; what follows them is cut off. */
export function lastHash(file: number): string {
  const { size } = fstatSync(file);
  for (let length = Math.min(size, 64 * 1024); ; length = Math.min(size, length * 2)) {
    const tail = Buffer.alloc(length);
    readSync(file, tail, 0, length, size - length);
    const end = tail.lastIndexOf(0x0a);
    const group = end < 0 ? undefined : lastGroup(tail.toString("utf8", 0, end), length === size);
    if (group === undefined && length < size) continue;
    if (end + 1 < length) ftruncateSync(file, size - (length - end - 1));
    return group === undefined ? beginning : hashOf(group);
  }
}

/** @param isWhole the text begins where a line does @returns `undefined` when it may begin before the text */
function lastGroup(text: string, isWhole: boolean): string | undefined {
  let start = text.length + 1;
  let previous: string | undefined;
  do {
    const end = start - 1;
    const begin = text.lastIndexOf("\n", end - 1) + 1;
    if (begin === 0 && !isWhole) return undefined;
    const said = previousOf(text.slice(begin, end));
    if (start <= text.length && said !== previous) return text.slice(start);
    previous = said;
    start = begin;
  } while (start > 0 && previous !== undefined);
  return text.slice(start);
}

/** What a check of the chain found. */
export interface AuditCheck {
  readonly lines: number;
  /** The first line that does not fit what stands before it. */
  readonly broken: { readonly path: string; readonly line: number } | undefined;
}

/**
 * Checks the chain over files in the order they were written. The first lines of the first file may follow some that are not given. Lines
 * that carry the same hash were written together.
 */
export function verifyAuditLog(paths: readonly string[]): AuditCheck {
  let group: string[] = [];
  let previous: string | undefined;
  let lines = 0;
  for (const path of paths) {
    for (const [index, line] of readFileSync(path, "utf8").split("\n").entries()) {
      if (line === "") continue;
      const said = previousOf(line);
      if (said === undefined) return { lines, broken: { path, line: index + 1 } };
      if (said === previous) group.push(line);
      else {
        if (group.length > 0 && said !== hashOf(group.join("\n"))) return { lines, broken: { path, line: index + 1 } };
        group = [line];
        previous = said;
      }
      lines++;
    }
  }
  return { lines, broken: undefined };
}

function previousOf(line: string): string | undefined {
  try {
    const { previous } = JSON.parse(line) as { readonly previous?: unknown };
    return typeof previous === "string" && /^[0-9a-f]{64}$/u.test(previous) ? previous : undefined;
  } catch {
    return undefined;
  }
}
