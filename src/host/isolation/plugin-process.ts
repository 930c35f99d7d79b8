/** First file of the child process of one plug-in (isolation="process"). The host talks to it over file descriptor 3. */
import { existsSync } from "node:fs";
import { Socket } from "node:net";
import { Worker } from "node:worker_threads";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";
import { endProcessGroup } from "./end-process-group.js";
import { FrameReader } from "./frames.js";
import { Outbox } from "./outbox.js";
import { runPlugin } from "./run-plugin.js";
import { writeFrame } from "./write-frame.js";

// The host decides when it ends: a Ctrl-C or a service manager's signal goes to the whole group, and requests may still be running.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const channel = new Socket({ fd: 3 });
const outbox = new Outbox<ToHost>((packet) => writeFrame(channel, packet));
process.on("exit", outbox.flush);
const runner = runPlugin(outbox.post, () => undefined);
const frames = new FrameReader((message) => runner.receive(message as ToPlugin));
channel.on("data", (chunk) => frames.push(chunk));
// Its host is gone, or wants no more of it: nothing that the plug-in has started stays either.
const end = (): void => endProcessGroup(process.pid);
channel.on("end", end);
channel.on("close", end);
channel.on("error", end);

/** Milliseconds between two reports: the host looks every tenth of a second, but where the kernel tells it needs only to know that it is heard. */
const period = existsSync("/proc/self/status") ? 1000 : 100;
new Worker(new URL("./life-line.js", import.meta.url), {
  workerData: period, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, codeRangeSizeMb: 8 },
}).unref();
