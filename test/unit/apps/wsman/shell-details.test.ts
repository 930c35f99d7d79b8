import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bob, settled, TRANSFER } from "./app-harness.js";
import { CMD, idIn, ScriptedShells, SHELLS, ShellHarness } from "./shell-harness.js";

async function started(more: Readonly<Record<string, unknown>> = {}) {
  const script = new ScriptedShells();
  script.more = more;
  return { script, client: await ShellHarness.start(script) };
}

const rsp = 'xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell" xmlns:s="http://www.w3.org/2003/05/soap-envelope"';

describe("Get of a shell", () => {
  it("tells what its plug-in knows it uses, under both resource URIs, at the end as Windows does", async () => {
    const { client } = await started({ usage: async () => ({ memory: 58.2 * 1024 * 1024, childProcesses: 3 }), profileLoaded: false, processId: 77 });
    const shell = await client.open();
    for (const resourceUri of [CMD, SHELLS]) {
      const { text } = (await client.send(`${TRANSFER}/Get`, "", shell, { resourceUri })).ok();
      assert.match(text, /<rsp:ProcessId>77<.*<rsp:ProfileLoaded>No<.*<rsp:ShellInactivity>[^<]*<\/rsp:ShellInactivity><rsp:MemoryUsed>59MB<\/rsp:MemoryUsed><rsp:ChildProcesses>3<\/rsp:ChildProcesses><\/rsp:Shell>/u);
    }
  });

  it("leaves out what nobody knows, and does not wait for who does not say", async () => {
    const usages: readonly (readonly [string, unknown])[] = [
      ["none", undefined], ["nothing", () => ({})], ["undefined", () => undefined], ["never", () => new Promise(() => undefined)], ["wrong", () => ({ memory: "much" })],
      ["throws", () => { throw new Error("no"); }],
    ];
    for (const [title, usage] of usages) {
      const { client } = await started({ usage });
      const shell = await client.open();
      const asked = client.send(`${TRANSFER}/Get`, "", shell);
      await client.app.advance(1000);
      const { text } = (await asked).ok();
      assert.doesNotMatch(text, /MemoryUsed|ChildProcesses|ProfileLoaded/u, title);
    }
  });
});

describe("a client that would have its streams compressed", () => {
  const create = async (client: ShellHarness, header: string) => {
    const { create, ...more } = { create: `<rsp:Shell ${rsp}><rsp:OutputStreams>stdout</rsp:OutputStreams></rsp:Shell>`, action: `${TRANSFER}/Create`, uri: CMD };
    return client.app.send({ ...more, headers: header, body: create });
  };

  it("is told that they are not", async () => {
    const { client } = await started();
    // It is an offer also where it must be understood, as Windows' own client says.
    const created = (await create(client, `<rsp:CompressionType ${rsp} s:mustUnderstand="true">xpress</rsp:CompressionType>`)).ok();
    assert.match(created.text, /<rsp:CompressionMode>NoCompression</u);
    const shell = idIn(created, "ShellId");
    assert.match((await client.send(`${TRANSFER}/Get`, "", shell)).ok().text, /<rsp:CompressionMode>NoCompression</u);
    assert.doesNotMatch((await create(client, "")).ok().text, /CompressionMode/u);
  });
});

describe("the status of shells", () => {
  it("shows who holds what, also what has ended and is not let go, and counts what there was", async () => {
    const { client, script } = await started();
    const shell = await client.open();
    const command = await client.run(shell, "sleep 100");
    await script.commands[0]!.output.write("stdout", "unread");
    const other = await client.open({ user: bob });
    await client.app.advance(61_500);
    const waiting = client.receive(shell, command, { streams: "stderr" });
    await settled();
    const status = client.app.app.status();
    assert.deepEqual(status.shells, [
      {
        shellId: shell, owner: "alice", clientIP: "127.0.0.1", resourceUri: CMD, plugin: "Thing", state: "connected", seconds: 61, idleSeconds: 0, requests: 1,
        commands: [{ commandId: command, commandLine: "sleep 100", state: "running", seconds: 61, unread: 6 }],
      },
      { shellId: other, owner: "bob", clientIP: "127.0.0.1", resourceUri: CMD, plugin: "Thing", state: "connected", seconds: 61, idleSeconds: 61, requests: 0, commands: [] },
    ]);
    script.closeShell = () => new Promise(() => undefined);
    const deleted = client.delete(shell);
    await settled();
    (await waiting).fault("w:InternalError", { code: 995 });
    assert.deepEqual(client.app.app.status().shells.map(({ owner, state }) => [owner, state]), [["alice", "deleted"], ["bob", "connected"]]);
    script.closeShell = () => undefined;
    await client.app.advance(1000);
    (await deleted).ok();
    await client.app.advance(15 * 60_000);
    const { openShells, shellsOpened, shellsEnded, shells } = client.app.app.status();
    assert.deepEqual({ openShells, shellsOpened, shellsEnded, shells }, { openShells: 0, shellsOpened: 2, shellsEnded: { deleted: 1, idle: 1, lifetime: 0, shutdown: 0 }, shells: [] });
  });
});
