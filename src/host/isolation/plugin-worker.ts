/** First file of the thread of one plug-in (isolation="worker"). */
import { parentPort } from "node:worker_threads";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";
import { Outbox, transfersOf, unpack } from "./outbox.js";
import { runPlugin } from "./run-plugin.js";

const port = parentPort!;
const outbox = new Outbox<ToHost>((packet) => port.postMessage(packet, transfersOf(packet)));
process.on("exit", outbox.flush);
const runner = runPlugin(outbox.post, () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
});
port.on("message", (packet: unknown) => {
  for (const message of unpack(packet)) runner.receive(message as ToPlugin);
});
