import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readAuxiliary } from "./auxiliary-vector.js";
import { fileTime } from "./file-time.js";
import { readLocale } from "./locale.js";
import { readMounts } from "./mounts.js";
import { readProcessStat } from "./process-stat.js";
import { readPairs } from "./read-pairs.js";
import { readGateways4, readGateways6 } from "./routes.js";
import { readMemoryDevices } from "./smbios.js";
import { splitCommandLine } from "./split-command-line.js";

describe("what the system plug-in reads", () => {
  it("splits a command line without a shell", () => {
    for (const [text, words] of [
      ["/bin/ls -l", ["/bin/ls", "-l"]], ["  a\tb  ", ["a", "b"]], ['"my program" \'x y\' ""', ["my program", "x y", ""]], ["a$(id) `id` ; rm * > x", ["a$(id)", "`id`", ";", "rm", "*", ">", "x"]],
      ['C:\\Tools\\a.exe "C:\\b c\\d"', ["C:\\Tools\\a.exe", "C:\\b c\\d"]], ['a\\ b \\"q\\"', ["a b", '"q"']], ["'it''s' x\\\\", ["its", "x\\"]], ["", []],
    ] as const) assert.deepEqual(splitCommandLine(text), words, text);
    for (const text of ['"open', "'open", "a\0b"]) assert.equal(splitCommandLine(text), undefined, text);
  });

  it("takes /proc/PID/stat apart whatever the process is called, and gives up on what is none", () => {
    const rest = `S 7${" 0".repeat(9)} 5 6 0 0 20 -3 2 0 99 4096 3 0`;
    for (const name of ["a", "a b", ") S 1 (", "\n)", ""]) {
      const { command, parent, nice, startTicks } = readProcessStat(`1 (${name}) ${rest}`)!;
      assert.deepEqual([command, parent, nice, startTicks], [name, 7, -3, 99], JSON.stringify(name));
    }
    for (const text of ["", "1", "1 (a", ")(", "1 (a) S 1 2"]) assert.equal(readProcessStat(text), undefined, text);
  });

  it("reads mounts, blanks in their names too, and passes over what is none", () => {
    const [mount, ...others] = readMounts("36 35 98:0 /mnt1 /my\\040disk rw,noatime master:1 shared:2 - ext3 /dev/root rw\nnothing\n1 2 3\n");
    assert.deepEqual(mount, { id: 36, device: "98:0", root: "/mnt1", mountPoint: "/my disk", readOnly: false, type: "ext3", source: "/dev/root" });
    assert.deepEqual(others, []);
  });

  it("reads gateways of both families", () => {
    const line = "eth0\t00000000\t010200C0\t0003\t0\t0\t5\t00000000\t0\t0\t0";
    assert.deepEqual(readGateways4(`Iface\tx\n${line}\neth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\n\n`), [{ device: "eth0", address: "192.0.2.1", metric: 5 }]);
    const zero = "0".repeat(32);
    const six = (next: string): string => `${zero} 00 ${zero} 00 ${next} 00000400 00000002 00000000 00000003     eth0\n`;
    for (const [next, address] of [["fe800000000000000000000000000001", "fe80::1"], ["20010db8000000010000000000000000", "2001:db8:0:1::"], ["20010db8000000000001000000000001", "2001:db8::1:0:0:1"], ["20010db8000100020003000400050006", "2001:db8:1:2:3:4:5:6"]] as const) {
      assert.deepEqual(readGateways6(`${six(next)}x\n`), [{ device: "eth0", address, metric: 1024 }]);
    }
    assert.deepEqual(readGateways6(`${zero} 00 ${zero} 00 ${zero} 00000400 00000002 00000000 00000001     lo\n`), [], "without a gateway");
  });

  it("reads a table of SMBIOS that is cut anywhere, or made of anything", () => {
    const table = Uint8Array.from([17, 27, 2, 0, 0, 0, 0, 0, 64, 0, 64, 0, 0, 0x80 | 1, 9, 0, 1, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 74, 0, 0, 127, 4, 0, 0, 0, 0]);
    assert.equal(readMemoryDevices(table)[0]!.capacity, 256 * 1024, "kilobytes");
    for (let end = 0; end < table.length; end++) assert.ok(readMemoryDevices(table.subarray(0, end)).length <= 1);
    let seed = 7;
    const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % 256;
    for (let turn = 0; turn < 2000; turn++) readMemoryDevices(Uint8Array.from({ length: 200 }, (_, at) => (at % 40 === 0 ? 17 : random())));
    assert.deepEqual(readMemoryDevices(undefined), []);
  });

  it("reads names and values, locales, the words of the kernel, and Windows' clock", () => {
    assert.deepEqual([...readPairs("A=1\n# B=2\nC=\"x \\\"y\\\"\"\n D='z w' \nnothing\nE=\n")], [["A", "1"], ["C", 'x "y"'], ["D", "z w"], ["E", ""]]);
    assert.deepEqual(["de_AT.UTF-8", "fr", "C", undefined, "xx_YY", "pt_PT@euro"].map((lang) => readLocale(lang).tag), ["de-AT", "fr-FR", "en-US", "en-US", "en-US", "pt-PT"]);
    const words = new Uint8Array(new BigUint64Array([6n, 65_536n, 17n, 250n, 0n, 0n]).buffer);
    assert.deepEqual([readAuxiliary(words).get(6), readAuxiliary(words).get(17)], [65_536, 250]);
    for (const none of [undefined, new Uint8Array(5), new Uint8Array(32)]) assert.equal(readAuxiliary(none).size, 0);
    assert.equal(fileTime(0), 116_444_736_000_000_000n);
    assert.equal(fileTime(1), 116_444_736_000_010_000n);
  });
});
