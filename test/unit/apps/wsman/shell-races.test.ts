import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { enumerate, SELECTOR_FILTER, settled, TRANSFER, type Answer } from "./app-harness.js";
import { COMMANDS, received, ScriptedShells, SHELLS, ShellHarness } from "./shell-harness.js";

const unlimited = { settings: { quotaSystemWindowSeconds: 0 } };

/** A client with an open shell. */
async function started(more: Readonly<Record<string, unknown>> = {}) {
  const script = new ScriptedShells();
  script.more = more;
  const client = await ShellHarness.start(script, unlimited);
  return { script, client, shell: await client.open() };
}

/** Something that is answered when a test says so. */
function held<T = unknown>() {
  let answer!: (value?: T) => void;
  const promise = new Promise<T | undefined>((resolve) => (answer = resolve));
  return { promise, answer };
}

/** A client, and a command called MINE that its plug-in still begins. */
async function beginning() {
  const { script, client, shell } = await started();
  const begin = held();
  let signal!: { readonly aborted: boolean };
  script.begin = (request) => {
    signal = request.signal;
    return begin.promise;
  };
  const running = client.command(shell, "slow", { attributes: ' CommandId="MINE"' });
  await settled();
  return { script, client, shell, begin, running, isAborted: () => signal.aborted };
}

describe("a command that its plug-in still begins", () => {
  for (const signal of ["ctrl_c", "ctrl_break"]) {
    it(`is given ${signal} once it has begun`, async () => {
      const { script, client, shell, begin, running } = await beginning();
      const signalled = client.signal(shell, "MINE", signal);
      await settled();
      assert.deepEqual(script.heard, []);
      begin.answer();
      (await running).ok();
      (await signalled).ok();
      assert.deepEqual(script.heard, [`slow ${signal.replace("_", "-")}`]);
    });
  }

  it("is given its input once it has begun, in order, and only once", async () => {
    const { script, client, shell, begin, running } = await beginning();
    const sent = client.input(shell, "MINE", "early");
    await settled();
    begin.answer();
    (await running).ok();
    (await sent).ok();
    (await client.input(shell, "MINE", "later")).ok();
    assert.deepEqual(script.heard, ["slow stdin early", "slow stdin later"]);
  });

  it("that takes longer than a Send or Signal may has heard nothing of them, and they say so", async () => {
    const { script, client, shell, begin } = await beginning();
    const answers = [client.input(shell, "MINE", "lost?", { timeout: "PT5S" }), client.signal(shell, "MINE", "ctrl_c", { timeout: "PT5S" })];
    await client.app.advance(5000);
    for (const answer of await Promise.all(answers)) assert.match(answer.fault("w:TimedOut").text, /send it again/u);
    begin.answer();
    await settled();
    assert.deepEqual(script.heard, []);
    (await client.input(shell, "MINE", "again")).ok();
    assert.deepEqual(script.heard, ["slow stdin again"]);
  });

  it("that cannot begin after all is not there for a Send or Signal that waited", async () => {
    const { client, shell, begin, running } = await beginning();
    const answers = [client.input(shell, "MINE", "x"), client.signal(shell, "MINE", "ctrl_c")];
    await settled();
    begin.answer({ name: "OperationFailure", kind: "internal", message: "cannot begin" });
    (await running).fault("w:InternalError");
    for (const answer of await Promise.all(answers)) answer.fault("w:InvalidSelectors", { code: 2_150_858_843 });
  });

  it("is terminated at once: who begins it learns it, its Command is answered as aborted, and what comes late is closed", async () => {
    const { script, client, shell, begin, running, isAborted } = await beginning();
    (await client.signal(shell, "MINE", "terminate")).ok();
    assert.equal(isAborted(), true);
    (await running).fault("w:InternalError", { code: 995 });
    begin.answer();
    await settled();
    assert.deepEqual(script.heard, ["slow closed: deleted"]);
    (await client.receive(shell, "MINE")).fault("w:InvalidSelectors", { code: 2_150_858_843 });
  });

  it("gives output to a Receive that waits, and is listed as pending", async () => {
    const { script, client, shell, begin, running } = await beginning();
    const waiting = client.receive(shell, "MINE");
    await settled();
    const filter = `<w:Filter Dialect="${SELECTOR_FILTER}"><w:SelectorSet><w:Selector Name="ShellId">${shell}</w:Selector></w:SelectorSet></w:Filter>`;
    assert.match((await client.app.send({ ...enumerate(`<w:OptimizeEnumeration/>${filter}`), uri: COMMANDS })).ok().text, /<rsp:CommandState>Pending</u);
    await script.commands[0]!.output.write("stdout", "first words");
    assert.equal(received((await waiting).ok()).text["stdout"], "first words");
    begin.answer();
    (await running).ok();
  });

  it("may be over before it has begun", async () => {
    const { script, client, shell, begin, running } = await beginning();
    script.commands[0]!.output.done(4);
    begin.answer();
    (await running).ok();
    assert.equal(received((await client.receive(shell, "MINE")).ok()).exitCode, 4);
    assert.deepEqual(script.heard, ["slow closed: done"]);
  });
});

