/** First file of the child process of one plug-in (isolation="process"). The host talks to it over file descriptor 3. */
import { Socket } from "node:net";
import { Worker } from "node:worker_threads";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";
import { FrameReader, toFrame } from "./frames.js";
import { Outbox } from "./outbox.js";
import { runPlugin } from "./run-plugin.js";

// The host decides when it ends: a Ctrl-C or a service manager's signal goes to the whole group, and requests may still be running.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const channel = new Socket({ fd: 3 });
const outbox = new Outbox<ToHost>((packet) => void channel.write(toFrame(packet)));
process.on("exit", outbox.flush);
const runner = runPlugin(outbox.post, () => undefined);
const frames = new FrameReader((message) => runner.receive(message as ToPlugin));
channel.on("data", (chunk) => frames.push(chunk));
const end = (): never => process.exit(0);
channel.on("end", end);
channel.on("close", end);
channel.on("error", end);

// A plug-in that computes without end would not notice that its host is gone. This thread does.
const watch = `const parent = ${process.ppid}; setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);`;
new Worker(watch, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, codeRangeSizeMb: 8 } }).unref();
