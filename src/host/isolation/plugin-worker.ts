/** First file of the thread of one plug-in (isolation="worker"). */
import { parentPort } from "node:worker_threads";
import type { ToPlugin } from "../../plugin-host/isolation/messages.js";
import { runPlugin } from "./run-plugin.js";

const port = parentPort!;
const runner = runPlugin((message) => port.postMessage(message), () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
});
port.on("message", (message: ToPlugin) => runner.receive(message));
