import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface DelayingProxy {
  /** Where clients connect instead of to the host. */
  readonly port: number;
  /** Milliseconds by which it was late since this was asked last, at most: what it added to the delay that was asked for. */
  lateness(): Promise<number>;
  stop(): void;
}

/** @param delay of each way, milliseconds */
export async function startDelayingProxy(hostPort: number, delay: number): Promise<DelayingProxy> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "delaying-proxy-process.js"), String(hostPort), String(delay)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Readonly<Record<string, number>>> => {
    const line = await lines.next();
    if (line.done === true) throw new Error("the delaying proxy ended without a word");
    return JSON.parse(line.value) as Record<string, number>;
  };
  const { port } = await next();
  return {
    port: port!,
    lateness: async () => {
      child.stdin.write("\n");
      return (await next())["latest"]!;
    },
    stop: () => child.stdin.end(),
  };
}
