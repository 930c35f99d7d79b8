import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { FakeClient, FakeInstallation, FakeOutput, refused, succeeded, type FakePool } from "./fake-client.js";
import { childrenOf, isAlive, until, withoutProc } from "./fake-proc.js";

describe("the end of PowerShell", { skip: withoutProc }, () => {
  const installation = new FakeInstallation();
  after(() => installation.remove());

  const opened = async (path = installation.path): Promise<FakePool> => (await FakeClient.start({ Pwsh: path })).open();
  /** The shell has failed with a sentence like this, and so is answered whatever comes. */
  async function failed(pool: FakePool, sentence: RegExp): Promise<void> {
    assert.match(refused(await pool.output.result).message, sentence);
    assert.match(refused((await pool.tryRun("echo late")).command).message, sentence);
    assert.match(refused(await pool.send(pool.shell, Buffer.from("x"))).message, sentence);
    await pool.shell.close("deleted");
    assert.ok(!isAlive(pool.shell.processId!));
  }

  it("by itself is told with its exit code and what it said", async () => {
    const pool = await opened();
    const { command } = await pool.tryRun("die of old age");
    // It may be told with the command already.
    await pool.output.result;
    if ("close" in command) await command.close("deleted");
    await failed(pool, /^PowerShell ended with the exit code 3; it said: of old age$/u);
  });

  it("by somebody's hand is told, and of a lot that it said the end", async () => {
    const loud = new FakeInstallation(`i=0; while [ $i -lt 2000 ]; do echo "line $i" >&2; i=$((i+1)); done`);
    const pool = await opened(loud.path);
    process.kill(pool.shell.processId!, "SIGKILL");
    await failed(pool, /^PowerShell ended by the signal SIGKILL; it said: .{1000,2500} \/ line 1999$/u);
    loud.remove();
  });

  it("comes when it says what is no packet", async () => {
    const pool = await opened();
    await pool.tryRun("garbage <Unheard PSGuid='00000000-0000-0000-0000-000000000000' />");
    await failed(pool, /does not speak as its server mode does: "<Unheard .*" is an element Unheard, which is unknown$/u);
  });

  it("comes when its line has no end", async () => {
    const endless = new FakeInstallation("exec yes | tr -d '\\n'");
    const { shell } = await (await FakeClient.start({ Pwsh: endless.path })).tryOpen();
    assert.match(refused(shell).message, /its output has a line of more than 4194304 characters/u);
    endless.remove();
  });

  it("before it has taken the first word refuses the shell", async () => {
    const broken = new FakeInstallation("echo 'a library is missing' >&2; exit 134");
    const client = await FakeClient.start({ Pwsh: broken.path });
    const { shell } = await client.tryOpen();
    assert.match(refused(shell).message, /^PowerShell ended with the exit code 134; it said: a library is missing$/u);
    assert.ok(client.logger.lines.some(({ level, message }) => level === "warn" && message.includes("a library is missing")));
    broken.remove();
  });

  it("takes all that it has started with it, however it came", async () => {
    for (const end of ["delete", "kill"]) {
      const pool = await opened();
      const child = Number((await pool.outcome("spawn")).texts[0]);
      assert.ok(isAlive(child));
      if (end === "kill") process.kill(pool.shell.processId!, "SIGKILL");
      else await pool.shell.close("deleted");
      await until(() => !isAlive(child) && !isAlive(pool.shell.processId!));
      await pool.shell.close("deleted");
    }
    await until(() => childrenOf(process.pid).filter(isAlive).length === 0);
  });

  it("of a command that PowerShell does not begin comes when nobody waits for it any more", async () => {
    const slow = new FakeInstallation("export FAKE_PWSH_IS_SLOW=true");
    const pool = await opened(slow.path);
    const given = new AbortController();
    const begun = pool.tryRun("never begins", false, undefined, undefined, given.signal);
    given.abort();
    refused((await begun).command);
    await pool.shell.close("deleted");
    assert.ok(!isAlive(pool.shell.processId!));
    slow.remove();
  });

  it("takes nothing of other shells with it", async () => {
    const client = await FakeClient.start({ Pwsh: installation.path });
    const pools: FakePool[] = [];
    // Their numbers have one digit and two.
    for (let number = 1; number <= 10; number++) pools.push(await client.open());
    await pools[0]!.shell.close("deleted");
    assert.deepEqual(pools.map(({ shell }) => isAlive(shell.processId!)), [false, ...pools.slice(1).map(() => true)]);
    await Promise.all(pools.map(async ({ shell }) => shell.close("deleted")));
  });

  it("comes with the shell's also when it does not listen", async () => {
    const pool = await opened();
    const { command } = await pool.run("wait");
    process.kill(pool.shell.processId!, "SIGSTOP");
    await Promise.all([command.close("deleted"), pool.shell.close("idle")]);
    assert.ok(!isAlive(pool.shell.processId!));
  });

  it("comes when the process that watches it is ended", async () => {
    const pool = await opened();
    const [keeper] = childrenOf(process.pid).filter((id) => id !== pool.shell.processId && isAlive(id));
    process.kill(keeper!, "SIGKILL");
    await failed(pool, /^PowerShell was ended, because the process that watches it is gone/u);
  });

  it("comes with the host's, however that came", async () => {
    const host = spawn(process.execPath, [join(import.meta.dirname, "fake-host.js"), installation.path, "spawn"], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    host.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.split("\n").length === 3);
    const ids = said.trim().split("\n").map(Number);
    const all = [...new Set([...ids, ...childrenOf(host.pid!)])];
    assert.ok(ids.every(isAlive));
    assert.equal(all.length, 3, "PowerShell, what it started, and who watches");
    host.kill("SIGKILL");
    await once(host, "close");
    await until(() => !all.some(isAlive));
  });

  it("comes with a request that is given up while it starts", async () => {
    const slow = new FakeInstallation("sleep 1000");
    const gone = new AbortController();
    const opening = (await FakeClient.start({ Pwsh: slow.path })).tryOpen({ signal: gone.signal });
    await until(() => childrenOf(process.pid).length > 0);
    gone.abort("client-gone");
    refused((await opening).shell);
    await until(() => childrenOf(process.pid).filter(isAlive).length === 0);
    slow.remove();
  });
});

describe("output that nobody receives", { skip: withoutProc }, () => {
  it("is held up to a bound, and does not keep others' back until then", async () => {
    const installation = new FakeInstallation();
    const pool = await (await FakeClient.start({ Pwsh: installation.path })).open();
    const [some, much] = [new FakeOutput(true), new FakeOutput(true)];
    const first = succeeded((await pool.tryRun("flood 10 1000", false, undefined, some)).command);
    assert.deepEqual((await pool.outcome("echo heard")).texts, ["heard"]);
    const second = pool.tryRun("flood 300 100000", false, undefined, much);
    const bound = 8 * 1024 * 1024;
    await much.until(() => some.given + much.given >= bound);
    // However long nobody reads.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 2));
    assert.ok(some.given + much.given < bound + 100_000);
    some.read();
    much.read();
    assert.equal(await much.result, 0);
    assert.deepEqual([some.texts.length, much.texts.length], [10, 300]);
    await first.close("done");
    await succeeded((await second).command).close("done");
    await pool.shell.close("deleted");
    installation.remove();
  });
});
