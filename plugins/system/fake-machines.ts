import type { NetworkInterfaceInfo } from "node:os";
import { FakeMachine, type FakeMachineParts } from "./fake-machine.js";
import { lines, processFiles } from "./fake-machine-files.js";
import type { RunResult } from "./machine.js";

const address4 = (address: string, netmask: string, mac: string): NetworkInterfaceInfo => ({ address, netmask, mac, family: "IPv4", internal: false, cidr: `${address}/24` });
const address6 = (address: string, bits: number, mac: string): NetworkInterfaceInfo => ({ address, netmask: "ffff:ffff:ffff:ffff::", mac, family: "IPv6", internal: false, cidr: `${address}/${bits}`, scopeid: 0 });

const bytes = (...parts: (number | string)[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)])));

/** A logical processor of /proc/cpuinfo. */
const cpu = (number: number, socket: number, core: number): string => lines(
  `processor\t: ${number}`, "vendor_id\t: GenuineIntel", "cpu family\t: 6", "model\t\t: 44", "model name\t: Intel(R) Xeon(R) CPU           E5620  @ 2.40GHz", "stepping\t: 2",
  "cpu MHz\t\t: 1600.000", `physical id\t: ${socket}`, "siblings\t: 2", `core id\t\t: ${core}`, "cpu cores\t: 1", "flags\t\t: fpu nx vmx ept lm", "",
);

/** SMBIOS: a structure that is no memory, a module of 64 GB, one of 512 MB of an old table, an empty socket, the end. */
const memoryTable = bytes(
  0, 4, 0, 0, "Maker\0", 0,
  17, 40, 1, 0, 0, 0, 0, 0, 72, 0, 64, 0, 0xff, 0x7f, 9, 0, 1, 2, 26, 0x80, 0x20, 0x80, 0x0c, 3, 4, 5, 6, 2, 0, 0, 1, 0, 0x6b, 0x0b, 0, 0, 0xb0, 0x04, 0xb0, 0x04,
  "DIMM_A1\0", "BANK 0\0", "Samsung\0", "0123ABCD\0", "Tag 1\0", "M393A8G40AB2-CWE    \0", 0,
  17, 27, 2, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 2, 9, 0, 1, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, "J2\0", 0,
  17, 27, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, "J3\0", 0,
  127, 4, 4, 0, 0, 0,
);

const unit = (fields: Readonly<Record<string, string>>): string => lines(...Object.entries(fields).map(([name, value]) => `${name}=${value}`));

/** What `systemctl show` says, by unit. */
export const units: Readonly<Record<string, string>> = {
  "ssh.service": unit({
    Id: "ssh.service", Description: "OpenBSD Secure Shell server", LoadState: "loaded", ActiveState: "active", UnitFileState: "enabled", WantedBy: "multi-user.target", MainPID: "812",
    ExecStart: "{ path=/usr/sbin/sshd ; argv[]=/usr/sbin/sshd -D $SSHD_OPTS ; ignore_errors=no ; start_time=[n/a] ; pid=812 }", User: "", CanStop: "yes", ExecMainStatus: "0",
    ActiveEnterTimestampMonotonic: "9000000", InactiveExitTimestampMonotonic: "8900000",
  }),
  "broken.service": unit({ Id: "broken.service", Description: "Fails <always> & soon", LoadState: "loaded", ActiveState: "failed", UnitFileState: "disabled", WantedBy: "", MainPID: "0", User: "daemon", CanStop: "yes", ExecMainStatus: "203", ActiveEnterTimestampMonotonic: "0", InactiveExitTimestampMonotonic: "5" }),
  "masked.service": unit({ Id: "masked.service", Description: "", LoadState: "masked", ActiveState: "inactive", UnitFileState: "masked", WantedBy: "", MainPID: "0", CanStop: "no", ExecMainStatus: "0", ActiveEnterTimestampMonotonic: "0", InactiveExitTimestampMonotonic: "0" }),
  "static.service": unit({ Id: "static.service", Description: "Wanted by a target", LoadState: "loaded", ActiveState: "activating", UnitFileState: "static", WantedBy: "sysinit.target", MainPID: "0", DynamicUser: "yes", CanStop: "yes", ExecMainStatus: "0", ActiveEnterTimestampMonotonic: "0", InactiveExitTimestampMonotonic: "1" }),
};

