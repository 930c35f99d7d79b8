import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { alice, bob, enumerate, optimized, settled, SELECTOR_FILTER, TRANSFER } from "./app-harness.js";
import { COMMANDS, idIn, received, ScriptedShells, SHELLS, ShellHarness } from "./shell-harness.js";

const started = async (more: Parameters<typeof ShellHarness.start>[1] = {}) => {
  const script = new ScriptedShells();
  return { script, client: await ShellHarness.start(script, more) };
};

describe("a shell", () => {
  it("is opened with what the client says, runs a command, and gives output, exit code and end", async () => {
    const { script, client } = await started();
    const created = (await client.create({
      inside: '<rsp:Environment><rsp:Variable Name="A">1</rsp:Variable></rsp:Environment><rsp:WorkingDirectory>/tmp</rsp:WorkingDirectory><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams>',
    })).ok();
    const shell = idIn(created, "ShellId");
    assert.match(created.text, new RegExp(`<x:ResourceCreated>.*<rsp:ShellId>${shell}</rsp:ShellId>.*<rsp:Owner>alice</rsp:Owner>`, "u"));
    const [request] = script.shells;
    assert.deepEqual([request!.shellId, [...request!.environment], request!.workingDirectory], [shell, [["A", "1"]], "/tmp"]);
    const command = await client.run(shell, "echo a b");
    const [run] = script.commands;
    assert.deepEqual([run!.command, run!.arguments, run!.commandId], ["echo", ["a", "b"], command]);
    await run!.output.write("stdout", "some ");
    await run!.output.write("stdout", "text");
    await run!.output.write("stderr", "trouble");
    assert.deepEqual(received((await client.receive(shell, command)).ok()), { text: { stdout: "some text", stderr: "trouble" }, ended: [], state: "Running", exitCode: undefined });
    run!.output.done(3);
    const last = { text: {}, ended: ["stdout", "stderr"], state: "Done", exitCode: 3 };
    assert.deepEqual(received((await client.receive(shell, command)).ok()), last);
    (await client.signal(shell, command, "terminate")).ok();
    (await client.receive(shell, command)).fault("w:InvalidSelectors", { code: 2_150_858_843, detail: "UnexpectedSelectors" });
    (await client.delete(shell)).ok();
    assert.deepEqual(script.heard, ["echo closed: done", "shell closed: deleted"]);
    (await client.receive(shell, command)).fault("w:InvalidSelectors", { code: 2_150_858_843, detail: "UnexpectedSelectors" });
  });

  it("has the address by which its client reached it, also behind a proxy", async () => {
    const { client } = await started();
    const address = async (options: object): Promise<string | undefined> => /<a:Address>(http[^<]*wsman)<\/a:Address>/u.exec((await client.create(options)).ok().text)?.[1];
    assert.equal(await address({}), "http://server.example:5985/wsman");
    assert.equal(await address({ secure: true, pathPrefix: "/manor", headers: { host: "outside.example" } }), "https://outside.example/manor/wsman");
  });

  it("takes the ids that the client proposes, and refuses those in use", async () => {
    const { client } = await started();
    const proposed = "11111111-AAAA-4BBB-8CCC-000000000001";
    assert.equal(await client.open({ attributes: ` ShellId="${proposed}"` }), proposed);
    (await client.create({ attributes: ` ShellId="${proposed.toLowerCase()}"` })).fault("w:AlreadyExists");
    assert.equal(idIn((await client.command(proposed, "a", { attributes: ' CommandId="MINE"' })).ok(), "CommandId"), "MINE");
    (await client.command(proposed, "a", { attributes: ' CommandId="mine"' })).fault("w:AlreadyExists");
  });

  it("is nobody else's: others cannot tell it from none, an administrator may look at it and delete it", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    for (const answer of [await client.command(shell, "b", { user: bob }), await client.receive(shell, command, { user: bob }), await client.signal(shell, command, "terminate", { user: bob }), await client.delete(shell, { user: bob })]) {
      answer.fault("w:InvalidSelectors", { code: 2_150_858_843 });
    }
    const other = await client.open({ user: bob });
    const list = async (user: typeof alice): Promise<string[]> => {
      const answer = (await client.app.send({ ...optimized(100), uri: SHELLS }, { user })).ok();
      return [...answer.text.matchAll(/<rsp:ShellId>([^<]*)</gu)].map(([, id]) => id!);
    };
    const root = { ...alice, name: "root", isAdministrator: true };
    assert.deepEqual([await list(alice), await list(bob), await list(root)], [[shell], [other], [shell, other]]);
    (await client.command(shell, "b", { user: root })).fault("w:InvalidSelectors");
    assert.match((await client.send(`${TRANSFER}/Get`, "", shell, { user: root, resourceUri: SHELLS })).ok().text, /<rsp:Owner>alice</u);
    (await client.delete(shell, { user: root })).ok();
    assert.ok(script.heard.includes("shell closed: deleted"));
  });

  it("is its owner's alone also where an authorization plug-in gives many one account", async () => {
    const authorization = {
      kind: "authorization-plugin", declaration: { name: "auth", sdkVersion: 1 },
      startup: () => ({ authorizeUser: () => ({ allow: true, mapTo: "svc" }), authorizeOperation: () => ({ allow: true }) }),
    };
    const { client } = await started({ authorization });
    const shell = await client.open();
    for (const action of ["Get", "Delete"]) (await client.send(`${TRANSFER}/${action}`, "", shell, { user: bob, resourceUri: SHELLS })).fault("w:InvalidSelectors");
    (await client.send(`${TRANSFER}/Get`, "", shell, { resourceUri: SHELLS })).ok();
  });

  it("lists its commands to who asks with the selector filter", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    await client.run(shell, "first one");
    await client.run(shell, "second");
    script.commands[1]!.output.done(0);
    const ask = (id: string | undefined) => {
      const filter = id === undefined ? "" : `<w:Filter Dialect="${SELECTOR_FILTER}"><w:SelectorSet><w:Selector Name="ShellId">${id}</w:Selector></w:SelectorSet></w:Filter>`;
      return client.app.send({ ...enumerate(`<w:OptimizeEnumeration/><w:MaxElements>100</w:MaxElements>${filter}`), uri: COMMANDS });
    };
    const answer = (await ask(shell)).ok();
    assert.deepEqual([...answer.text.matchAll(/<rsp:CommandLine>([^<]*)<\/rsp:CommandLine><rsp:CommandState>([^<]*)</gu)].map(([, line, state]) => [line, state!.split("/").at(-1)]), [["first one", "Running"], ["second", "Done"]]);
    (await ask(undefined)).fault("w:InvalidSelectors", { code: 2_150_859_200 });
    (await ask("none")).fault("w:InvalidSelectors");
  });
});

