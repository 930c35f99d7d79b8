import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FarSide, FarSideEvents } from "../../plugin-host/isolation/far-side.js";
import type { IsolationSettings } from "../../plugin-host/isolation/isolation-settings.js";
import { describeThrown } from "../../plugin-host/describe-thrown.js";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";
import { packageRoot } from "../package-root.js";
import { Outbox, transfersOf, unpack } from "./outbox.js";
import { readLines } from "./read-lines.js";
import { sharedMemory } from "./shared-memory.js";

/** Of each file: the command is put into few files, a thread still begins with this one. */
const entry = join(packageRoot, "dist", "src", "host", "isolation", "plugin-worker.js");
const megabyte = 1024 * 1024;

/**
 * Threads that were told to end and have not. One that is in native code (a child process that is waited for, a file that nobody writes)
 * cannot be interrupted, and Node waits for it with the end of the whole process.
 */
const dying = new Set<Worker>();
let isWatching = false;

/** Ends this process even where Node would wait for such a thread. */
function endWithThem(): void {
  if (isWatching) return;
  isWatching = true;
  process.on("exit", () => {
    if (dying.size > 0) process.kill(process.pid, "SIGKILL");
  });
}

/** Starts a thread for one plug-in. Its heap has the limit; its buffers, which no thread is limited in, are the watchdog's. */
export function startWorker(plugin: string, { memoryLimit }: IsolationSettings, events: FarSideEvents): FarSide {
  const worker = new Worker(entry, {
    name: plugin, stdout: true, stderr: true,
    ...(memoryLimit === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memoryLimit / megabyte) } }),
  });
  endWithThem();
  let problem: string | undefined;
  const outbox = new Outbox<ToPlugin>((packet) => worker.postMessage(packet, transfersOf(packet)));
  worker.on("message", (packet: unknown) => {
    try {
      for (const message of unpack(packet)) events.message(message as ToHost);
    } catch (error) {
      // The plug-in can reach this port as well.
      problem ??= `sent what cannot be read: ${describeThrown(error)}`;
      void worker.terminate();
    }
  });
  worker.on("messageerror", (error) => (problem = `sent what cannot be read: ${error.message}`));
  worker.on("error", (error: unknown) => (problem = describe(error)));
  const share = sharedMemory.join(plugin, memoryLimit);
  worker.once("exit", (code) => {
    dying.delete(worker);
    share.leave();
    events.ended(problem ?? `ended itself with exit code ${code}`);
  });
  readLines(worker.stdout, events.line);
  readLines(worker.stderr, events.line);
  return {
    post: outbox.post,
    kill: () => {
      dying.add(worker);
      // Nor does the host live on for its sake.
      worker.unref();
      void worker.terminate();
    },
    memory: () => undefined,
    share,
    processorTime: () => worker.performance.eventLoopUtilization().active,
  };
}

function describe(error: unknown): string {
  const { code, message } = (typeof error === "object" && error !== null ? error : {}) as { code?: unknown; message?: unknown };
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "ran out of memory: its heap reached the limit" : `ended because of an error: ${typeof message === "string" ? message : String(error)}`;
}
