import { setFlagsFromString } from "node:v8";

/**
 * Tells the engine of a process that is a host's alone, before any of its code is hot. V8 puts objects from places whose objects lived long
 * before into its old space at once. While the young space is still small, requests that wait for a plug-in outlive most collections of it,
 * so it takes them for such; from then on each, dead in the old space, keeps the young rest of its request alive until the next full
 * collection: a Get through a thread costs a third more. No request lives that long.
 */
export const tuneEngine = (): void => setFlagsFromString("--no-allocation-site-pretenuring");