describe("Receive", () => {
  it("waits for output, and ends with TimedOut before the client gives up", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const waiting = client.receive(shell, command, { timeout: "PT20S" });
    await client.app.advance(19_049);
    await script.commands[0]!.output.write("stdout", "late");
    assert.deepEqual(received((await waiting).ok()).text, { stdout: "late" });
    let answered = false;
    const none = client.receive(shell, command, { timeout: "PT20S" }).finally(() => (answered = true));
    await client.app.advance(19_049);
    assert.equal(answered, false);
    await client.app.advance(1);
    const timedOut = (await none).fault("w:TimedOut", { code: 2_150_858_793 });
    assert.match(timedOut.text, /<s:Text[^>]*>[^<]*OperationTimeout/u);
  });

  it("is answered as ended when the command is terminated or the shell deleted, and as taken over when another comes", async () => {
    const { client } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const first = client.receive(shell, command);
    await settled();
    const second = client.receive(shell, command);
    (await first).fault("w:InternalError", { code: 995 });
    await settled();
    (await client.signal(shell, command, "terminate")).ok();
    (await second).fault("w:InternalError", { code: 995 });
    const other = client.receive(shell, await client.run(shell, "b"));
    await settled();
    (await client.delete(shell)).ok();
    (await other).fault("w:InternalError", { code: 995 });
  });

  it("gives any amount in pieces that fit, and holds the command back until they are taken", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const { output } = script.commands[0]!;
    const whole = Buffer.alloc(3 * 1024 * 1024, "0123456789abcdef");
    let written = 0;
    const writing = (async () => {
      for (; written < whole.length; written += 65_536) assert.equal(await output.write("stdout", whole.subarray(written, written + 65_536)), true);
      output.done(0);
    })();
    await settled();
    assert.ok(written <= 512 * 1024, `${written} octets were taken before anybody received`);
    const parts: string[] = [];
    for (let end = false; !end; ) {
      const answer = (await client.receive(shell, command, { maxEnvelopeSize: 50_000 })).ok();
      assert.ok(answer.text.length <= 50_000, String(answer.text.length));
      const { text, state } = received(answer);
      parts.push(text["stdout"] ?? "");
      end = state === "Done";
    }
    await writing;
    assert.equal(parts.join(""), whole.toString());
    assert.ok(parts.length > 80, `${parts.length} answers`);
  });

  it("gives the streams that are asked for, the others later, in order", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const { output } = script.commands[0]!;
    for (const [stream, text] of [["stderr", "1"], ["stdout", "2"], ["stderr", "3"], ["stdout", "4"]] as const) await output.write(stream, text);
    output.end("stdout");
    assert.deepEqual(received((await client.receive(shell, command, { streams: "stdout" })).ok()), { text: { stdout: "24" }, ended: ["stdout"], state: "Running", exitCode: undefined });
    output.done(7);
    assert.deepEqual(received((await client.receive(shell, command)).ok()), { text: { stderr: "13" }, ended: ["stderr"], state: "Done", exitCode: 7 });
    (await client.receive(shell, command, { streams: "nosuch" })).fault("w:InvalidParameter");
  });

  it("tells the ends of streams together, when all that was asked for is out: there are clients that take the first for the end of everything", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const { output } = script.commands[0]!;
    output.end("stderr");
    await output.write("stdout", "first");
    assert.deepEqual(received((await client.receive(shell, command)).ok()), { text: { stdout: "first" }, ended: [], state: "Running", exitCode: undefined });
    const waits = client.receive(shell, command);
    output.end("stdout");
    assert.deepEqual(received((await waits).ok()), { text: {}, ended: ["stdout", "stderr"], state: "Running", exitCode: undefined });
    output.done(0);
    assert.deepEqual(received((await client.receive(shell, command)).ok()), { text: {}, ended: [], state: "Done", exitCode: 0 });
  });

  it("without a command is refused by a shell that has no output of its own", async () => {
    const { client } = await started();
    (await client.receive(await client.open(), undefined)).fault("w:InvalidParameter", { code: 87 });
  });

  it("of a shell with output of its own gives it without a command state", async () => {
    const { client, script } = await started();
    script.more = { hasOutput: true };
    const shell = await client.open();
    await script.shells[0]!.output.write("stdout", "own");
    assert.deepEqual(received((await client.receive(shell, undefined)).ok()), { text: { stdout: "own" }, ended: [], state: undefined, exitCode: undefined });
  });
});