/** systemctl over these units. */
export function systemctl(_program: string, args: readonly string[]): RunResult | undefined {
  const said = (stdout: string, status = 0, stderr = ""): RunResult => ({ status, stdout, stderr });
  const [verb] = args.filter((each) => !each.startsWith("--"));
  const names = args.includes("--") ? args.slice(args.indexOf("--") + 1) : [];
  if (verb === "list-units") return said(lines("ssh.service loaded active running OpenBSD Secure Shell server", "broken.service loaded failed failed Fails", "static.service loaded activating start Wanted"));
  if (verb === "list-unit-files") return said(lines("ssh.service enabled enabled", "masked.service masked enabled", "getty@.service static -", "static.service static -"));
  if (verb === "show") return said(names.map((name) => units[name] ?? unit({ Id: name, Description: name, LoadState: "not-found", ActiveState: "inactive" })).join("\n"));
  return said("");
}

/** Memory of more than 4 GiB and swap. */
const memory = lines("MemTotal:       528280576 kB", "MemFree:        1000000 kB", "MemAvailable:   400000000 kB", "SwapTotal:       8388604 kB", "SwapFree:        8388000 kB",
  "Cached:         20000000 kB", "Dirty:               640 kB", "Slab:             300000 kB", "CommitLimit:    272528892 kB", "Committed_AS:   136264446 kB");
const mounts = lines(
  "22 28 0:21 / /proc rw,nosuid - proc proc rw", "28 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw", "29 28 8:2 / /boot rw,relatime - ext2 /dev/sda2 rw", "30 28 0:50 / /srv/share ro,relatime - nfs4 nas:/export ro",
  "31 28 8:17 / /media/My\\040Stick rw - vfat /dev/sdb1 rw", "32 28 8:1 /var/lib /mnt/bound rw - ext4 /dev/sda1 rw", "33 28 0:60 / /tmp rw - tmpfs tmpfs rw", "34 28 7:0 / /snap/core ro - squashfs /dev/loop0 ro",
);
const routes = lines("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT", "eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0", "eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0");
const routes6 = lines(`${"0".repeat(32)} 00 ${"0".repeat(32)} 00 fd000000000000000000000000000001 00000400 00000002 00000000 00000003     eth0`);
/** Two disks of hardware, one with two partitions; what is made of files or of other disks; and a tray. */
const disks = lines(
  "   8       0 sda 1000 7 80000 4000 3000 9 160000 9000 2 6000 13000 0 0 0 0", "   8       1 sda1 900 7 72000 3500 2900 9 150000 8500 1 5500 12000 0 0 0 0", "   8       2 sda2 50 0 4000 200 10 0 80 50 0 200 250 0 0 0 0",
  "   8      16 sdb 200 0 1600 1000 100 0 800 500 0 1200 1500", "   8      17 sdb1 200 0 1600 1000 100 0 800 500 0 1200 1500", "   7       0 loop0 5 0 10 1 0 0 0 0 0 1 1", " 253       0 dm-0 1 0 1 1 1 0 1 1 0 1 1", "  11       0 sr0 1 0 1 1 0 0 0 0 0 1 1", "torn",
);
const network = lines(
  "Inter-|   Receive                                                |  Transmit", " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed",
  "    lo: 500 5 0 0 0 0 0 0 500 5 0 0 0 0 0 0", "  eth0: 9007199254 700000 3 4 0 0 0 100 1234567890 500000 1 2 0 0 0 0", "  eth1:0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
);
const samba = lines(
  "[global]", "  workgroup = EXAMPLE", "[homes]", "  comment = Home", "[Films]", "  Comment = All the \\", "films", "  path=/srv/films", "; path = /elsewhere", "  Max  Connections = 5", "[gone]", "path = /gone", "available = no",
  "[print$]", "path = /var/lib/samba/printers", "[laser]", "path = /var/spool/samba", "printable = Yes",
);
/** A session of utmp(5). */
const session = (type: number, name = ""): Uint8Array => Uint8Array.from({ length: 384 }, (_, at) => (at === 0 ? type : (at < 44 ? 0 : (name.charCodeAt(at - 44) || 0))));
/** Winter time. */
const vienna = 60;

