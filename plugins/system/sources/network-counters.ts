import type { Counters } from "../counter-history.js";
import type { Machine } from "../machine.js";

/** Reads /proc/net/dev, by the name of the interface, without loopback. Lines that cannot be read are passed over. */
export function readNetworkCounters(machine: Machine): Counters {
  const counters = new Map<string, Readonly<Record<string, number>>>();
  for (const line of (machine.platform === "linux" ? (machine.readText("/proc/net/dev") ?? "") : "").split("\n")) {
    const colon = line.lastIndexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim();
    const [received, packetsIn, errorsIn, discardedIn, , , , , sent, packetsOut, errorsOut, discardedOut] = line.slice(colon + 1).trim().split(/\s+/u).map(Number);
    if (name === "" || name === "lo" || discardedOut === undefined || Number.isNaN(discardedOut)) continue;
    counters.set(name, {
      received: received!, packetsIn: packetsIn!, errorsIn: errorsIn!, discardedIn: discardedIn!, sent: sent!, packetsOut: packetsOut!, errorsOut: errorsOut!, discardedOut,
      total: received! + sent!, packets: packetsIn! + packetsOut!,
    });
  }
  return counters;
}
