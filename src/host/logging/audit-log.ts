import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** One authorization decision. */
export interface AuditEntry {
  /** Path of the application that decided. */
  readonly application: string;
  readonly activityId: string;
  readonly user: string;
  readonly operation: string;
  readonly action: string;
  readonly resourceUri: string;
  readonly allowed: boolean;
  readonly by: string;
}

const beginning = "0".repeat(64);

/**
 * Every authorization decision, one JSON line each, apart from the log. Each line carries the SHA-256 of the line before it, so that a
 * line taken out or changed shows. Appended with one system call a block; lines of one turn of the event loop go out together.
 */
export class AuditLog {
  readonly #file: number;
  #last: string;
  #lines: string[] = [];
  #scheduled = false;

  private constructor(file: number, last: string) {
    this.#file = file;
    this.#last = last;
  }

  /** Opens or goes on with a file; half a line that a crash left is cut off. @throws when it cannot be written */
  static open(path: string): AuditLog {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const last = existsSync(path) ? lastHash(path) : beginning;
    return new AuditLog(openSync(path, "a", 0o600), last);
  }

  add(entry: AuditEntry, time: number): void {
    const line = JSON.stringify({ time: new Date(time).toISOString(), ...entry, previous: this.#last });
    this.#last = hashOf(line);
    this.#lines.push(line);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.#scheduled = false;
    if (this.#lines.length === 0) return;
    const block = `${this.#lines.join("\n")}\n`;
    this.#lines = [];
    writeSync(this.#file, block);
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }
}

const hashOf = (line: string): string => createHash("sha256").update(line).digest("hex");

/** Reads the last whole line from the end of the file; cuts off what follows it. */
function lastHash(path: string): string {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(size, 64 * 1024));
    readSync(file, tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(0x0a);
    if (end + 1 < tail.length) truncateSync(path, size - (tail.length - end - 1));
    if (end < 0) return beginning;
    const start = tail.lastIndexOf(0x0a, end - 1) + 1;
    return hashOf(tail.toString("utf8", start, end));
  } finally {
    closeSync(file);
  }
}

/** Checks a file's chain. @returns the number of the first line that does not fit, `undefined` when all do. */
export function verifyAuditLog(path: string): number | undefined {
  let previous = beginning;
  for (const [index, line] of readFileSync(path, "utf8").split("\n").entries()) {
    if (line === "") continue;
    let said: unknown;
    try {
      said = (JSON.parse(line) as { previous?: unknown }).previous;
    } catch {
      return index + 1;
    }
    if (said !== previous) return index + 1;
    previous = hashOf(line);
  }
  return undefined;
}
