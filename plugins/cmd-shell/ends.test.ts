import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Shell } from "wsmanor/sdk";
import { ManualClock } from "wsmanor/testing";
import { FakeClient, outcome, refused, run, tryRun, type Ran } from "./fake-client.js";
import { childrenOf, isAlive, processState, until, withoutProc } from "./fake-proc.js";

const linux = { skip: withoutProc };
const signals = { interrupt: { kind: "ctrl-c", code: "ctrl_c" }, break: { kind: "ctrl-break", code: "ctrl_break" }, terminate: { kind: "terminate", code: "terminate" } } as const;

/** Waits for the numbers that a command tells in its first line. @param clock turned on until they are there: first output is held back a little */
async function told({ output }: Ran, clock?: ManualClock): Promise<readonly number[]> {
  await until(() => {
    clock?.advance(1);
    return output.out.includes("\n");
  });
  return output.out.split("\n")[0]!.trim().split(" ").map(Number);
}

async function opened(clock?: ManualClock): Promise<{ readonly client: FakeClient; readonly shell: Shell }> {
  const client = await FakeClient.start(clock === undefined ? {} : { clock });
  return { client, shell: await client.open() };
}

describe("signals", linux, () => {
  it("reach the whole group: ctrl-c is SIGINT, ctrl-break SIGQUIT, terminate SIGTERM", async () => {
    const { client, shell } = await opened();
    for (const [signal, code] of [[signals.interrupt, 130], [signals.break, 131], [signals.terminate, 143]] as const) {
      const ran = await run(shell, "ulimit -c 0; sh -c 'sleep 1000; true' & child=$!; echo $$ $child; wait; true");
      const ids = await told(ran);
      // What a shell without job control puts behind it does not hear the first two.
      if (signal.kind === "terminate") assert.equal(await ran.command.signal!(signal), undefined);
      else {
        assert.equal(await ran.command.signal!(signal), undefined);
        await until(() => !isAlive(ids[0]!));
        await ran.command.close("deleted");
      }
      assert.equal(await ran.output.result, code);
      assert.deepEqual(ids.filter(isAlive), []);
    }
    await shell.close("deleted");
    client.shutdown();
  });

  it("can be caught, and the command goes on", async () => {
    const { client, shell } = await opened();
    for (const [signal, name] of [[signals.interrupt, "INT"], [signals.break, "QUIT"]] as const) {
      const ran = await run(shell, `trap 'echo caught; exit 5' ${name}; echo $$; while :; do sleep 0.01; done`);
      await told(ran);
      await ran.command.signal!(signal);
      assert.equal(await ran.output.result, 5);
      assert.match(ran.output.out, /caught/u);
      await ran.command.close("done");
    }
    await shell.close("deleted");
    client.shutdown();
  });

  it("leave time to end well, and end who does not", async () => {
    const clock = new ManualClock();
    const { client, shell } = await opened(clock);
    const polite = await run(shell, "trap 'echo asked; asked=1' TERM; echo $$; while [ -z \"$asked\" ]; do sleep 0.01; done; echo tidied; exit 9");
    await told(polite, clock);
    let isEnded = false;
    void Promise.resolve(polite.command.signal!(signals.terminate)).then(() => (isEnded = true));
    await until(() => {
      clock.advance(1);
      return isEnded;
    });
    assert.equal(await polite.output.result, 9);
    assert.match(polite.output.out, /^\d+\nasked\ntidied\n$/u);
    const deaf = await run(shell, "trap '' TERM; echo $$; while :; do sleep 0.01; done");
    const [id] = await told(deaf, clock);
    let isOver = false;
    const ended = Promise.resolve(deaf.command.signal!(signals.terminate)).then(() => (isOver = true));
    await until(() => clock.pending > 0);
    clock.advance(4900);
    assert.ok(isAlive(id!));
    await until(() => {
      clock.advance(10);
      return isOver;
    });
    await ended;
    assert.ok(!isAlive(id!));
    assert.equal(await deaf.output.result, 137);
    await shell.close("deleted");
    client.shutdown();
  });

  it("of other kinds mean nothing, and none means anything to a command that is over", async () => {
    const { client, shell } = await opened();
    const ran = await run(shell, "exit 2");
    assert.equal(await ran.output.result, 2);
    assert.match(refused(await ran.command.signal!({ kind: undefined, code: "urn:other" })).message, /urn:other/u);
    for (const signal of Object.values(signals)) assert.equal(await ran.command.signal!(signal), undefined);
    await ran.command.close("done");
    await shell.close("deleted");
    client.shutdown();
  });
});