describe("a shell that ends", () => {
  for (const how of ["Delete", "lifetime", "drain"] as const) {
    it(`by ${how} while a command begins waits for it: the command is closed before the shell, each once`, async () => {
      const script = new ScriptedShells();
      const client = await ShellHarness.start(script, unlimited);
      const shell = await client.open({ inside: "<rsp:Lifetime>PT30S</rsp:Lifetime><rsp:OutputStreams>stdout</rsp:OutputStreams>" });
      await client.run(shell, "other");
      const begin = held();
      script.begin = () => begin.promise;
      const running = client.command(shell, "slow");
      await settled();
      let deleted: Promise<Answer> | undefined;
      if (how === "Delete") deleted = client.delete(shell);
      else if (how === "drain") client.app.app.drain();
      else await client.app.advance(30_000);
      await settled();
      (await running).fault("w:InternalError", { code: 995 });
      assert.deepEqual(script.heard, [`other closed: ${how === "Delete" ? "deleted" : how === "drain" ? "shutdown" : "lifetime"}`]);
      begin.answer();
      await deleted;
      await settled();
      assert.deepEqual(script.heard.slice(1), ["slow closed: deleted", `shell closed: ${how === "Delete" ? "deleted" : how === "drain" ? "shutdown" : "lifetime"}`]);
      assert.equal(client.app.app.status().openShells, 0);
    });
  }

  it("does not wait longer than the host does for a command that never begins, and the log says so", async () => {
    const { script, client, shell } = await started();
    script.begin = () => new Promise(() => undefined);
    const running = client.command(shell, "never");
    await settled();
    const deleted = client.delete(shell);
    await settled();
    (await running).fault("w:InternalError", { code: 995 });
    await client.app.advance(1000);
    (await deleted).ok();
    assert.deepEqual(script.heard, ["shell closed: deleted"]);
    assert.ok(client.app.logger.has("has not begun"));
    assert.equal(client.app.app.status().openShells, 0);
  });

  it("waits for the end of a command that was terminated a moment before", async () => {
    const { script, client, shell } = await started();
    const command = await client.run(shell, "a");
    const end = held();
    script.closeCommand = () => end.promise;
    const terminated = client.signal(shell, command, "terminate");
    await settled();
    const deleted = client.delete(shell);
    await settled();
    assert.deepEqual(script.heard, ["a terminate", "a closed: terminated"]);
    end.answer();
    (await terminated).ok();
    (await deleted).ok();
    assert.deepEqual(script.heard.slice(2), ["shell closed: deleted"]);
  });

  it("is answered for in time, also when its plug-in takes longer to let go, and is found by nobody meanwhile", async () => {
    const { script, client, shell } = await started();
    script.closeShell = () => new Promise(() => undefined);
    const deleted = client.delete(shell, { timeout: "PT1S" });
    await client.app.advance(800);
    (await deleted).ok();
    (await client.send(`${TRANSFER}/Get`, "", shell, { resourceUri: SHELLS })).fault("w:InvalidSelectors", { code: 2_150_858_843 });
    assert.equal(client.app.app.status().openShells, 1);
    await client.app.advance(1000);
    assert.equal(client.app.app.status().openShells, 0);
  });

  it("ends a Send that its command has not taken", async () => {
    const { script, client, shell } = await started();
    const command = await client.run(shell, "a");
    script.take = () => new Promise(() => undefined);
    const sent = client.input(shell, command, "x");
    await settled();
    (await client.delete(shell)).ok();
    (await sent).fault("w:InternalError", { code: 995 });
    assert.equal(client.app.clock.pending, 0);
  });
});

