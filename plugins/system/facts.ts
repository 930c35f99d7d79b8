import type { CimDateTime } from "./cim-datetime.js";
import type { Counters } from "./counter-history.js";
import type { CpuLoad } from "./cpu-load.js";
import type { Machine, SystemFacts } from "./machine.js";
import type { Past } from "./past.js";
import { readAccounts, type Account } from "./sources/accounts.js";
import { readDiskCounters } from "./sources/disk-counters.js";
import { readMemoryCounters } from "./sources/memory-counters.js";
import { readNetworkCounters } from "./sources/network-counters.js";
import { readProcessors, type Processor } from "./sources/processors.js";
import { readPairs } from "./sources/read-pairs.js";
import { readMounts, type Mount } from "./sources/mounts.js";
import { sampleCpu, type CpuSample } from "./sources/cpu-sample.js";
import { auxiliary, readAuxiliary } from "./sources/auxiliary-vector.js";

const KiB = 1024;

/** Kilobytes, as Windows counts memory. */
interface Memory {
  readonly total: number;
  readonly available: number;
  readonly swapTotal: number;
  readonly swapFree: number;
}

/** What several classes need to know of the machine. One for each request; everything is found out once, when it is first asked for. */
export class Facts {
  readonly #known = new Map<string, unknown>();

  constructor(
    readonly machine: Machine,
    readonly past: Past,
  ) {}

  get load(): CpuLoad {
    return this.past.load;
  }

  #once<T>(name: string, find: () => T): T {
    if (!this.#known.has(name)) this.#known.set(name, find());
    return this.#known.get(name) as T;
  }

  get isLinux(): boolean {
    return this.machine.platform === "linux";
  }

  get system(): SystemFacts {
    return this.#once("system", () => this.machine.system());
  }

  /** Without a domain, as the classes' SystemName and CSName have it. */
  get hostname(): string {
    return this.#once("hostname", () => this.system.hostname.split(".", 1)[0] ?? "");
  }

  /** /etc/os-release, or what stands in for it where there is none. */
  get release(): ReadonlyMap<string, string> {
    return this.#once("release", () => readPairs(this.machine.readText("/etc/os-release") ?? this.machine.readText("/usr/lib/os-release") ?? ""));
  }

  get caption(): string {
    const { release, version } = this.system;
    return this.release.get("PRETTY_NAME") ?? (this.isLinux ? `Linux ${release}` : this.machine.platform === "win32" ? `Microsoft ${version}` : `${this.machine.platform} ${release}`);
  }

  /** Numbers and dots: clients split it. */
  get osVersion(): string {
    return this.release.get("VERSION_ID") ?? this.system.release;
  }

  /** Caption, system folder and device, as Windows writes the instance's name. */
  get osName(): string {
    return this.#once("osName", () => `${this.caption}|${this.systemFolder}|${this.rootDevice}`);
  }

  get systemFolder(): string {
    return this.machine.platform === "win32" ? (this.machine.environment("SystemRoot") ?? "C:\\Windows") : "/";
  }

  get rootDevice(): string {
    return this.mounts.find(({ mountPoint }) => mountPoint === "/")?.source ?? "";
  }

  get mounts(): readonly Mount[] {
    return this.#once("mounts", () => readMounts(this.machine.readText("/proc/self/mountinfo") ?? ""));
  }

  /** /proc/meminfo, in KB; empty where there is none. */
  get memoryInfo(): ReadonlyMap<string, number> {
    return this.#once("memoryInfo", () => new Map([...(this.machine.readText("/proc/meminfo") ?? "").matchAll(/^(\w+):\s+(\d+)/gmu)].map(([, name, value]) => [name!, Number(value)])));
  }

  get memory(): Memory {
    return this.#once("memory", () => {
      const info = this.memoryInfo;
      const total = info.get("MemTotal") ?? Math.trunc(this.system.totalMemory / KiB);
      const available = info.get("MemAvailable") ?? info.get("MemFree") ?? Math.trunc(this.system.freeMemory / KiB);
      return { total, available, swapTotal: info.get("SwapTotal") ?? 0, swapFree: info.get("SwapFree") ?? 0 };
    });
  }

  /** Milliseconds since 1970. The kernel's own figure stays the same however often it is asked. */
  get bootTime(): number {
    return this.#once("bootTime", () => {
      const seconds = /^btime (\d+)$/mu.exec(this.machine.readText("/proc/stat") ?? "")?.[1];
      return seconds === undefined ? Math.round(this.machine.now() - this.system.uptime * 1000) : Number(seconds) * 1000;
    });
  }

  /** Ticks a second, in which the kernel counts the time of processes. */
  get ticks(): number {
    return this.#auxiliary.get(auxiliary.clockTicks) ?? 100;
  }

  /** Octets. */
  get pageSize(): number {
    return this.#auxiliary.get(auxiliary.pageSize) ?? 4096;
  }

  get #auxiliary(): ReadonlyMap<number, number> {
    return this.#once("auxiliary", () => readAuxiliary(this.machine.readBytes("/proc/self/auxv")));
  }

  get cpuSample(): CpuSample {
    return this.#once("cpuSample", () => sampleCpu(this.machine));
  }

  get diskCounters(): Counters {
    return this.#once("diskCounters", () => readDiskCounters(this.machine));
  }

  get networkCounters(): Counters {
    return this.#once("networkCounters", () => readNetworkCounters(this.machine));
  }

  get memoryCounters(): Counters {
    return this.#once("memoryCounters", () => readMemoryCounters(this.machine));
  }

  /** Users that this machine itself knows. */
  get accounts(): Promise<readonly Account[]> {
    return this.#once("accounts", () => readAccounts(this.machine));
  }

  get processors(): readonly Processor[] {
    return this.#once("processors", () => readProcessors(this.machine.readText("/proc/cpuinfo") ?? "", this.system));
  }

  /** Ids of the processes; empty where there is no /proc. */
  get processIds(): readonly string[] {
    return this.#once("processIds", () => (this.isLinux ? this.machine.list("/proc").filter((name) => /^\d+$/u.test(name)) : []));
  }

  /** Users of whose processes something could not be read: it is not tried again for each of them. */
  readonly closedUsers = new Set<number>();

  /** A moment as the clock on the wall showed it then. */
  moment(time: number | undefined): CimDateTime | null {
    return time === undefined || !Number.isFinite(time) ? null : { time, offset: this.machine.utcOffset(time) };
  }

  /** Minutes east of UTC. */
  get currentOffset(): number {
    return this.machine.utcOffset(this.machine.now());
  }
}