const server: FakeMachineParts = {
  hostname: "node7.example.org", offset: vienna, environment: { LANG: "de_AT.UTF-8" },
  files: {
    "/etc/os-release": lines('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"', 'VERSION_ID="12"', "ID=debian", "# nothing"),
    "/etc/machine-id": "0123456789abcdef0123456789abcdef\n", "/proc/meminfo": memory, "/proc/sys/kernel/pid_max": "4194304\n",
    "/proc/stat": lines("cpu  1 2 3", "cpu0 100 10 50 1000 20 5 15 0", "cpu1 300 0 100 2000 0 0 0 0", "cpu2 100 0 0 3000 0 0 0 0", "cpu3 0 0 0 3500 0 0 0 0", "intr 5000000000 1 2", "ctxt 6000000", "btime 1772000000", "procs_running 7"),
    "/proc/cpuinfo": [cpu(0, 0, 0), cpu(1, 0, 0), cpu(2, 1, 0), cpu(3, 1, 0)].join("\n"), "/proc/loadavg": "0.10 0.20 0.30 1/321 999\n",
    "/proc/self/mountinfo": mounts, "/proc/net/route": routes, "/proc/net/ipv6_route": routes6,
    "/sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq": "2400000\n", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq": "1596000\n",
    "/sys/devices/system/cpu/cpu0/cache/index0/level": "1\n", "/sys/devices/system/cpu/cpu0/cache/index0/size": "32K\n",
    "/sys/devices/system/cpu/cpu0/cache/index2/level": "2\n", "/sys/devices/system/cpu/cpu0/cache/index2/size": "256K\n",
    "/sys/devices/system/cpu/cpu0/cache/index3/level": "3\n", "/sys/devices/system/cpu/cpu0/cache/index3/size": "12M\n",
    "/sys/class/dmi/id/sys_vendor": "Dell Inc.\n", "/sys/class/dmi/id/product_name": "PowerEdge R710\n", "/sys/class/dmi/id/product_family": " \n", "/sys/class/dmi/id/chassis_type": "23\n",
    "/sys/firmware/dmi/tables/DMI": memoryTable,
    "/sys/dev/block/8:1": { link: "../../devices/pci/block/sda/sda1" }, "/sys/dev/block/8:17": { link: "../../devices/usb/block/sdb/sdb1" },
    "/sys/dev/block/../../devices/pci/block/sda/sda1/../removable": "0\n", "/sys/dev/block/../../devices/usb/block/sdb/sdb1/../removable": "1\n",
    "/dev/disk/by-label/root\\x20disk": { link: "../../sda1" }, "/dev/disk/by-uuid/9f3c0b1a-7777-4444-8888-0123456789ab": { link: "../../sda1" }, "/dev/disk/by-uuid/4A2B-1C3D": { link: "../../sdb1" },
    "/sys/class/net/lo/ifindex": "1\n", "/sys/class/net/eth0/ifindex": "2\n", "/sys/class/net/eth0/address": "52:54:00:ab:cd:ef\n", "/sys/class/net/eth0/mtu": "1500\n",
    "/sys/class/net/eth0/device/driver": { link: "../../../bus/pci/drivers/virtio_net" }, "/sys/class/net/eth1/ifindex": "12\n", "/sys/class/net/eth1/address": "52:54:00:ab:cd:f0\n", "/sys/class/net/eth1/mtu": "9000\n",
    "/etc/resolv.conf": lines("# by hand", "search example.org corp.example.org", "nameserver 192.168.1.1", "nameserver fd00::53"),
    "/run/systemd/netif/leases/2": lines("ADDRESS=192.168.1.20", "SERVER_ADDRESS=192.168.1.1", "LIFETIME=3600"),
    "/etc/passwd": lines("root:x:0:0:root:/root:/bin/bash", "daemon:x:1:1::/:/usr/sbin/nologin", "ada:x:1000:1000::/home/ada:/bin/sh", "o'neil:x:1001:1001:Shaun O'Neil,Room 7,,:/home/o'neil:/bin/bash", "+nis:::::", "# torn"),
    "/etc/shadow": lines("root:*:19000:0:99999:7:::", "daemon:*:19000:0:99999:7:::", "ada:$y$j9T$abc:19000:0:90:7:::", "o'neil:!$y$j9T$def:19000:0:99999:7:::"),
    "/run/faillock/o'neil": "tally", "/home/ada/.profile": "", "/home/o'neil/.profile": "",
    "/run/utmp": bytes(...session(2), ...session(7, "ada"), ...session(7, "root")),
    "/proc/diskstats": disks, "/sys/block/sda/device": { link: "../../../0:0:0:0" }, "/sys/block/sdb/device": { link: "../../../1:0:0:0" }, "/sys/block/sr0/device": { link: "../../../2:0:0:0" },
    "/proc/net/dev": network, "/sys/class/net/eth0/speed": "1000\n", "/sys/class/net/eth1/speed": "-1\n",
    "/proc/vmstat": lines("nr_free_pages 1", "pswpin 100", "pswpout 300", "pgfault 5000000000", "pgmajfault 2500"),
    "/etc/samba/smb.conf": samba, "/var/lib/samba/usershares/music": lines("#VERSION 2", "path=/home/ada/music", "comment=Ada's", "usershare_acl=S-1-1-0:R"), "/var/lib/samba/usershares/half": "torn",
    ...processFiles(1, { command: "systemd", parent: 0, arguments: "/sbin/init\0splash\0", exe: "/usr/lib/systemd/systemd", more: { io: "rchar: 9007199254740993\nwchar: 5\nsyscr: 6\nsyscw: 7\n", "fd/0": "", "fd/1": "", sessionid: "4294967295" } }),
    ...processFiles(2, { command: "kthreadd", parent: 0, memory: 0 }),
    ...processFiles(812, { command: "sshd", arguments: "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100\0", exe: "/usr/sbin/sshd (deleted)", more: { sessionid: "17" } }),
    ...processFiles(900, { command: "very-long-comma", arguments: "/opt/bin/very-long-command-name\0--a\0b c\0", exe: "/opt/bin/very-long-command-name", memory: 5 * 2 ** 30, uid: 1000 }),
    ...processFiles(901, { command: "a) S 1 (b\u0007\n", arguments: bytes("/usr/bin/caf", 0xe9, 0, "x", 0xff, 0), exe: "/usr/bin/odd\u0001name", uid: 1000 }),
  },
  times: { "/": { born: Date.UTC(2025, 0, 2, 3, 4, 5), modified: 0 }, "/run/systemd/netif/leases/2": { modified: Date.UTC(2026, 2, 1, 7) }, "/srv": { modified: 0 }, "/root": { modified: 0 } },
  interfaces: { eth0: [address6("fe80::5054:ff:feab:cdef", 64, "52:54:00:ab:cd:ef"), address4("192.168.1.20", "255.255.255.0", "52:54:00:ab:cd:ef")] },
  fileSystems: { "/": { size: 250_000_000_000, free: 100_000_000_000, blockSize: 4096 }, "/boot": { size: 500_000_000, free: 1, blockSize: 1024 }, "/media/My Stick": { size: 8_000_000_000, free: 0, blockSize: 512 } },
  run: systemctl,
};