describe("a client that comes back to a shell", () => {
  const gone = { code: 2_150_858_843 };

  for (const how of ["Delete", "lifetime", "idle"] as const) {
    it(`that ends by ${how} while it connects is told that there is none, and nothing is left`, async () => {
      const script = new ScriptedShells();
      const connecting = held<string>();
      script.more = { connect: () => connecting.promise };
      const client = await ShellHarness.start(script, unlimited);
      const shell = await client.open({ inside: "<rsp:Lifetime>PT30S</rsp:Lifetime><rsp:IdleTimeOut>PT20S</rsp:IdleTimeOut>" });
      (await client.disconnect(shell)).ok();
      if (how === "idle") {
        await client.app.advance(20_000);
        (await client.connect(shell)).fault("w:InvalidSelectors", gone);
        (await client.reconnect(shell)).fault("w:InvalidSelectors", gone);
      } else {
        const answer = client.connect(shell);
        await settled();
        if (how === "Delete") (await client.delete(shell)).ok();
        else await client.app.advance(30_000);
        (await answer).fault("w:InvalidSelectors", gone);
        connecting.answer("<late/>");
        await settled();
        (await client.reconnect(shell)).fault("w:InvalidSelectors", gone);
      }
      assert.deepEqual(script.heard.length, 1);
      assert.deepEqual([client.app.app.status().openShells, client.app.clock.pending], [0, 0]);
    });
  }

  it("in time finds it, and its idle time begins anew", async () => {
    const { client, shell } = await started({ connect: () => undefined });
    (await client.disconnect(shell, "<rsp:IdleTimeOut>PT10S</rsp:IdleTimeOut>")).ok();
    await client.app.advance(9_999);
    (await client.reconnect(shell)).ok();
    await client.app.advance(10_000);
    (await client.run(shell, "still there"));
    // Nothing is wrong with it for one that is connected: PowerShell reconnects after each Connect.
    (await client.reconnect(shell)).ok();
  });

  it("may be away as long as a shell may when it says 0", async () => {
    const { client, shell } = await started({ connect: () => undefined });
    (await client.disconnect(shell, "<rsp:IdleTimeOut>PT0S</rsp:IdleTimeOut>")).ok();
    await client.app.advance(15 * 60_000 - 1);
    (await client.reconnect(shell)).ok();
  });
});

describe("input that a command does not take in time", () => {
  it("is answered for and stays handed over; the next waits for it, and after a TimedOut nothing was given: neither lost nor doubled", async () => {
    const { script, client, shell } = await started();
    const command = await client.run(shell, "a");
    const first = held();
    script.take = () => first.promise;
    const one = client.input(shell, command, "one ", { timeout: "PT5S" });
    await client.app.advance(5000);
    (await one).ok();
    const two = client.input(shell, command, "two ", { timeout: "PT5S" });
    await client.app.advance(5000);
    assert.match((await two).fault("w:TimedOut").text, /Nothing of this was given/u);
    const again = client.input(shell, command, "two ", { timeout: "PT5S" });
    await settled();
    assert.deepEqual(script.heard, ["a stdin one "]);
    script.take = () => undefined;
    first.answer();
    (await again).ok();
    assert.deepEqual(script.heard, ["a stdin one ", "a stdin two "]);
  });

  it("and is then refused is told to the next that sends", async () => {
    const { script, client, shell } = await started();
    const command = await client.run(shell, "a");
    const first = held();
    script.take = () => first.promise;
    const one = client.input(shell, command, "one", { timeout: "PT5S" });
    await client.app.advance(5000);
    (await one).ok();
    script.take = () => undefined;
    first.answer({ name: "OperationFailure", kind: "invalid-parameter", message: "that is no input" });
    await settled();
    assert.match((await client.input(shell, command, "two")).fault("w:InvalidParameter").text, /that is no input/u);
    (await client.input(shell, command, "three")).ok();
    assert.deepEqual(script.heard, ["a stdin one", "a stdin three"]);
  });

  it("of a client that has gone before it was handed over is not handed over: the client will send it again", async () => {
    const { script, client, shell } = await started();
    const command = await client.run(shell, "a");
    const first = held();
    script.take = () => first.promise;
    const one = client.input(shell, command, "one ", { timeout: "PT5S" });
    await client.app.advance(5000);
    await one;
    let leave!: () => void;
    const two = client.input(shell, command, "two ", { gone: (run) => (leave = run) });
    await settled();
    leave();
    await two;
    script.take = () => undefined;
    first.answer();
    (await client.input(shell, command, "two ")).ok();
    assert.deepEqual(script.heard, ["a stdin one ", "a stdin two "]);
  });
});