describe("Send and Signal", () => {
  it("reach the command while a Receive waits", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const waiting = client.receive(shell, command);
    await settled();
    (await client.input(shell, command, "line\n")).ok();
    (await client.input(shell, command, "", { end: true })).ok();
    (await client.signal(shell, command, "ctrl_c")).ok();
    assert.deepEqual(script.heard, ["a stdin line\n", "a stdin  last", "a ctrl-c"]);
    script.commands[0]!.output.done(0);
    (await waiting).ok();
    (await client.input(shell, command, "more")).fault("w:InvalidParameter");
    // Too late to mean anything.
    (await client.signal(shell, command, "ctrl_c")).ok();
  });

  it("are refused for streams and commands that are not there", async () => {
    const { client } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    (await client.input(shell, command, "x", { stream: "other" })).fault("w:InvalidParameter");
    (await client.input(shell, undefined, "x")).fault("w:InvalidParameter");
    (await client.input(shell, "none", "x")).fault("w:InvalidSelectors", { code: 2_150_858_843 });
    (await client.signal(shell, "none", "ctrl_c")).fault("w:InvalidSelectors", { code: 2_150_858_843 });
  });
});

describe("output", () => {
  it("of very many small pieces costs in proportion to them, and counts for more than its octets", async () => {
    const { client, script } = await started({ settings: { quotaSystemWindowSeconds: 0 } });
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const { output } = script.commands[0]!;
    const pieces = 200_000;
    let written = 0;
    const writing = (async () => {
      for (; written < pieces; written++) await output.write("stdout", "x");
      output.done(0);
    })();
    await settled();
    assert.ok(written < 10_000, `${written} pieces were taken before anybody received`);
    let text = 0;
    for (let end = false; !end; ) {
      const one = received((await client.receive(shell, command)).ok());
      text += (one.text["stdout"] ?? "").length;
      end = one.state === "Done";
      await settled();
    }
    await writing;
    assert.equal(text, pieces);
    assert.equal(await output.write("stdout", "late"), false);
  });

  it("that is not asked for does not keep the end of the rest back", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const { output } = script.commands[0]!;
    await output.write("stderr", "unread");
    await output.write("stdout", "read");
    output.done(5);
    assert.deepEqual(received((await client.receive(shell, command, { streams: "stdout" })).ok()), { text: { stdout: "read" }, ended: ["stdout"], state: "Done", exitCode: 5 });
  });
});

