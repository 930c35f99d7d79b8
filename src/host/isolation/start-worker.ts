import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FarSide, FarSideEvents } from "../../plugin-host/isolation/far-side.js";
import type { IsolationSettings } from "../../plugin-host/isolation/isolation-settings.js";
import { describeThrown } from "../../plugin-host/describe-thrown.js";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";
import { packageRoot } from "../package-root.js";
import { Outbox, unpack } from "./outbox.js";
import { readLines } from "./read-lines.js";
import { sharedMemory } from "./shared-memory.js";

/** Of each file: the command is put into few files, a thread still begins with this one. */
const entry = join(packageRoot, "dist", "src", "host", "isolation", "plugin-worker.js");
const megabyte = 1024 * 1024;

/** Starts a thread for one plug-in. Its heap has the limit; its buffers, which no thread is limited in, are the watchdog's. */
export function startWorker(plugin: string, { memoryLimit }: IsolationSettings, events: FarSideEvents): FarSide {
  const worker = new Worker(entry, {
    name: plugin, stdout: true, stderr: true,
    ...(memoryLimit === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memoryLimit / megabyte) } }),
  });
  let problem: string | undefined;
  const outbox = new Outbox<ToPlugin>((packet) => worker.postMessage(packet));
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
    share.leave();
    events.ended(problem ?? `ended itself with exit code ${code}`);
  });
  readLines(worker.stdout, events.line);
  readLines(worker.stderr, events.line);
  return {
    post: outbox.post,
    kill: () => void worker.terminate(),
    memory: () => undefined,
    share,
    processorTime: () => worker.performance.eventLoopUtilization().active,
  };
}

function describe(error: unknown): string {
  const { code, message } = (typeof error === "object" && error !== null ? error : {}) as { code?: unknown; message?: unknown };
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "ran out of memory: its heap reached the limit" : `ended because of an error: ${typeof message === "string" ? message : String(error)}`;
}
