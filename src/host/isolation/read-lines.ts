import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** Tells every line of a stream that has something in it. */
export function readLines(stream: Readable, line: (text: string) => void): void {
  createInterface({ input: stream }).on("line", (text) => {
    if (text.trim() !== "") line(text);
  });
}
