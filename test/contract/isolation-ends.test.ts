import { strict as assert } from "node:assert";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execFileSync, spawn } from "node:child_process";
import { after, before, describe, it } from "node:test";
import type { PluginAnswer } from "../../src/plugin-host/plugin-answer.js";
import { itemsOf, startIsolated, xmlOf, type IsolatedHost } from "../support/isolated-plugin.js";
import { projectRoot } from "../support/project-root.js";
import { until } from "../support/until.js";

const module = `export default { kind: "operation-plugin", declaration: { name: "x", sdkVersion: 1, capabilities: ["Get", "Enumerate"] }, operations: {
  get: async (request) => {
    switch (request.selectors.get("do")) {
      case "exit": return setTimeout(() => process.exit(7), 5), new Promise(() => undefined);
      case "wait": return new Promise(() => undefined);
      case "loop": for (;;);
      case "read": return "<read>" + (await import("node:fs")).readFileSync(request.selectors.get("path"), "utf8") + "</read>";
      case "much": return "<a>" + "x".repeat(60 * 1024 * 1024) + "</a>";
      case "throw": throw new Error("x".repeat(60 * 1024 * 1024));
      case "descend": {
        const { spawn } = await import("node:child_process");
        return "<child pid='" + spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" }).pid + "'/>";
      }
      case "who": return "<who pid='" + process.pid + "' uid='" + process.getuid() + "' home='" + process.env.HOME + "'/>";
      case "print": console.log("to standard output"); console.error("to standard error"); return "<ok/>";
      default: return "<ok/>";
    }
  },
  async *enumerate() { for (let at = 0; at < 3; at++) yield "<i>" + at + "</i>"; await new Promise(() => undefined); },
} };`;

