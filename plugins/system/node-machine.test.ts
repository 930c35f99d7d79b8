import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { ManualClock } from "wsmanor/testing";
import { DirectEnumeration, valueIn } from "./ask-directly.js";
import { classes } from "./classes.js";
import { nodeMachine } from "./node-machine.js";

const clock = new ManualClock();
const machine = nodeMachine(clock);
const posix = process.platform === "win32" ? "signals and priorities are Unix's" : false;

describe("the machine that this runs on", () => {
  it("gives instances of every class without failing", async () => {
    for (const { definition } of classes) {
      const texts = await new DirectEnumeration(machine, definition.name).texts();
      for (const text of texts) assert.match(text, new RegExp(`^<p:${definition.name} [^]*</p:${definition.name}>$`, "u"));
    }
  });

  it("knows this very process", { skip: process.platform === "linux" ? false : "processes are read on Linux only" }, async () => {
    const [text] = await new DirectEnumeration(machine, "Win32_Process", { equals: new Map([["Handle", String(process.pid)]]) }).texts();
    assert.equal(valueIn(text!, "ParentProcessId"), String(process.ppid));
    assert.equal(valueIn(text!, "ExecutablePath"), process.execPath);
    const resident = Number(valueIn(text!, "WorkingSetSize"));
    assert.ok(Math.abs(resident - process.memoryUsage().rss) < 64 * 2 ** 20, String(resident));
    const started = Date.parse(valueIn(text!, "CreationDate")!);
    assert.ok(Math.abs(started - (Date.now() - process.uptime() * 1000)) < 3000, new Date(started).toISOString());
    assert.ok(Number(valueIn(text!, "HandleCount")) > 3);
  });

  it("reads what is there, and has nothing to say of what is not, is a folder, or is closed", () => {
    const root = mkdtempSync(join(tmpdir(), "wsmanor-machine-"));
    try {
      writeFileSync(join(root, "text"), Uint8Array.of(0x61, 0xff));
      symlinkSync("to/where", join(root, "link"));
      const inside = nodeMachine(clock, root);
      assert.deepEqual([inside.readText("/text"), [...inside.readBytes("/text")!], inside.readLink("/link"), [...inside.list("/")].sort()], ["a\uFFFD", [0x61, 0xff], "to/where", ["link", "text"]]);
      assert.ok(inside.times("/text")!.modified > 0);
      for (const path of ["/none", "/", "/link"]) assert.deepEqual([inside.readText(path), inside.readBytes(path)], [undefined, undefined], path);
      assert.deepEqual([inside.readLink("/text"), inside.list("/text"), inside.times("/none"), inside.count("/none")], [undefined, [], undefined, undefined]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("sizes file systems, runs programs without a shell, and tells what cannot be run", async () => {
    const size = await machine.fileSystem(tmpdir());
    assert.ok(size!.size >= size!.free && size!.size > 0);
    assert.equal(await machine.fileSystem("/no/such/folder"), undefined);
    const script = "process.stdout.write(process.argv[1] + process.env.LC_ALL); process.exitCode = 3";
    assert.deepEqual(await machine.run(process.execPath, ["-e", script, "$(id) *"]), { status: 3, stdout: "$(id) *C", stderr: "" });
    assert.equal(await machine.run("/no/such/program", []), undefined);
    assert.equal(clock.pending, 0);
  });

  it("gives up on a file system that does not answer", async () => {
    const waiting = machine.fileSystem(tmpdir());
    clock.advance(2000);
    assert.equal(await waiting, undefined);
  });

  it("starts a program that outlives it, changes its priority and ends it", { skip: posix }, async () => {
    const id = await machine.spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], tmpdir());
    assert.ok(typeof id === "number");
    assert.equal(machine.setNice(id, 19), "done");
    assert.equal(getPriority(id), 19);
    assert.equal(machine.kill(id), "done");
    while (machine.kill(id) !== "gone") await machine.breathe();
    assert.equal(machine.setNice(id, 0), "gone");
    assert.equal(await machine.spawn("/no/such/program", [], undefined), "ENOENT");
    assert.equal(await machine.spawn("a\0b", [], undefined), "ERR_INVALID_ARG_VALUE");
  });
});
