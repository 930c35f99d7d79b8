import { CounterHistory } from "./counter-history.js";
import { CpuLoad } from "./cpu-load.js";
import type { Machine } from "./machine.js";
import { ProcessHistory } from "./process-history.js";
import { readDiskCounters } from "./sources/disk-counters.js";
import { readMemoryCounters } from "./sources/memory-counters.js";
import { readNetworkCounters } from "./sources/network-counters.js";

/** What was seen of the machine before, for figures that are differences. One for the life of the plug-in. */
export class Past {
  readonly load: CpuLoad;
  readonly disks: CounterHistory;
  readonly network: CounterHistory;
  readonly memory: CounterHistory;
  readonly processes = new ProcessHistory();

  constructor(machine: Machine) {
    this.load = new CpuLoad(machine);
    this.disks = new CounterHistory(machine, readDiskCounters);
    this.network = new CounterHistory(machine, readNetworkCounters);
    this.memory = new CounterHistory(machine, readMemoryCounters);
  }
}