/** No systemd, no swap, nobody's rights, a root file system in layers, and a processor without sockets. */
const container: FakeMachineParts = {
  hostname: "c0ffee", userId: 1000, arch: "arm64", release: "6.8.0", version: "#1 SMP",
  files: {
    "/etc/os-release": lines("PRETTY_NAME='Alpine Linux v3.20'", "VERSION_ID=3.20.3", "ID=alpine"),
    "/proc/meminfo": lines("MemTotal:        2048000 kB", "MemFree:         1000000 kB", "MemAvailable:    1500000 kB", "SwapTotal:             0 kB", "SwapFree:              0 kB"),
    "/proc/stat": lines("cpu0 0 0 0 0", "btime 1772000000"), "/proc/self/mountinfo": lines("600 500 0:300 / / rw,relatime - overlay overlay rw,lowerdir=/a", "601 600 0:301 / /proc rw - proc proc rw", "602 600 8:1 /hosts /etc/hosts rw - ext4 /dev/sda1 rw", "603 600 0:302 / /data/inner rw - overlay overlay rw"),
    "/proc/cpuinfo": `${lines("processor\t: 0", "Features\t: fp asimd", "CPU implementer\t: 0x41", "CPU architecture: 8", "CPU part\t: 0xd0c", "CPU revision\t: 1", "")}\n${lines("processor\t: 1", "Features\t: fp asimd")}`,
    ...processFiles(1, { command: "node", arguments: "node\0app.js\0", uid: 0 }), ...processFiles(7, { command: "sh", arguments: "sh\0", uid: 1000, exe: "/bin/busybox", more: { io: "rchar: 1\nwchar: 2\nsyscr: 3\nsyscw: 4\n" } }),
  },
  fileSystems: { "/": { size: 1000, free: 500, blockSize: 4096 } },
  run: (program, args) => (args.includes("list-units") || program !== "systemctl" ? undefined : { status: 1, stdout: "", stderr: "System has not been booted with systemd" }),
};

