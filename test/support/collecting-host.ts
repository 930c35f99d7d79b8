import { appendFileSync } from "node:fs";
import { settledHeap } from "./settled-heap.js";

/** How often garbage is collected. Milliseconds. */
const every = 15_000;

const file = process.env["WSMANOR_TEST_MEMORY"];
if (file !== undefined && process.argv.includes("serve")) {
  setInterval(() => {
    settledHeap();
    const { heapUsed, external, rss } = process.memoryUsage();
    appendFileSync(file, `${JSON.stringify({ held: heapUsed + external, resident: rss })}\n`);
  }, every).unref();
}