describe("ids that are used again", () => {
  it("mean the command that has them now, whatever is still going on about one before", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const run = () => client.command(shell, "x", { attributes: ' CommandId="X"' });
    let fail!: (refusal: unknown) => void;
    script.begin = () => new Promise((resolve) => (fail = resolve));
    const first = run();
    await settled();
    (await client.signal(shell, "X", "terminate")).ok();
    script.begin = () => undefined;
    (await run()).ok();
    fail({ name: "OperationFailure", kind: "internal", message: "late" });
    (await first).fault("w:InternalError");
    const waiting = client.receive(shell, "X");
    await settled();
    (await client.delete(shell)).ok();
    (await waiting).fault("w:InternalError", { code: 995 });
    assert.deepEqual(script.heard, ["x closed: deleted", "shell closed: deleted"]);
  });
});

describe("the end of a shell", () => {
  it("comes after its idle time, which stands still while a request waits, and not while it is used", async () => {
    const { client, script } = await started({ settings: { maxShellIdleTimeoutMinutes: 1 } });
    const shell = await client.open({ inside: "<rsp:IdleTimeOut>PT7200S</rsp:IdleTimeOut>" });
    const command = await client.run(shell, "a");
    const waiting = client.receive(shell, command, { timeout: "PT60S" });
    await client.app.advance(59_050);
    (await waiting).fault("w:TimedOut");
    await client.app.advance(59_999);
    assert.deepEqual(script.heard, []);
    await client.app.advance(1);
    assert.deepEqual(script.heard, ["a closed: idle", "shell closed: idle"]);
    (await client.receive(shell, command)).fault("w:InvalidSelectors", { code: 2_150_858_843 });
  });

  it("comes with its lifetime, however much it is used", async () => {
    const { client, script } = await started();
    const shell = await client.open({ inside: "<rsp:Lifetime>PT10S</rsp:Lifetime>" });
    for (let second = 0; second < 9; second++) {
      await client.app.advance(1000);
      await client.run(shell, `c${second}`);
    }
    assert.equal(script.heard.length, 0);
    await client.app.advance(1000);
    assert.equal(script.heard.at(-1), "shell closed: lifetime");
  });

  it("comes with the host's, and is waited for", async () => {
    const { client, script } = await started();
    await client.run(await client.open(), "a");
    let letGo!: () => void;
    script.closeShell = () => new Promise<void>((resolve) => (letGo = resolve));
    client.app.app.drain();
    let isOver = false;
    void client.app.app.openEnded().then(() => (isOver = true));
    await settled();
    assert.deepEqual([script.heard, isOver], [["a closed: shutdown", "shell closed: shutdown"], false]);
    letGo();
    await settled();
    assert.equal(isOver, true);
    (await client.create()).fault("a:EndpointUnavailable");
  });
});

