import { executionAsyncResource } from "node:async_hooks";
import { setFlagsFromString } from "node:v8";

const kept: object[] = [];

/**
 * Tells the engine of a process that is a host's alone, before any of its code is hot. Nobody notices but by the time it takes.
 *
 * V8 puts objects from places whose objects lived long before into its old space at once. While the young space is still small, requests that
 * wait for a plug-in outlive most collections of it, so it takes them for such; from then on each, dead in the old space, keeps the young rest
 * of its request alive until the next full collection: a Get through a thread costs a third more. No request lives that long.
 *
 * The hidden class of the entries that `process.nextTick` makes belongs to nobody: a full collection at a moment without an entry takes it
 * away, and what is compiled then makes every later entry property by property through V8's runtime, half a dozen times for each request. One
 * entry that is kept keeps the class.
 */
export function tuneEngine(): void {
  setFlagsFromString("--no-allocation-site-pretenuring");
  process.nextTick(() => void kept.push(executionAsyncResource()));
}
