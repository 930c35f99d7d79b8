import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { childText } from "wsmanor/sdk";
import { startTestHost, type TestHost } from "wsmanor/testing";
import type { FakeMachine } from "./fake-machine.js";
import { fakeMachines } from "./fake-machines.js";
import { classUri } from "./resource.js";
import { systemPlugin } from "./system-plugin.js";

const namespace = classUri("wmi", "");

/** The class's instances by name: the properties asked for. */
async function ask(host: TestHost, className: string, ...properties: readonly string[]): Promise<Readonly<Record<string, readonly (string | null | undefined)[]>>> {
  const { items } = await host.enumerate({ resourceUri: `${namespace}${className}` });
  return Object.fromEntries(items.map(({ object }) => [childText(object!, "Name") ?? "", properties.map((name) => childText(object!, name))]));
}

async function on(machine: FakeMachine, run: (host: TestHost) => Promise<void>): Promise<void> {
  const host = await startTestHost({ plugins: [{ plugin: systemPlugin(() => machine), resources: [{ resourceUri: namespace }] }] });
  try {
    await run(host);
  } finally {
    await host.stop();
  }
}

const replace = (machine: FakeMachine, path: string, ...pairs: readonly (readonly [string, string])[]): void => {
  machine.files.set(path, pairs.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, machine.files.get(path) as string));
};

describe("figures between two looks", () => {
  it("of disks: rates, means and shares; of all of them together; of one that began anew nothing", () => {
    const machine = fakeMachines.server();
    return on(machine, async (host) => {
      machine.time += 10_000;
      // sda: 100 reads of 4 KiB in 5 s and 50 writes in 1 s, half of the time busy; sdb was taken out and put in again.
      replace(machine, "/proc/diskstats", ["sda 1000 7 80000 4000 3000 9 160000 9000 2 6000 13000", "sda 1100 7 80800 9000 3050 9 160800 10000 3 11000 33000"], ["sdb 200 0 1600", "sdb 1 0 8"]);
      const asked = ["DiskReadsPersec", "DiskReadBytesPersec", "DiskTransfersPersec", "AvgDiskBytesPerRead", "AvgDiskBytesPerWrite", "AvgDiskQueueLength", "PercentDiskReadTime", "PercentDiskTime", "PercentIdleTime", "CurrentDiskQueueLength", "SplitIOPerSec"];
      const disks = await ask(host, "Win32_PerfFormattedData_PerfDisk_PhysicalDisk", ...asked);
      assert.deepEqual(disks, {
        sda: ["10", "40960", "15", "4096", "8192", "2", "50", "60", "50", "3", null],
        sdb: ["0", "0", "0", "0", "0", "0", "0", "0", "100", "0", null],
        _Total: ["10", "40960", "15", "4096", "8192", "2", "25", "30", "75", "3", null],
      });
      machine.time += 500;
      assert.deepEqual(await ask(host, "Win32_PerfFormattedData_PerfDisk_PhysicalDisk", ...asked), disks, "the figures stand for a second");
      machine.time += 60_000;
      assert.deepEqual((await ask(host, "Win32_PerfFormattedData_PerfDisk_PhysicalDisk", "DiskReadsPersec", "PercentIdleTime"))["sda"], ["0", "100"]);
    });
  });

  it("of the network and of memory", () => {
    const machine = fakeMachines.server();
    return on(machine, async (host) => {
      machine.time += 2000;
      replace(machine, "/proc/net/dev", ["9007199254 700000", "9007201254 700020"], ["1234567890 500000", "1234567990 500010"]);
      replace(machine, "/proc/vmstat", ["pswpin 100", "pswpin 140"], ["pgfault 5000000000", "pgfault 5000000500"]);
      assert.deepEqual((await ask(host, "Win32_PerfFormattedData_Tcpip_NetworkInterface", "BytesReceivedPersec", "BytesSentPersec", "BytesTotalPersec", "PacketsPersec"))["eth0"], ["1000", "50", "1050", "15"]);
      assert.deepEqual(await ask(host, "Win32_PerfFormattedData_PerfOS_Memory", "PagesInputPersec", "PagesPersec", "PageFaultsPersec"), { "": ["20", "20", "250"] });
    });
  });

  it("of processes: each with a number behind a name that comes again, and none of one that got another's number", () => {
    const machine = fakeMachines.server();
    const stat = machine.files.get("/proc/812/stat") as string;
    return on(machine, async (host) => {
      const asked = ["PercentProcessorTime", "PercentUserTime", "IOReadBytesPersec", "PageFaultsPersec", "IDProcess"];
      const look = () => ask(host, "Win32_PerfFormattedData_PerfProc_Process", ...asked);
      machine.files.set("/proc/813/stat", stat.replace("812 (sshd)", "813 (sshd)"));
      machine.files.set("/proc/813/cmdline", "sshd: ada\0");
      assert.deepEqual((await look())["sshd"], ["0", "0", null, "0", "812"], "nothing to compare with");
      machine.time += 5000;
      // Four seconds of two processors' time and one in the kernel; and 813 is another process now.
      machine.files.set("/proc/812/stat", stat.replace("250 125", "650 225").replace(" 1000 0 7 ", " 1500 0 7 "));
      machine.files.set("/proc/813/stat", stat.replace("812 (sshd)", "813 (sshd)").replace("250 125", "999 999").replace(" 6000 ", " 6001 "));
      replace(machine, "/proc/1/io", ["rchar: 9007199254740993", "rchar: 9007199254745993"]);
      const now = await look();
      assert.deepEqual([now["sshd"], now["sshd#1"], now["systemd"]![2]], [["100", "80", null, "100", "812"], ["0", "0", null, "0", "813"], "1000"]);
      const one = await host.get({ resourceUri: `${namespace}Win32_PerfRawData_PerfProc_Process`, selectors: { Name: "SSHD#1" } });
      assert.deepEqual([childText(one, "IDProcess"), childText(one, "PercentProcessorTime")], ["813", "199800000"]);
    });
  });

  it("of what nobody counts there is none: other systems, a container without disks, a file system of its own", () =>
    on(fakeMachines.server({ platform: "darwin", files: {} }), async (host) => {
      for (const name of ["PerfDisk_PhysicalDisk", "PerfDisk_LogicalDisk", "Tcpip_NetworkInterface", "PerfProc_Process"]) assert.deepEqual(await ask(host, `Win32_PerfRawData_${name}`), {}, name);
      assert.deepEqual(await ask(host, "Win32_PerfFormattedData_PerfOS_Memory", "AvailableMBytes", "CacheBytes", "PagesPersec", "PercentCommittedBytesInUse"), { "": ["4096", null, null, null] });
      const machine = fakeMachines.server();
      replace(machine, "/proc/diskstats", ["8       2 sda2", "8       9 sda9"]);
      await on(machine, async (other) => {
        const drives = await ask(other, "Win32_PerfRawData_PerfDisk_LogicalDisk", "DiskReadsPersec", "PercentIdleTime", "FreeMegabytes");
        assert.deepEqual([drives["/boot"], drives["_Total"]![0]], [[null, null, "0"], "1100"]);
      });
    }));
});