describe("the end of an isolated plug-in", () => {
  let folder = "";
  let path = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "wsmanor-ends-"));
    // For the account that may read what everybody may.
    chmodSync(folder, 0o755);
    path = join(folder, "plugin.mjs");
    writeFileSync(path, module);
  });
  after(() => rmSync(folder, { recursive: true }));

  const start = (mode: "worker" | "process", isolation = {}): Promise<IsolatedHost> => startIsolated(path, mode, { capabilities: ["Get", "Enumerate"], isolation });
  const reasonOf = (answer: PluginAnswer<unknown>): string => (answer.kind === "failed" || answer.kind === "unavailable" ? answer.reason : answer.kind);

  for (const mode of ["worker", "process"] as const) {
    it(`${mode}: all that waits for it is told, enumerations too, and the next request starts it anew`, async () => {
      const plugin = await start(mode);
      const enumeration = await plugin.enumerate();
      assert.equal((await itemsOf(enumeration, 3)).items.length, 3);
      const fourth = itemsOf(enumeration, 1);
      const answers = await Promise.all([...Array.from({ length: 20 }, () => plugin.call("Get", { what: "wait" })), plugin.call("Get", { what: "exit" })]);
      for (const answer of [...answers, (await fourth).end!]) assert.match(reasonOf(answer), /^PluginDied: its (?:thread|process) ended itself with exit code 7, in Get, Enumerate$|, in Enumerate, Get$/u);
      const line = plugin.log.lines.find(({ message }) => message.startsWith('plug-in "Contract": its '))!;
      assert.deepEqual([line.level, line.fields["plugin"], line.fields["operation"]], ["error", "Contract", line.message.split(", in ")[1]]);
      assert.equal(plugin.host.plugins()[0]!.state, "died");
      assert.equal((await plugin.call("Get")).kind, "answered");
      assert.equal(plugin.host.plugins()[0]!.state, "serving");
      await plugin.stop();
    });

    it(`${mode}: an answer or error that is far too large is refused where it is, and harms nobody`, async () => {
      const plugin = await start(mode, { memoryLimit: 256 * 1024 * 1024 });
      assert.match(reasonOf(await plugin.call("Get", { what: "much" })), /far larger than any answer may be/u);
      const thrown = reasonOf(await plugin.call("Get", { what: "throw" }));
      assert.ok(thrown.length > 10_000 && thrown.length < 100_000, String(thrown.length));
      assert.equal((await plugin.call("Get")).kind, "answered");
      await plugin.stop();
    });

    it(`${mode}: one that waits in native code is given up, its requests are told, and the next one starts it anew`, { skip: process.platform === "win32" ? "Windows has no FIFOs" : false }, async () => {
      const fifo = join(folder, `fifo-${mode}`);
      execFileSync("mkfifo", [fifo]);
      const plugin = await start(mode, { hangTimeoutMs: 200 });
      assert.equal((await plugin.call("Get")).kind, "answered");
      const reason = reasonOf(await plugin.call("Get", { what: "read", selectors: [{ name: "path", value: fifo }], timeout: 30_000 }));
      assert.match(reason, mode === "worker" ? /^PluginDied: its thread was ended: its code has kept it busy for \d\.\d s without a pause, in Get$/u : /without a pause/u);
      assert.equal((await plugin.call("Get")).kind, "answered");
      await plugin.stop();
      // The thread that nobody can end ends with what it waits for; this process could not end before.
      if (mode === "worker") writeFileSync(fifo, "");
    });

    it(`${mode}: prints into the host's log`, async () => {
      const plugin = await start(mode);
      await plugin.call("Get", { what: "print" });
      await until(() => plugin.log.has("to standard output") && plugin.log.has("to standard error"));
      assert.equal(plugin.log.lines.find(({ message }) => message === "to standard output")!.fields["plugin"], "Contract");
      await plugin.stop();
    });

    it(`${mode}: waits after a second failure`, async () => {
      const plugin = await start(mode);
      assert.match(reasonOf(await plugin.call("Get", { what: "exit" })), /exit code 7/u);
      assert.match(reasonOf(await plugin.call("Get", { what: "exit" })), /exit code 7/u);
      assert.match(reasonOf(await plugin.call("Get")), /exit code 7, in Get \(it is tried again 1 s after it failed\)$/u);
      assert.ok(plugin.log.has('plug-in "Contract" could not be called for Get'));
      await plugin.stop();
    });

    it(`${mode}: one that computes without end does not keep the host from stopping`, async () => {
      const plugin = await start(mode, { hangTimeoutMs: 60_000 });
      const answer = plugin.call("Get", { what: "loop", timeout: 50 });
      assert.deepEqual(await answer, { kind: "timedOut" });
      await plugin.stop();
      assert.notEqual(plugin.host.plugins()[0]!.state, "serving");
    });
  }

  it("process: runs under the account that the configuration names", { skip: whyNoAccount() }, async () => {
    const account = "nobody";
    const uid = /^nobody:[^:]*:(\d+):/mu.exec(readFileSync("/etc/passwd", "utf8"))?.[1];
    const plugin = await startIsolated(path, "process", { capabilities: ["Get"], isolation: { account } });
    assert.deepEqual(plugin.problems, []);
    const answer = await plugin.call("Get", { what: "who" });
    assert.match(answer.kind === "answered" ? xmlOf(answer.value) : reasonOf(answer), new RegExp(`uid='${uid}' home='/'`, "u"));
    await plugin.stop();
    const unknown = await startIsolated(path, "process", { capabilities: ["Get"], isolation: { account: "no-such-account" } });
    assert.match(unknown.problems.join(), /this machine has no account "no-such-account"/u);
    await unknown.stop();
  });

  describe("process: what it has started ends with it", { skip: process.platform === "win32" ? "Windows has no process groups" : false }, () => {
    for (const [how, end] of [
      ["when it ends itself", async (plugin) => void (await plugin.call("Get", { what: "exit" }))],
      ["when it is ended", async (plugin) => void (await plugin.call("Get", { what: "loop", timeout: 30_000 }))],
      ["when the host stops", async (plugin) => plugin.stop()],
    ] as readonly (readonly [string, (plugin: IsolatedHost) => Promise<void>])[]) {
      it(how, async () => {
        const plugin = await start("process", { hangTimeoutMs: 200 });
        const answer = await plugin.call("Get", { what: "descend" });
        const pid = Number(/pid='(\d+)'/u.exec(answer.kind === "answered" ? xmlOf(answer.value) : reasonOf(answer))![1]);
        assert.ok(isAlive(pid));
        await end(plugin);
        await until(() => !isAlive(pid));
        await plugin.stop();
      });
    }
  });

  it("process: ends with its host, however that ended, also while it computes", async () => {
    const script = `import { startIsolated } from ${JSON.stringify(join(projectRoot, "dist", "test", "support", "isolated-plugin.js"))};
      const plugin = await startIsolated(${JSON.stringify(path)}, "process", { capabilities: ["Get"] });
      const answers = [await plugin.call("Get", { what: "who" }), await plugin.call("Get", { what: "descend" })];
      void plugin.call("Get", { what: "loop" });
      setTimeout(() => console.log(answers.map(({ value }) => value).join("")), 50);`;
    const host = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    host.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.includes("\n") || host.exitCode !== null);
    const pids = [...said.matchAll(/pid='(\d+)'/gu)].map(([, pid]) => Number(pid));
    assert.deepEqual(pids.map(isAlive), [true, true]);
    host.kill("SIGKILL");
    await until(() => !pids.some(isAlive));
  });
});

/** A child under another account must be able to read this package. */
function whyNoAccount(): string | false {
  if (process.getuid?.() !== 0) return "not root";
  for (let at = projectRoot; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o005) !== 0o005) return `${at} is not for everybody to read`;
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
