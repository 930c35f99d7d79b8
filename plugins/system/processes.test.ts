import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { ManualClock, startTestHost } from "wsmanor/testing";
import { DirectEnumeration, valueIn } from "./ask-directly.js";
import { processFiles } from "./fake-machine-files.js";
import { fakeMachines } from "./fake-machines.js";
import type { Machine } from "./machine.js";
import { nodeMachine } from "./node-machine.js";
import { classUri } from "./resource.js";
import { systemPlugin } from "./system-plugin.js";

/** A machine whose /proc has so many processes, on the disk; counts how many of them were looked at. */
function crowd(count: number): { readonly machine: Machine; readonly root: string; looked(): number } {
  const root = mkdtempSync(join(tmpdir(), "wsmanor-crowd-"));
  for (let id = 1; id <= count; id++) {
    for (const [path, content] of Object.entries(processFiles(id, { command: `worker-${id}`, arguments: `worker-${id}\0--number\0${id}\0` }))) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content as string);
    }
  }
  const machine = nodeMachine(new ManualClock(), root);
  let looked = 0;
  return { root, looked: () => looked, machine: { ...machine, readText: (path) => {
    if (/^\/proc\/\d+\/stat$/u.test(path)) looked++;
    return machine.readText(path);
  } } };
}

describe("ten thousand processes", () => {
  const count = 10_000;

  it("are read one at a time as they are asked for, through the plug-in and through the host", async () => {
    const { machine, root, looked } = crowd(count);
    try {
      const direct = new DirectEnumeration(machine, "Win32_Process", { properties: ["Name", "CommandLine"] });
      let last = "";
      for (let nth = 1; nth <= count; nth++) {
        last = (await direct.next())!.object as string;
        assert.equal(looked(), nth);
      }
      assert.equal(await direct.next(), undefined);
      assert.match(last, /<p:CommandLine>worker-\d+ --number \d+<\/p:CommandLine><p:Handle>\d+<\/p:Handle><p:Name>worker-\d+<\/p:Name>/u);

      const host = await startTestHost({ plugins: [{ plugin: systemPlugin(() => machine), resources: [{ resourceUri: classUri("wmi", "") }] }] });
      const open = await host.open({ resourceUri: classUri("wmi", "Win32_Process"), maxElements: 20 });
      assert.equal(open.items.length, 20);
      // One more may be looked at, to know whether there is one.
      assert.ok(looked() - count <= 21, String(looked() - count));
      const next = await open.pull(20);
      assert.ok(looked() - count <= 42, String(looked() - count));
      await next.release();
      const { items } = await host.enumerate({ resourceUri: classUri("wmi", "Win32_Process") });
      assert.equal(items.length, count);
      await host.stop();
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("leave others their turn after every few milliseconds", async () => {
    const machine = fakeMachines.server({ files: Object.assign({}, ...Array.from({ length: 100 }, (_, at) => processFiles(at + 1, { command: "x" }))) as Record<string, string> });
    assert.equal((await new DirectEnumeration(machine, "Win32_Process").all()).length, 100);
    // The clock goes on by a millisecond with every item and every turn.
    assert.ok(machine.breaths >= 15, String(machine.breaths));
  });
});

describe("Win32_Process", () => {
  const texts = (machine: Machine, properties?: readonly string[], equals: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
    new DirectEnumeration(machine, "Win32_Process", { properties, equals: new Map(Object.entries(equals)) }).texts();

  it("names programs by their file where the kernel's fifteen characters do not do, and shows what is not text as what can be shown", async () => {
    const all = await texts(fakeMachines.server());
    assert.deepEqual(all.map((text) => [valueIn(text, "Name"), valueIn(text, "CommandLine"), valueIn(text, "ExecutablePath")]), [
      ["systemd", "/sbin/init splash", "/usr/lib/systemd/systemd"], ["kthreadd", null, null], ["sshd", "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100", "/usr/sbin/sshd"],
      ["very-long-command-name", "/opt/bin/very-long-command-name --a b c", "/opt/bin/very-long-command-name"], ["odd?name", "/usr/bin/caf\uFFFD x\uFFFD", "/usr/bin/odd?name"],
    ]);
    assert.deepEqual(all.map((text) => valueIn(text, "WorkingSetSize")), ["4096", "0", "4096", "5368709120", "4096"]);
  });

  it("passes over processes that end while they are looked at", async () => {
    const machine = fakeMachines.server();
    const direct = new DirectEnumeration(machine, "Win32_Process", {});
    await direct.next();
    machine.files.delete("/proc/2/stat");
    machine.files.set("/proc/812/stat", "");
    const rest = (await direct.texts()).map((text) => valueIn(text, "Handle"));
    assert.deepEqual(rest, ["900", "901"]);
  });

  it("reads only what the query uses", async () => {
    const machine = fakeMachines.server();
    const [first] = await texts(machine, ["ParentProcessId", "ThreadCount"]);
    assert.match(first!, /_Type"><p:Handle>1<\/p:Handle><p:ParentProcessId>0<\/p:ParentProcessId><p:ThreadCount>3<\/p:ThreadCount><\/p:Win32_Process>$/u);
    assert.deepEqual(machine.reads.filter((path) => /^\/proc\/\d/u.test(path) && !path.endsWith("/stat")), []);
  });

  it("looks up one process by its key, and by its number", async () => {
    for (const equals of [{ Handle: "812" }, { ProcessId: "812" }]) {
      const machine = fakeMachines.server();
      assert.deepEqual((await texts(machine, undefined, equals)).map((text) => valueIn(text, "Handle")), ["812"]);
      assert.deepEqual(machine.reads.filter((path) => /^\/proc\/(?!812)\d/u.test(path)), []);
    }
    for (const Handle of ["0812", "-1", "self", "../1", "", "99999"]) assert.deepEqual(await texts(fakeMachines.server(), undefined, { Handle }), [], Handle);
  });

  it("does not ask again for what is closed to it, and keeps its own open", async () => {
    const others = Object.assign({}, ...[10, 11, 12].map((id) => processFiles(id, { command: "other", arguments: "other\0", uid: 5 })), processFiles(13, { command: "own", arguments: "own\0", uid: 1000 })) as Record<string, string>;
    const machine = fakeMachines.container({ files: others });
    const all = await texts(machine, ["ReadTransferCount"]);
    assert.deepEqual(all.map((text) => valueIn(text, "ReadTransferCount")), [null, null, null, null]);
    assert.deepEqual(machine.reads.filter((path) => path.endsWith("/io")), ["/proc/10/io", "/proc/13/io"]);
  });
});
