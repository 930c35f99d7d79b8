import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { failure } from "../../../../src/sdk/failure.js";
import type { CommandOutput, OwnOutput } from "../../../../src/sdk/shell.js";
import { settled, TRANSFER, type Answer } from "./app-harness.js";
import { idIn, received, ScriptedShells, SHELLS, ShellHarness, type VerbOptions } from "./shell-harness.js";

const RSP = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";

/** A shell whose clients receive from itself and may leave it, as PowerShell's. */
async function opened(more: VerbOptions = {}): Promise<{ client: ShellHarness; script: ScriptedShells; shell: string; output: OwnOutput; runs: () => Promise<{ id: string; output: CommandOutput }> }> {
  const script = new ScriptedShells();
  script.more = { hasOutput: true, connect: () => undefined, send: () => undefined };
  const client = await ShellHarness.start(script, { settings: { maxShellIdleTimeoutMinutes: 15 } });
  const shell = await client.open(more);
  const runs = async () => ({ id: await client.run(shell, "c"), output: script.commands.at(-1)!.output });
  return { client, script, shell, output: script.shells[0]!.output, runs };
}

const streams = (text: string): string[] => [...text.matchAll(/<rsp:Stream Name="([^"]*)"[^>]*>([^<]*)</gu)].map(([, name, data]) => `${name} ${Buffer.from(data!, "base64").toString().length}`);
const disconnect = (client: ShellHarness, shell: string, inside = "") => client.send(`${RSP}/Disconnect`, `<rsp:Disconnect>${inside}</rsp:Disconnect>`, shell);
const reconnect = (client: ShellHarness, shell: string) => client.send(`${RSP}/Reconnect`, "", shell);

describe("output in whole pieces", () => {
  it("is neither split nor joined, also between pieces that are", async () => {
    const { client, shell, output } = await opened();
    const write = (octets: number, isWhole: boolean) => void output.write("stdout", "x".repeat(octets), { isWhole });
    write(10, false);
    write(20, false);
    write(30, true);
    write(40, true);
    write(50, false);
    write(60, true);
    assert.deepEqual(streams((await client.receive(shell, undefined)).ok().text), ["stdout 30", "stdout 30", "stdout 40", "stdout 50", "stdout 60"]);
  });

  it("goes into the next answer where it does not fit, and into none that is too small for it", async () => {
    const { client, shell, output } = await opened();
    for (let nth = 0; nth < 3; nth++) void output.write("stdout", "x".repeat(9000), { isWhole: true });
    const small = { maxEnvelopeSize: 16_384 };
    assert.deepEqual(streams((await client.receive(shell, undefined, small)).ok().text), ["stdout 9000"]);
    (await client.receive(shell, undefined, { maxEnvelopeSize: 8192 })).fault("w:EncodingLimit", { detail: "MaxEnvelopeSize" });
    assert.deepEqual(streams((await client.receive(shell, undefined)).ok().text), ["stdout 9000", "stdout 9000"]);
  });
});

describe("a shell with output of its own", () => {
  it("says of its commands that they are over, and no more", async () => {
    const { client, shell, runs } = await opened();
    const { id, output } = await runs();
    void output.write("stdout", "some");
    assert.doesNotMatch((await client.receive(shell, id)).ok().text, /CommandState/u);
    output.done(0);
    const end = await client.receive(shell, id);
    assert.deepEqual(received(end.ok()), { text: {}, ended: [], state: "Done", exitCode: 0 });
  });

  it("tells the end of its own streams when the plug-in does", async () => {
    const { client, shell, output } = await opened();
    output.end("stdout");
    assert.deepEqual(received((await client.receive(shell, undefined)).ok()).ended, ["stdout"]);
  });
});

describe("a shell that fails", () => {
  it("gives what it had, then says why, to everybody but who cleans up", async () => {
    const { client, script, shell, output, runs } = await opened();
    const { id, output: own } = await runs();
    void output.write("stdout", "last words");
    void own.write("stdout", "more");
    const idle = await runs();
    const waiting = client.receive(shell, idle.id);
    await settled();
    output.done(failure("internal", { code: 4711, message: "the process behind it died" }));
    output.done(failure("internal", { code: 1, message: "again" }));
    const told = async (answer: Promise<Answer>) => assert.match((await answer).fault("w:InternalError", { code: 4711 }).text, /the process behind it died/u);
    await told(waiting);
    assert.deepEqual(received((await client.receive(shell, undefined)).ok()).text, { stdout: "last words" });
    await told(client.receive(shell, undefined));
    await told(client.receive(shell, undefined));
    assert.deepEqual(received((await client.receive(shell, id)).ok()).text, { stdout: "more" });
    await told(client.receive(shell, id));
    await told(client.command(shell, "d"));
    await told(client.input(shell, undefined, "x"));
    await told(disconnect(client, shell));
    await told(client.send(`${TRANSFER}/Get`, "", shell, { resourceUri: SHELLS }));
    assert.equal(await output.write("stdout", "late"), false);
    (await client.signal(shell, id, "terminate")).ok();
    assert.ok(!script.heard.includes("shell closed: deleted"));
    (await client.delete(shell)).ok();
    assert.deepEqual(script.heard.at(-1), "shell closed: deleted");
    (await client.receive(shell, undefined)).fault("w:InvalidSelectors");
  });

  it("wakes who waits for its output, and ends with its idle time", async () => {
    const { client, script, shell, output } = await opened();
    const waiting = client.receive(shell, undefined);
    await settled();
    output.done(failure("internal", { message: "gone" }));
    (await waiting).fault("w:InternalError");
    await client.app.advance(15 * 60_000);
    assert.deepEqual(script.heard, ["shell closed: idle"]);
  });

  it("with what is no failure has its reason in the log", async () => {
    const { client, shell, output } = await opened();
    output.done("because" as never);
    assert.match((await client.receive(shell, undefined)).fault("w:InternalError").text, /ERR-1/u);
    assert.ok(client.app.logger.lines.some(({ level }) => level === "error"));
  });
});

