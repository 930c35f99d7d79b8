import { SharedMemory } from "../../plugin-host/isolation/shared-memory.js";

/** The memory of this process, which all plug-ins in threads share, whichever host of it they belong to. */
export const sharedMemory = new SharedMemory({
  resident: () => process.memoryUsage.rss(),
  own: () => {
    const { heapTotal, external } = process.memoryUsage();
    return heapTotal + external;
  },
});
