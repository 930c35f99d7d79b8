import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pluginXml, startConfiguredHost, testPlugin, type ConfiguredHost } from "../support/configured-host.js";
import { longCommand, processEnds } from "../support/process-ends.js";
import { residentMemory, withoutProc } from "../support/process-figures.js";
import { ShellSession } from "../support/shell-session.js";
import { until } from "../support/until.js";

const cmd = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd";
const ownUri = "urn:test:own-output";
const gigabyte = 1024 * 1024 * 1024;
const megabyte = 1024 * 1024;
/** Windows' code for a plug-in that failed, and who it was. */
const failed = /Code="2150858883"[\s\S]*mortal/u;

/** The child processes of plug-ins. */
const processesOf = (host: ConfiguredHost): readonly number[] =>
  readdirSync("/proc").filter((id) => /^\d+$/u.test(id)).map(Number).filter((id) => {
    try {
      return new RegExp(`^PPid:\\t${host.pid}$`, "mu").test(readFileSync(`/proc/${id}/status`, "utf8")) && readFileSync(`/proc/${id}/cmdline`, "utf8").includes("plugin-process");
    } catch {
      return false;
    }
  });

for (const mode of ["worker", "process"] as const) {
  describe(`cmd-shell in a ${mode === "worker" ? "thread" : "process"} of its own`, { skip: withoutProc }, () => {
    let host: ConfiguredHost;
    let folder = "";
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), "wsmanor-mortal-"));
      host = await startConfiguredHost({ "/wsman": { plugins: pluginXml("mortal", testPlugin("mortal-shells"), [[cmd, "Shell", 'SupportsOptions="true"']]) + pluginXml("contract", testPlugin("contract-shells"), [[ownUri, "Shell"]]), limits: { QuotaSystemWindowOperations: 1_000_000 } } }, undefined, {}, `<plugins><add name="mortal" isolation="${mode}" hangTimeout="00:00:01"/><add name="contract" isolation="worker"/></plugins>`);
    });
    after(async () => {
      await host.stop();
      rmSync(folder, { recursive: true });
    });

    const open = (): Promise<ShellSession> => ShellSession.open(host.urls[0]!, host.authorization);
    /** A command that runs for a day, and a Receive that waits for it. */
    const beginLong = async (shell: ShellSession): Promise<{ readonly answer: Promise<string> }> => {
      const command = await shell.start(longCommand(folder));
      assert.match(await shell.receive(command), /cnVucwo/u);
      return { answer: shell.receive(command).catch((error: unknown) => (error as Error).message) };
    };

    it("runs commands, takes input, signals", async () => {
      const shell = await open();
      assert.deepEqual(await shell.run("echo out; echo err >&2; exit 3"), { stdout: "out\n", stderr: "err\n", exitCode: 3 });
      const cat = await shell.start("cat");
      await shell.ask("http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Send", `<rsp:Send><rsp:Stream Name="stdin" CommandId="${cat}" End="TRUE">${Buffer.from("größer").toString("base64")}</rsp:Stream></rsp:Send>`);
      assert.equal((await shell.finish(cat)).stdout, "größer");
      const large = await shell.run("head -c 3000000 /dev/zero | tr '\\0' x; printf end");
      assert.equal(large.stdout, `${"x".repeat(3_000_000)}end`);
      await shell.delete();
    });

    const deaths: readonly (readonly [string, (shell: ShellSession) => Promise<unknown>])[] = [
      ["blocks", (shell) => shell.start("::block")],
      ["exits", (shell) => shell.start("::exit")],
      ...(mode === "process" ? [["is killed", async () => process.kill(processesOf(host)[0]!, "SIGKILL")] as const] : []),
    ];
    for (const [how, kill] of deaths) {
      it(`leaves no process when it ${how}; clients that wait are told at once, and the next shell is served`, async () => {
        const [shell, other] = [await open(), await open()];
        const waiting = await beginLong(shell);
        await kill(other);
        assert.match(await waiting.answer, failed);
        await processEnds(folder);
        await assert.rejects(shell.start("true"), (error: Error) => failed.test(error.message));
        assert.match(await shell.delete(), /Envelope/u);
        let anew: ShellSession | undefined;
        // Its restarts come later and later.
        while (anew === undefined) anew = await open().catch((error: Error) => (assert.match(error.message, failed), undefined));
        assert.equal((await anew.run("echo anew")).stdout, "anew\n");
        await anew.delete();
        await other.delete();
      });
    }

    it("leaves no process when its shell is deleted", async () => {
      const shell = await open();
      const waiting = await beginLong(shell);
      await shell.delete();
      await waiting.answer;
      await processEnds(folder);
    });

    it("is held back when it writes a gigabyte that nobody reads: neither the host nor it grows", async () => {
      const shell = await open();
      await shell.run("true");
      const processes = mode === "process" ? [host.pid, processesOf(host)[0]!] : [host.pid];
      const idle = processes.map(residentMemory);
      const grown = (): boolean => processes.some((pid, at) => residentMemory(pid) - idle[at]! >= 150 * megabyte);
      const command = await shell.start(`echo $$; exec head -c ${gigabyte} /dev/zero`);
      const pid = Number(Buffer.from(/<rsp:Stream Name="stdout"[^>]*>([^<]*)</u.exec(await shell.receive(command))![1]!, "base64").toString().split("\n")[0]);
      const written = (): number => Number(/^wchar: (\d+)$/mu.exec(readFileSync(`/proc/${pid}/io`, "utf8"))![1]);
      let last = -1;
      // Two looks in a row that find as much: it waits.
      await until(() => {
        const now = written();
        const isStill = now === last && now > 0 && /^State:\s+S/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
        last = now;
        return isStill;
      });
      assert.ok(written() < 8 * megabyte, `it has written ${written()} octets`);
      for (let received = 0; received < 60; received++) await shell.receive(command);
      assert.ok(!grown());
      await shell.delete();
      assert.throws(() => readFileSync(`/proc/${pid}/status`));
    });

    it("tells who waits for a shell's own output that it failed, and goes on telling until the shell is deleted", async () => {
      const own = await ShellSession.open(host.urls[0]!, host.authorization, { resourceUri: ownUri, name: "own" });
      const other = await ShellSession.open(host.urls[0]!, host.authorization, { resourceUri: ownUri });
      const receive = (): Promise<string> => own.receive(undefined).catch((error: unknown) => (error as Error).message);
      const waiting = receive();
      await other.start("exit");
      for (const answer of [await waiting, await receive()]) assert.match(answer, /Code="2150858883"[\s\S]*contract/u);
      await Promise.all([own.delete(), other.delete()]);
      assert.match(await receive(), /2150858843/u);
    });

    it("outlives a reload while it has a shell, and ends with its last one", async () => {
      const shell = await open();
      const command = await shell.start("read line; echo got $line");
      const before = processesOf(host);
      writeFileSync(host.config, readFileSync(host.config, "utf8").replace(/(<add name="mortal" [^>]*hangTimeout=)"00:00:01"/u, '$1"00:00:02"'));
      process.kill(host.pid, "SIGHUP");
      await until(() => host.log().includes('"reloaded"'));
      const anew = await open();
      assert.equal((await anew.run("echo anew")).stdout, "anew\n");
      await shell.ask("http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Send", `<rsp:Send><rsp:Stream Name="stdin" CommandId="${command}" End="TRUE">${Buffer.from("it\n").toString("base64")}</rsp:Stream></rsp:Send>`);
      assert.equal((await shell.finish(command)).stdout, "got it\n");
      if (mode === "process") assert.equal(processesOf(host).length, 2);
      await shell.delete();
      await until(() => processesOf(host).every((id) => !before.includes(id)));
      assert.equal((await anew.run("echo still")).stdout, "still\n");
      await anew.delete();
    });

    it("ends with the host, and what it runs", async () => {
      const shell = await open();
      const waiting = await beginLong(shell);
      assert.equal(await host.stop(), 0);
      await waiting.answer;
      await processEnds(folder);
    });
  });
}