describe("the end of a command or shell", linux, () => {
  /** In the group, in groups of their own, without parents, deaf, and stopped. */
  const family = [
    "sleep 1001 & a=$!", "(trap '' TERM HUP; exec sleep 1002) & b=$!", "setsid sleep 1003 & c=$!", "setsid sh -c 'setsid sleep 1004 & echo $!; exec sleep 1005' >lonely & d=$!",
    "while [ ! -s lonely ]; do sleep 0.01; done; e=$(cat lonely)", "sleep 1006 & f=$!; kill -STOP $f", "echo $a $b $c $d $e $f $$", "wait",
  ].join("\n");

  it("leaves nothing running, wherever it went", async () => {
    const clock = new ManualClock();
    const client = await FakeClient.start({ clock });
    for (const end of ["command", "shell"] as const) {
      const workingDirectory = mkdtempSync(join(tmpdir(), "cmd-shell-"));
      const shell = await client.open({ workingDirectory });
      const ran = await run(shell, family);
      const ids = await told(ran, clock);
      assert.equal(ids.filter(isAlive).length, 7);
      let isOver = false;
      const closed = Promise.resolve(end === "command" ? ran.command.close("deleted") : shell.close("idle")).then(() => (isOver = true));
      await until(() => {
        clock.advance(20);
        return isOver;
      });
      await closed;
      assert.deepEqual(ids.filter(isAlive), []);
      if (end === "command") await shell.close("deleted");
      rmSync(workingDirectory, { recursive: true });
    }
    assert.deepEqual(client.logger.lines, []);
    client.shutdown();
  });

  it("takes what a command left in the background when it was done", async () => {
    const { client, shell } = await opened();
    const ran = await run(shell, "sleep 1000 >/dev/null 2>&1 & a=$!; setsid sleep 1000 >/dev/null 2>&1 & echo $a $!");
    assert.equal(await ran.output.result, 0);
    const ids = await told(ran);
    assert.equal(ids.filter(isAlive).length, 2);
    await ran.command.close("done");
    assert.deepEqual(ids.filter(isAlive), []);
    await shell.close("deleted");
    client.shutdown();
  });

  it("takes it however many there are and however long the command ran", async () => {
    for (const [count, age] of [[3, 0], [100, 0], [3, 1000], [100, 1000]] as const) {
      const clock = new ManualClock();
      const { client, shell } = await opened(clock);
      const ran = await run(shell, `for n in $(seq ${count}); do setsid sleep 1000 >/dev/null 2>&1 & printf '%s ' $!; done; echo`);
      const ids = await told(ran, clock);
      assert.equal(await ran.output.result, 0);
      assert.equal(ids.filter(isAlive).length, count);
      clock.advance(age);
      let isOver = false;
      const closed = Promise.resolve(ran.command.close("done")).then(() => (isOver = true));
      await until(() => {
        clock.advance(20);
        return isOver;
      });
      await closed;
      assert.deepEqual(ids.filter(isAlive), []);
      await shell.close("deleted");
      client.shutdown();
    }
  });

  it("comes when nobody holds the output any more", async () => {
    const { client, shell } = await opened();
    const { output, result } = await outcome(shell, "{ sleep 0.05; echo late; } & echo early; exit 6");
    assert.deepEqual([output.out, result], ["early\nlate\n", 6]);
    await shell.close("deleted");
    client.shutdown();
  });

  it("of a command that nobody reads", async () => {
    const { client, shell } = await opened();
    const ran = await run(shell, "echo $$; exec yes", { slow: true });
    await until(() => ran.output.held !== undefined);
    const [id] = await told(ran);
    await ran.command.close("deleted");
    assert.ok(!isAlive(id!));
    await shell.close("deleted");
    client.shutdown();
  });

  it("of a shell or request while a command is being started", async () => {
    const { client, shell } = await opened();
    const before = childrenOf(process.pid);
    const starting = Array.from({ length: 3 }, () => tryRun(shell, "sleep 1000"));
    await shell.close("deleted");
    for (const { command } of await Promise.all(starting)) assert.equal(refused(command).kind, "endpoint-unavailable");
    const other = await client.open();
    const gone = new AbortController();
    const late = tryRun(other, "sleep 1000", { signal: gone.signal });
    gone.abort("client-gone");
    assert.equal(refused((await late).command).kind, "endpoint-unavailable");
    assert.equal(refused((await tryRun(shell, "true")).command).kind, "endpoint-unavailable");
    assert.deepEqual(childrenOf(process.pid).filter((id) => isAlive(id) && !before.includes(id)), []);
    await other.close("deleted");
    assert.equal(refused(await client.tryOpen({ signal: gone.signal })).kind, "endpoint-unavailable");
    client.shutdown();
  });

  it("leaves no descriptor and no process behind, also of many", async () => {
    const clock = new ManualClock();
    const client = await FakeClient.start({ clock });
    const round = async (): Promise<void> => {
      const shell = await client.open();
      for (let nth = 0; nth < 10; nth++) await outcome(shell, "cat; echo x >&2", {}, "some");
      await shell.close("deleted");
      clock.advance(1000);
      await until(() => childrenOf(process.pid).length === 0);
    };
    await round();
    const descriptors = readdirSync("/proc/self/fd").length;
    await round();
    await round();
    await until(() => readdirSync("/proc/self/fd").length <= descriptors);
    assert.equal(clock.pending, 0);
    client.shutdown();
  });
});

