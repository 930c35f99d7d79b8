import type { NetworkInterfaceInfo } from "node:os";
import type { Facts } from "../facts.js";
import { readPairs } from "./read-pairs.js";
import { readGateways4, readGateways6, type Gateway } from "./routes.js";

/** What all adapters share. */
export interface NetworkFacts {
  readonly gateways: readonly Gateway[];
  readonly nameServers: readonly string[];
  readonly searchList: readonly string[];
  /** `undefined`: none. */
  readonly domain: string | undefined;
}

/** What systemd-networkd got from a DHCP server. Times in milliseconds since 1970. */
interface Lease {
  readonly server: string | undefined;
  readonly obtained: number | undefined;
  readonly expires: number | undefined;
}

/** A network interface; addresses are there while it is up. */
export interface Adapter {
  readonly facts: Facts;
  readonly network: NetworkFacts;
  readonly name: string;
  readonly index: number;
  /** IPv4 first. */
  readonly addresses: readonly NetworkInterfaceInfo[];
  readonly macAddress: string | undefined;
  readonly mtu: number | undefined;
  readonly driver: string | undefined;
  readonly lease: Lease | undefined;
}

const noAddress = "00:00:00:00:00:00";

/** All but loopback, also those that are down. @param index only this one */
export function* adapters(facts: Facts, index: string | undefined): Generator<Adapter, void> {
  const { machine } = facts;
  const network = networkFacts(facts);
  const listed = facts.isLinux ? machine.list("/sys/class/net") : [];
  const names = listed.length > 0 ? listed : Object.keys(facts.system.interfaces);
  const known = names.map((name, at) => ({ name, index: Number(machine.readText(`/sys/class/net/${name}/ifindex`) ?? at + 1) })).sort((a, b) => a.index - b.index);
  for (const each of known) {
    const addresses = [...(facts.system.interfaces[each.name] ?? [])].sort((a, b) => (a.family === b.family ? 0 : a.family === "IPv4" ? -1 : 1));
    if (each.name === "lo" || addresses.some(({ internal }) => internal) || (index !== undefined && Number(index) !== each.index)) continue;
    const read = (file: string): string | undefined => machine.readText(`/sys/class/net/${each.name}/${file}`)?.trim();
    const mac = read("address") ?? addresses[0]?.mac;
    const mtu = read("mtu");
    yield {
      facts, network, ...each, addresses, mtu: mtu === undefined ? undefined : Number(mtu), lease: readLease(facts, each.index),
      macAddress: mac === undefined || mac === "" || mac === noAddress ? undefined : mac.toUpperCase(),
      driver: machine.readLink(`/sys/class/net/${each.name}/device/driver`)?.split("/").at(-1),
    };
  }
}

function networkFacts({ machine, system }: Facts): NetworkFacts {
  const lines = (machine.readText("/etc/resolv.conf") ?? "").split("\n").map((line) => line.trim().split(/\s+/u));
  const values = (name: string): string[] => lines.filter(([first]) => first === name).flatMap(([, ...rest]) => rest);
  // resolv.conf(5): the last `search` counts.
  const searchList = lines.findLast(([first]) => first === "search" || first === "domain")?.slice(1).filter((domain) => domain !== ".") ?? [];
  const named = system.hostname.includes(".") ? system.hostname.slice(system.hostname.indexOf(".") + 1) : undefined;
  return {
    gateways: [...readGateways4(machine.readText("/proc/net/route") ?? ""), ...readGateways6(machine.readText("/proc/net/ipv6_route") ?? "")],
    nameServers: values("nameserver"), searchList, domain: named ?? values("domain").at(-1) ?? searchList[0],
  };
}

/** The file is written when the lease is given or renewed. */
function readLease({ machine }: Facts, index: number): Lease | undefined {
  const path = `/run/systemd/netif/leases/${index}`;
  const text = machine.readText(path);
  if (text === undefined) return undefined;
  const pairs = readPairs(text);
  const obtained = machine.times(path)?.modified;
  const seconds = Number(pairs.get("LIFETIME"));
  return { server: pairs.get("SERVER_ADDRESS"), obtained, expires: obtained === undefined || !(seconds > 0) ? undefined : obtained + seconds * 1000 };
}
