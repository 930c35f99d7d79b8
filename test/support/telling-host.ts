/**
 * Loaded into a host's process before anything else (`--import`): with each SIGUSR2 it collects garbage and appends to the file
 * WSMANOR_TEST_RESOURCES what only the process itself knows.
 */
import { createHook } from "node:async_hooks";
import { appendFileSync } from "node:fs";
import { settledHeap } from "./settled-heap.js";

const file = process.env["WSMANOR_TEST_RESOURCES"];
if (file !== undefined && process.argv.includes("serve")) {
  // Those that do not keep the process alive too, which getActiveResourcesInfo leaves out.
  const timers = new Set<number>();
  createHook({
    init: (id, type) => {
      if (type === "Timeout") timers.add(id);
    },
    destroy: (id) => void timers.delete(id),
  }).enable();
  process.on("SIGUSR2", () => {
    settledHeap();
    const kinds: Record<string, number> = {};
    for (const kind of process.getActiveResourcesInfo()) kinds[kind] = (kinds[kind] ?? 0) + 1;
    const { heapUsed, external } = process.memoryUsage();
    appendFileSync(file, `${JSON.stringify({ timers: timers.size, kinds, held: heapUsed + external })}\n`);
  });
}
