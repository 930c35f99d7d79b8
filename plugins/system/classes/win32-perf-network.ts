import { cimClass, type CimValue, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { formattedTimes, rawTimes, undescribed } from "./perf-times.js";

interface Interface {
  readonly facts: Facts;
  readonly name: string;
}

type Rows = Readonly<Record<string, PropertyRow<Interface>>>;

/** What the kernel does not count for an interface. */
const uncounted = [
  "OffloadedConnections", "OutputQueueLength", "PacketsReceivedNonUnicastPersec", "PacketsReceivedUnicastPersec", "PacketsReceivedUnknown", "PacketsSentNonUnicastPersec", "PacketsSentUnicastPersec",
  "TCPActiveRSCConnections", "TCPRSCAveragePacketSize", "TCPRSCCoalescedPacketsPersec", "TCPRSCExceptionsPersec",
];

/** What classes call a second, and what they are a count of. */
const rates: Readonly<Record<string, string>> = {
  BytesReceivedPersec: "received", BytesSentPersec: "sent", BytesTotalPersec: "total", PacketsPersec: "packets", PacketsReceivedPersec: "packetsIn", PacketsSentPersec: "packetsOut",
};

const count = (name: string) => ({ facts, name: of }: Interface): CimValue => facts.networkCounters.get(of)?.[name];

const rowsOf = (names: Readonly<Record<string, string>>, value: (name: string) => (source: Interface) => CimValue): Rows =>
  Object.fromEntries(Object.entries(names).map(([property, name]) => [property, ["uint64", value(name)] as const]));

/** Bits a second; the kernel has megabits, and less than 1 when it does not know. */
function bandwidth({ facts: { machine }, name }: Interface): CimValue {
  const megabits = Number(machine.readText(`/sys/class/net/${name}/speed`) ?? Number.NaN);
  return megabits > 0 ? megabits * 1_000_000 : undefined;
}

const shared: Rows = {
  ...undescribed,
  ...Object.fromEntries(uncounted.map((name) => [name, ["uint64"] as const])),
  ...rowsOf({ PacketsOutboundDiscarded: "discardedOut", PacketsOutboundErrors: "errorsOut", PacketsReceivedDiscarded: "discardedIn", PacketsReceivedErrors: "errorsIn" }, count),
  CurrentBandwidth: ["uint64", bandwidth],
  Name: ["string", ({ name }) => name],
};

function* interfaces(facts: Facts): Generator<Interface, void> {
  for (const name of facts.networkCounters.keys()) yield { facts, name };
}

/** Counters of network interfaces without loopback, to make one's own figures of. */
export const rawNetworkPerformance = cimClass<Interface>({
  name: "Win32_PerfRawData_Tcpip_NetworkInterface", superClass: "Win32_PerfRawData", keys: ["Name"], properties: { ...shared, ...rawTimes, ...rowsOf(rates, count) }, sources: interfaces,
});

/** What went through between the last two looks, a second. */
export const formattedNetworkPerformance = cimClass<Interface>({
  name: "Win32_PerfFormattedData_Tcpip_NetworkInterface", superClass: "Win32_PerfFormattedData", keys: ["Name"],
  properties: { ...shared, ...formattedTimes, ...rowsOf(rates, (name) => ({ facts, name: of }) => Math.round(facts.past.network.rate(of, name) ?? Number.NaN)) },
  sources: interfaces,
});
