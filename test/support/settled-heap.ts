import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | undefined;

/** Octets of this process's heap after everything that nobody holds has been collected. */
export function settledHeap(): number {
  if (collect === undefined) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  for (let time = 0; time < 3; time++) collect();
  return process.memoryUsage().heapUsed;
}
