import type { Readable } from "node:stream";
import { LineSplitter } from "./line-splitter.js";

/** Tells every line of a stream that has something in it. */
export function readLines(stream: Readable, line: (text: string) => void): void {
  const lines = new LineSplitter(line);
  stream.on("data", (chunk: Buffer) => lines.push(chunk));
  stream.on("end", () => lines.end());
}