const laptop: FakeMachineParts = {
  hostname: "thinker", offset: (time) => (time > Date.UTC(2026, 2, 29) ? -240 : -300), now: Date.UTC(2026, 5, 1, 12),
  files: {
    "/sys/class/dmi/id/chassis_type": "10\n", "/sys/class/dmi/id/sys_vendor": "LENOVO\n", "/sys/class/dmi/id/product_name": "20XW\n", "/sys/class/dmi/id/product_family": "ThinkPad X1 Carbon Gen 9\n", "/sys/class/dmi/id/product_sku": "LENOVO_MT_20XW\n",
    "/run/systemd/sessions/1": lines("USER=gdm", "SEAT=seat0", "CLASS=greeter"), "/run/systemd/sessions/2": lines("USER=ada", "SEAT=seat0", "CLASS=user"), "/run/systemd/sessions/2.ref": "",
    "/proc/cpuinfo": cpu(0, 0, 0).replace("fpu", "fpu hypervisor"), "/proc/stat": lines("btime 1772000000"), "/etc/krb5.conf": lines("[libdefaults]", "  default_realm = EXAMPLE.ORG"), "/etc/krb5.keytab": "x",
  },
};

export const fakeMachines = {
  server: (more: FakeMachineParts = {}): FakeMachine => new FakeMachine({ ...server, ...more }),
  container: (more: FakeMachineParts = {}): FakeMachine => new FakeMachine({ ...container, ...more }),
  laptop: (more: FakeMachineParts = {}): FakeMachine => new FakeMachine({ ...laptop, ...more }),
};
