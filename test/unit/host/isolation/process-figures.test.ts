import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { after, before, describe, it } from "node:test";
import { toFrame } from "../../../../src/host/isolation/frames.js";
import { processFigures, processorMilliseconds, residentOctets } from "../../../../src/host/isolation/process-figures.js";
import { startProcess } from "../../../../src/host/isolation/start-process.js";
import { projectRoot } from "../../../support/project-root.js";
import { until } from "../../../support/until.js";

const settings = { mode: "process", memoryLimit: undefined, cpuLimitPercent: undefined, hangTimeoutMs: 10_000, account: undefined } as const;

describe("figures of a plug-in's process", () => {
  it("are in kB and in the machine's clock ticks, whatever the command is called", () => {
    assert.equal(residentOctets("Name:\tnode\nVmPeak:\t  999 kB\nVmRSS:\t   65536 kB\nRssAnon:\t 1 kB\n"), 64 * 1024 * 1024);
    assert.equal(residentOctets("Name:\tnode\nState:\tZ (zombie)\n"), undefined);
    const stat = "7 (a) b (c)) S 1 7 7 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 11 0";
    assert.equal(processorMilliseconds(stat, 100), 2000);
    assert.equal(processorMilliseconds(stat, 1000), 200);
    assert.equal(processorMilliseconds(undefined, 100), undefined);
  });

  it("are this machine's, where it has them", { skip: process.platform === "linux" ? false : "no /proc here" }, async () => {
    const figures = (await processFigures(process.pid))!;
    const told = process.memoryUsage.rss();
    assert.ok(Math.abs(figures.memory()! - told) < told / 2, `${figures.memory()} of ${told}`);
    const { user, system } = process.cpuUsage();
    assert.ok(Math.abs(figures.processorTime()! - (user + system) / 1000) < 200);
  });

  describe("where the kernel shows none", () => {
    let folder = "";
    let path = "";
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "wsmanor-figures-"));
      path = join(folder, "endless.mjs");
      writeFileSync(path, "const all = []; for (let at = 0; at < 100; at++) all.push(Buffer.alloc(1024 * 1024, 1)); for (;;);");
    });
    after(() => rmSync(folder, { recursive: true }));

    it("are told by the process, also while its plug-in computes without end", { timeout: 60_000 }, async () => {
      let ended = "";
      const far = await startProcess("Bomb", settings, { message: () => undefined, line: () => undefined, ended: (how) => (ended = how) }, join(folder, "no-such-folder"));
      far.post({ type: "load", id: 1, path });
      await until(() => (far.memory() ?? 0) > 100 * 1024 * 1024);
      const before = far.processorTime()!;
      await until(() => far.processorTime()! > before + 200);
      far.kill();
      await until(() => ended !== "");
      assert.equal(ended, "was ended by SIGKILL");
    });

    it("nobody to tell them to ends it, though its host was gone before it began", { timeout: 60_000 }, async () => {
      const child = spawn(process.execPath, [join(projectRoot, "dist", "src", "host", "isolation", "plugin-process.js")], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"], detached: true });
      const channel = child.stdio[3] as Duplex;
      // The other pipe stays: only the thread beside can notice.
      for (const part of toFrame([{ type: "load", id: 1, path }])) channel.write(part);
      channel.on("error", () => undefined);
      (child.stdio[4] as Duplex).destroy();
      await until(() => child.signalCode !== null);
      assert.equal(child.signalCode, "SIGKILL");
    });
  });
});