describe("a shell that its client leaves", () => {
  it("goes on, keeps its output and is there for the client that comes back", async () => {
    const { client, shell, runs } = await opened();
    const { id, output } = await runs();
    (await disconnect(client, shell)).ok();
    (await disconnect(client, shell)).fault("w:InternalError");
    (await client.receive(shell, id)).fault("w:InternalError", { code: 0x803381c4 });
    void output.write("stdout", "meanwhile");
    assert.match((await client.send(`${TRANSFER}/Get`, "", shell, { resourceUri: SHELLS })).ok().text, /<rsp:BufferMode>Block<\/rsp:BufferMode><rsp:State>Disconnected</u);
    (await reconnect(client, shell)).ok();
    // A client that was given it by Connect sends one more.
    (await reconnect(client, shell)).ok();
    assert.deepEqual(received((await client.receive(shell, id)).ok()).text, { stdout: "meanwhile" });
  });

  it("with the buffer mode Block holds its commands back, with Drop loses the oldest", async () => {
    for (const mode of ["Block", "Drop"]) {
      const { client, shell, runs } = await opened();
      const { id, output } = await runs();
      (await disconnect(client, shell, `<rsp:BufferMode>${mode}</rsp:BufferMode>`)).ok();
      let written = 0;
      const writing = (async () => {
        for (; written < 200; written++) await output.write("stdout", `${written} `.padEnd(10_000), { isWhole: true });
        output.done(0);
      })();
      await settled();
      assert.equal(written === 200, mode === "Drop");
      assert.match((await client.send(`${TRANSFER}/Get`, "", shell, { resourceUri: SHELLS })).ok().text, new RegExp(`<rsp:BufferMode>${mode}<`, "u"));
      (await reconnect(client, shell)).ok();
      const numbers: number[] = [];
      for (let end = false; !end; ) {
        const answer = (await client.receive(shell, id)).ok();
        numbers.push(...[...answer.text.matchAll(/<rsp:Stream [^>]*>([^<]+)</gu)].map(([, data]) => Number.parseInt(Buffer.from(data!, "base64").toString(), 10)));
        end = received(answer).state === "Done";
        await settled();
      }
      await writing;
      assert.equal(numbers.length, mode === "Drop" ? 51 : 200);
      assert.deepEqual(numbers, Array.from({ length: numbers.length }, (_, index) => 200 - numbers.length + index), "the newest, in order");
    }
  });

  it("and whose plug-in refuses a Connect can be come back to by its own client only", async () => {
    const { client, script, shell } = await opened();
    script.more = { ...script.more, connect: () => failure("not-supported", { message: "not here" }) };
    const other = await client.open();
    (await disconnect(client, other)).ok();
    assert.match((await client.send(`${RSP}/Connect`, "<rsp:Connect/>", other)).fault("a:ActionNotSupported").text, /not here/u);
    (await reconnect(client, other)).ok();
    (await disconnect(client, shell)).ok();
    (await client.send(`${RSP}/Connect`, "<rsp:Connect/>", shell)).ok();
  });

  it("tells how long it may be left, and takes no longer time", async () => {
    const { client, shell } = await opened();
    assert.match((await client.send(`${TRANSFER}/Get`, "", shell, { resourceUri: SHELLS })).ok().text, /<rsp:MaxIdleTimeOut>PT900\.000S</u);
    (await disconnect(client, shell, "<rsp:IdleTimeOut>PT901S</rsp:IdleTimeOut>")).fault("w:InternalError", { code: 0x803381f2 });
    (await disconnect(client, shell, "<rsp:IdleTimeOut>PT60S</rsp:IdleTimeOut>")).ok();
    await client.app.advance(60_000);
    (await reconnect(client, shell)).fault("w:InvalidSelectors");
  });
});

describe("compression", () => {
  it("that a client offers is not used, and that is said", async () => {
    const { client } = await opened();
    const header = `<rsp:CompressionType s:mustUnderstand="true" xmlns:rsp="${RSP}">xpress</rsp:CompressionType>`;
    const body = "<rsp:Shell xmlns:rsp='http://schemas.microsoft.com/wbem/wsman/1/windows/shell'><rsp:OutputStreams>stdout</rsp:OutputStreams></rsp:Shell>";
    const answer = await client.app.send({ action: `${TRANSFER}/Create`, uri: `${RSP}/cmd`, headers: header, body });
    assert.match(answer.ok().text, /<rsp:CompressionMode>NoCompression</u);
    assert.notEqual(idIn(answer, "ShellId"), "");
  });
});