describe("limits of shells", () => {
  it("name what is full, who has it and where it is set; a place comes back with the end of a shell or command", async () => {
    const { client, script } = await started({ settings: { maxShellsPerUser: 2, maxShellUsers: 2, maxShells: 3, maxCommandsPerShell: 2 } });
    const [first] = [await client.open(), await client.open()];
    const full = (await client.create()).fault("w:QuotaLimit", { code: 2_150_859_173 });
    assert.match(full.text, new RegExp(`alice has all 2 shells .*maxShellsPerUser.*${first} for 0 s, 0 commands`, "u"));
    await client.open({ user: bob });
    (await client.create({ user: bob })).fault("w:QuotaLimit", { code: 2_150_859_176 });
    (await client.create({ user: { ...bob, name: "carol" } })).fault("w:QuotaLimit", { code: 2_150_859_179 });
    (await client.delete(first)).ok();
    const again = await client.open();
    for (let count = 0; count < 200; count++) {
      const command = await client.run(again, `c${count}`);
      script.commands.at(-1)!.output.done(0);
      if (count % 2 === 0) (await client.signal(again, command, "terminate")).ok();
    }
    await client.run(again, "one");
    await client.run(again, "two");
    assert.match((await client.command(again, "three")).fault("w:QuotaLimit", { code: 2_150_859_240 }).text, /&quot;one&quot; for 0 s; [-0-9]+ &quot;two&quot; for 0 s|"one" for 0 s; [-0-9]+ "two" for 0 s/u);
  });

  it("count a command among the user's concurrent operations until it is over, however it ends", async () => {
    const quota = { maxAllowedConcurrentShells: 1, maxAllowedConcurrentOperations: 3, timeslotSize: 1000, maxAllowedOperationsPerTimeslot: 100_000 };
    const authorization = {
      kind: "authorization-plugin", declaration: { name: "auth", sdkVersion: 1 },
      startup: () => ({ authorizeUser: () => ({ allow: true }), authorizeOperation: () => ({ allow: true }), queryQuota: () => quota }),
    };
    const { client, script } = await started({ authorization, authorizationSettings: { supportsQuota: true } });
    const shell = await client.open();
    (await client.create()).fault("w:QuotaLimit", { code: 2_150_859_173 });
    for (let count = 0; count < 50; count++) {
      const command = await client.run(shell, `c${count}`);
      if (count % 3 === 0) script.commands.at(-1)!.output.done(0);
      else if (count % 3 === 1) (await client.signal(shell, command, "terminate")).ok();
      else {
        script.begin = () => ({ name: "OperationFailure", kind: "internal", message: "cannot begin" });
        (await client.command(shell, "broken")).fault("w:InternalError");
        script.begin = () => undefined;
        (await client.signal(shell, command, "terminate")).ok();
      }
    }
    for (const name of ["x", "y", "z"]) await client.run(shell, name);
    (await client.command(shell, "too many")).fault("w:QuotaLimit", { code: 2_150_859_174 });
    (await client.delete(shell)).ok();
    const next = await client.open();
    for (const name of ["x", "y", "z"]) await client.run(next, name);
  });

  it("allow none where the configuration says so", async () => {
    const { client } = await started({ settings: { allowRemoteShellAccess: false } });
    (await client.create()).fault("w:InternalError", { code: 2_150_859_180 });
  });
});

describe("a shell plug-in that misbehaves", () => {
  it("harms its own shells only, and the log says how", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    script.begin = () => {
      throw new Error("no");
    };
    (await client.command(shell, "a")).fault("w:InternalError");
    script.begin = () => ({ close: 1 });
    (await client.command(shell, "b")).fault("w:InternalError");
    script.begin = () => undefined;
    const command = await client.run(shell, "c");
    const { output } = script.commands.at(-1)!;
    await output.write("stdout", 5 as unknown as string);
    await output.write("nosuch", "dropped");
    output.done("x" as unknown as number);
    const answer = (await client.receive(shell, command)).fault("w:InternalError");
    assert.match(answer.text, /ended without an exit code/u);
    script.closeShell = () => Promise.reject(new Error("will not close"));
    (await client.delete(shell)).ok();
    assert.ok(client.app.logger.has("will not close"));
    assert.ok(client.app.logger.has("neither octets nor text"));
  });

  it("that opens a shell after its time was up is told to close it", async () => {
    const script = new ScriptedShells();
    const client = await ShellHarness.start(script);
    const shell = await client.open();
    let answer!: (value?: unknown) => void;
    script.begin = () => new Promise((resolve) => (answer = resolve));
    const late = client.command(shell, "slow", { timeout: "PT5S" });
    await client.app.advance(5000);
    (await late).fault("w:TimedOut");
    answer();
    await settled();
    assert.deepEqual(script.heard, ["slow closed: deleted"]);
  });
});
