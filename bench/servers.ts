import { spawn, type ChildProcess } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { processorMilliseconds } from "../src/host/isolation/process-figures.js";

/** A server process that is measured. */
export interface Measured {
  readonly name: string;
  readonly port: number;
  /** User and system time so far of its process and its children, microseconds. Linux only; 0 elsewhere. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Clock ticks per second of /proc; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

function cpuWithChildren(pid: number): number {
  let sum = cpuOf(pid);
  try {
    for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").split(" ").filter((word) => word !== "")) sum += cpuOf(Number(child));
  } catch {
    // A kernel without that file, or another system.
  }
  return sum;
}

function cpuOf(pid: number): number {
  try {
    return (processorMilliseconds(readFileSync(`/proc/${pid}/stat`, "latin1"), ticksPerSecond) ?? 0) * 1000;
  } catch {
    return 0;
  }
}

/**
 * Starts a program that prints one JSON line with `urls` or `port` when it is ready.
 * @param log file that its standard error is appended to: writing the log is part of what is measured
 */
export async function start(name: string, node: string, args: readonly string[], log: string): Promise<Measured> {
  const child: ChildProcess = spawn(node, args, { stdio: ["ignore", "pipe", openSync(log, "a")] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const lines = createInterface({ input: child.stdout! });
  const first = await new Promise<string>((resolve, reject) => {
    // The log of a whole run is longer than a text may be: it is read only when there is something to say.
    const failed = (code: number | null): void => reject(new Error(`${name} ended with ${code} before it was ready:\n${readFileSync(log, "utf8")}`));
    child.once("exit", failed);
    lines.once("line", (line) => {
      child.removeListener("exit", failed);
      resolve(line);
    });
  });
  lines.on("line", () => undefined);
  const ready = JSON.parse(first) as { urls?: string[]; port?: number };
  const port = ready.port ?? Number(new URL(ready.urls![0]!).port);
  return {
    name,
    port,
    cpu: () => cpuWithChildren(child.pid!),
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
