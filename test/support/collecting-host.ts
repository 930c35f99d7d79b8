import { appendFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** How often garbage is collected. Milliseconds. */
const every = 15_000;

const file = process.env["WSMANOR_TEST_MEMORY"];
if (file !== undefined && process.argv.includes("serve")) {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setInterval(() => {
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    appendFileSync(file, `${JSON.stringify({ held: heapUsed + external, resident: rss })}\n`);
  }, every).unref();
}