describe("what does not go together in a shell", () => {
  /** Each: what is asked of a shell with the command a, and how it is answered. */
  const rows: readonly (readonly [title: string, ask: (of: Awaited<ReturnType<typeof started>> & { readonly command: string }) => Promise<Answer>, subcode: string, code: number])[] = [
    ["a Send while another is under way", async ({ client, shell, command, script }) => {
      script.take = () => new Promise(() => undefined);
      void client.input(shell, command, "1");
      await settled();
      return client.input(shell, command, "2");
    }, "w:InvalidParameter", 2_150_858_810],
    ["a Send after the End of its stream", async ({ client, shell, command }) => {
      (await client.input(shell, command, "last", { end: true })).ok();
      return client.input(shell, command, "more");
    }, "w:InvalidParameter", 2_150_858_810],
    ["a Send to a stream that was not declared", ({ client, shell, command }) => client.input(shell, command, "x", { stream: "pr" }), "w:InvalidParameter", 2_150_858_810],
    ["a Send to a command that is over", async ({ client, shell, command, script }) => {
      script.commands[0]!.output.done(0);
      return client.input(shell, command, "x");
    }, "w:InvalidParameter", 2_150_858_810],
    ["a Send without a command to a shell that takes no input", ({ client, shell }) => client.input(shell, undefined, "x"), "w:InvalidParameter", 2_150_858_810],
    ["a Receive of a stream that was not declared", ({ client, shell, command }) => client.receive(shell, command, { streams: "debug" }), "w:InvalidParameter", 2_150_858_810],
    ["a Receive without a command of a shell without output", ({ client, shell }) => client.receive(shell, undefined), "w:InvalidParameter", 87],
    ["a Receive whose place another takes", async ({ client, shell, command }) => {
      const first = client.receive(shell, command);
      await settled();
      void client.receive(shell, command);
      return first;
    }, "w:InternalError", 995],
    ["a Receive while the client is away", async ({ client, shell, command }) => {
      (await client.disconnect(shell)).ok();
      return client.receive(shell, command);
    }, "w:InternalError", 2_150_859_204],
    ["a Send while the client is away", async ({ client, shell, command }) => {
      (await client.disconnect(shell)).ok();
      return client.input(shell, command, "x");
    }, "w:InternalError", 2_150_859_204],
    ["a Command while the client is away", async ({ client, shell }) => {
      (await client.disconnect(shell)).ok();
      return client.command(shell, "b");
    }, "w:InternalError", 2_150_859_204],
    ["a Signal while the client is away", async ({ client, shell, command }) => {
      (await client.disconnect(shell)).ok();
      return client.signal(shell, command, "terminate");
    }, "w:InternalError", 2_150_859_204],
    ["a Receive that waits when the client goes away", async ({ client, shell, command }) => {
      const waiting = client.receive(shell, command);
      await settled();
      (await client.disconnect(shell)).ok();
      return waiting;
    }, "w:InternalError", 995],
    ["a second Disconnect", async ({ client, shell }) => {
      (await client.disconnect(shell)).ok();
      return client.disconnect(shell);
    }, "w:InternalError", 2_150_859_215],
    ["a Disconnect for longer than a shell may be left alone", ({ client, shell }) => client.disconnect(shell, "<rsp:IdleTimeOut>PT3600S</rsp:IdleTimeOut>"), "w:InternalError", 2_150_859_250],
    ["a Signal to a command that is not there", ({ client, shell, command }) => client.signal(shell, `${command}x`, "ctrl_c"), "w:InvalidSelectors", 2_150_858_843],
  ];
  for (const [title, ask, subcode, code] of rows) {
    it(`${title}: ${subcode}, ${code}`, async () => {
      const all = await started({ connect: () => undefined });
      const command = await all.client.run(all.shell, "a");
      (await ask({ ...all, command })).fault(subcode, { code });
    });
  }

  it("but a Send and a Receive do, and a Delete while the client is away", async () => {
    const { client, script, shell } = await started({ connect: () => undefined });
    const command = await client.run(shell, "a");
    const waiting = client.receive(shell, command);
    await settled();
    (await client.input(shell, command, "x")).ok();
    await script.commands[0]!.output.write("stdout", "y");
    assert.equal(received((await waiting).ok()).text["stdout"], "y");
    (await client.disconnect(shell)).ok();
    (await client.delete(shell)).ok();
  });
});
