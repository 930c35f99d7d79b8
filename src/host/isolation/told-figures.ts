import type { Readable } from "node:stream";
import type { ProcessFigures } from "./process-figures.js";
import { readLines } from "./read-lines.js";

/** Figures as the child process tells them itself: for machines that show no processes. Always read, so that the pipe never fills. */
export function toldFigures(pipe: Readable): ProcessFigures {
  let memory: number | undefined;
  let processorTime: number | undefined;
  readLines(pipe, (line) => {
    const [octets, milliseconds] = line.split(" ").map(Number);
    if (!Number.isFinite(octets) || !Number.isFinite(milliseconds)) return;
    memory = octets;
    processorTime = milliseconds;
  });
  return { memory: () => memory, processorTime: () => processorTime };
}