describe("the end of the host", linux, () => {
  it("however it came ends all commands", async () => {
    const lines = ["setsid sleep 1001 & a=$!; sleep 1002 & echo $$ $a $!; wait", "env -i sleep 1003 & echo $$ $!; exec sleep 1004"];
    const host = spawn(process.execPath, [join(import.meta.dirname, "fake-host.js"), ...lines], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    host.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await until(() => said.split("\n").length === 3);
    const ids = said.trim().split(/\s/u).map(Number);
    assert.equal(ids.filter(isAlive).length, 5);
    const [watcher] = childrenOf(host.pid!).filter((id) => !ids.includes(id));
    host.kill("SIGKILL");
    await once(host, "close");
    await until(() => !ids.some(isAlive));
    await until(() => processState(watcher!) === undefined || !isAlive(watcher!));
  });

  it("is watched again by another process when the first was ended", async () => {
    const clock = new ManualClock();
    const { client, shell } = await opened(clock);
    const ran = await run(shell, "echo $$; exec sleep 1000");
    const [id] = await told(ran, clock);
    const watchers = (): readonly number[] => childrenOf(process.pid).filter((child) => child !== id && isAlive(child));
    const [first] = watchers();
    process.kill(first!, "SIGKILL");
    await until(() => clock.pending > 0);
    assert.deepEqual(watchers(), []);
    clock.advance(1000);
    await until(() => watchers().length === 1);
    // The new one knows what ran before it, as its end shows.
    client.shutdown();
    await until(() => !isAlive(id!));
    await shell.close("deleted");
    client.shutdown();
    await until(() => watchers().length === 0);
  });
});
