import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { ShellSignal } from "wsmanor/sdk";
import { FakeClient, FakeInstallation, refused, type FakePool } from "./fake-client.js";
import { clientMessages } from "./fake-messages.js";
import { findPwsh } from "./find-pwsh.js";

/** What a script is called in the language of who runs it. */
interface Language {
  readonly echo: (text: string) => string;
  readonly input: string;
  readonly wait: string;
  readonly fail: string;
  readonly many: (count: number, size: number) => string;
  readonly variable: (name: string) => string;
}

const fake: Language = { echo: (text) => `echo ${text}`, input: "input", wait: "wait", fail: "fail", many: (count, size) => `flood ${count} ${size}`, variable: (name) => `environment ${name}` };
const real: Language = {
  echo: (text) => `'${text}'`, input: "$input | ForEach-Object { $_ }", wait: "Start-Sleep 1000", fail: "throw 'no'",
  many: (count, size) => `0..${count - 1} | ForEach-Object { "$_".PadRight(${size}, '.') }`, variable: (name) => `[string]$env:${name}`,
};

const stop: ShellSignal = { kind: "ctrl-c", code: "powershell/signal/crtl_c" };

/** What a client and PowerShell say to each other through the plug-in. */
function conversations(language: Language, open: (options?: Parameters<FakeClient["open"]>[0]) => Promise<FakePool>): void {
  it("opens a runspace pool and runs pipelines in it, one after the other and beside each other", async () => {
    const pool = await open();
    assert.ok(pool.shell.processId! > 0);
    await pool.output.until(() => pool.output.state === 2);
    assert.deepEqual(pool.output.messages.map(({ type }) => type), [0x10002, 0x21009, 0x21005]);
    for (const text of ["one", "two"]) {
      const output = await pool.outcome(language.echo(text));
      assert.deepEqual([output.texts, output.state], [[text], 4]);
    }
    const waiting = await pool.run(language.wait);
    await pool.shell.close("deleted");
    assert.equal(waiting.output.pieces.length, 0);
  });

  it("tells that a pipeline failed, and of what", async () => {
    const pool = await open();
    assert.equal((await pool.outcome(language.fail)).state, 5);
    await pool.shell.close("deleted");
  });

  it("stops a pipeline at once, and its pool runs others", async () => {
    const pool = await open();
    await pool.output.until(() => pool.output.state === 2);
    const { command, output } = await pool.run(language.wait);
    assert.equal(await command.signal!(stop), undefined);
    assert.equal(await output.result, 0);
    assert.equal(output.state, 3);
    await command.close("done");
    assert.deepEqual((await pool.outcome(language.echo("after"))).texts, ["after"]);
    await pool.shell.close("deleted");
  });

  it("hands a pipeline its input, in order", async () => {
    const pool = await open();
    const { id, command, output } = await pool.run(language.input, true);
    for (const text of ["a", "b", "c"]) assert.equal(await pool.send(command, pool.messages.write(clientMessages.pipelineInput, id, `<S>${text}</S>`)), undefined);
    await pool.send(command, pool.messages.write(clientMessages.endOfPipelineInput, id, ""));
    assert.equal(await output.result, 0);
    assert.deepEqual(output.texts, ["a", "b", "c"]);
    await pool.shell.close("deleted");
  });

  it("cuts fragments to what the client's answers have room for", async () => {
    const pool = await open({ room: 4000 });
    const output = await pool.outcome(language.many(3, 10_000));
    assert.deepEqual(output.texts.map(({ length }) => length), [10_000, 10_000, 10_000]);
    assert.ok(output.pieces.every(({ length }) => length <= 1500), "3 / 8 of the room");
    await pool.shell.close("deleted");
  });

  it("gives PowerShell the variables of the client", async () => {
    const pool = await open({ environment: { OF_THE_CLIENT: "yes" } });
    assert.deepEqual((await pool.outcome(language.variable("OF_THE_CLIENT"))).texts, ["yes"]);
    await pool.shell.close("deleted");
  });

  it("refuses that another client connects", async () => {
    const pool = await open();
    assert.match(refused(await pool.shell.connect!({} as never)).message, /reconnect from the client that opened it/u);
    await pool.shell.close("deleted");
  });
}

describe("a conversation with a stand-in of PowerShell", { skip: process.platform === "win32" && "the stand-in is a script of /bin/sh" }, () => {
  const installation = new FakeInstallation();
  after(() => installation.remove());
  conversations(fake, async (options) => (await FakeClient.start({ Pwsh: installation.path })).open(options));

  it("asks the client's host and hands the answer on in its own stream", async () => {
    const pool = await (await FakeClient.start({ Pwsh: installation.path })).open();
    const { id, command, output } = await pool.run("prompt");
    await output.until(() => output.messages.some(({ type }) => type === 0x41100));
    await pool.send(command, pool.messages.write(clientMessages.hostResponse, id, "<S>typed</S>"), "pr");
    assert.equal(await output.result, 0);
    assert.deepEqual(output.texts, ["typed"]);
    await pool.shell.close("deleted");
  });

  it("says that a pipeline was stopped where server mode does not", async () => {
    const pool = await (await FakeClient.start({ Pwsh: installation.path })).open();
    const { command, output } = await pool.run("late");
    await command.signal!({ kind: "terminate", code: "terminate" });
    assert.deepEqual([await output.result, output.state, output.pieces.length], [0, 3, 1]);
    await pool.shell.close("deleted");
  });
});

describe("a conversation with PowerShell itself", { skip: findPwsh(undefined, process.env["PATH"]).path === undefined && "pwsh is not installed" }, () => {
  conversations(real, async (options) => (await FakeClient.start({}, { searchPath: process.env["PATH"]! })).open(options));
});
