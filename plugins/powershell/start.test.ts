import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe, it } from "node:test";
import { creationXml, FakeClient, FakeInstallation, refused, succeeded, type OpenOptions } from "./fake-client.js";
import { FakeMessages, clientMessages } from "./fake-messages.js";

const withoutShell = { skip: process.platform === "win32" && "the stand-in is a script of /bin/sh" };

describe("a host without PowerShell", () => {
  it("says at its start and to every client what is missing, where it was looked for, and what to do", async () => {
    const client = await FakeClient.start({}, { searchPath: ["/nowhere", "/neither"].join(delimiter) });
    const sentence = /PowerShell 7 is not installed on this host: there is no pwsh(?:\.exe)? in \/nowhere, \/neither; install it .*, or name its path in the parameter Pwsh/u;
    assert.deepEqual(client.logger.lines.map(({ level }) => level), ["warn"]);
    assert.match(client.logger.lines[0]!.message, sentence);
    const refusal = refused((await client.tryOpen()).shell);
    assert.equal(refusal.kind, "endpoint-unavailable");
    assert.match(refusal.message, sentence);
  });

  it("says which path it was given", async () => {
    const folder = mkdtempSync(join(tmpdir(), "powershell-"));
    const path = join(folder, "pwsh");
    for (const make of [() => undefined, () => writeFileSync(path, "no program")]) {
      make();
      const client = await FakeClient.start({ Pwsh: path });
      assert.match(refused((await client.tryOpen()).shell).message, new RegExp(`PowerShell is not at ${path.replaceAll("\\", "\\\\")}, which the parameter Pwsh`, "u"));
    }
    rmSync(folder, { recursive: true });
  });

  it("has it once it is installed", withoutShell, async () => {
    const folder = mkdtempSync(join(tmpdir(), "powershell-"));
    const client = await FakeClient.start({}, { searchPath: folder });
    refused((await client.tryOpen()).shell);
    const installation = new FakeInstallation();
    writeFileSync(join(folder, "pwsh"), `#!/bin/sh\nexec '${installation.path}' "$@"\n`);
    chmodSync(join(folder, "pwsh"), 0o755);
    const pool = await client.open();
    await pool.shell.close("deleted");
    installation.remove();
    rmSync(folder, { recursive: true });
  });
});

describe("parameters", () => {
  it("that cannot be are all told", async () => {
    await assert.rejects(FakeClient.start({ Pwsh: "bin/pwsh", ConfigurationNames: "a b/c", InheritEnvironment: "yes" }), (error: Error) => {
      for (const part of ['Pwsh is "bin/pwsh"', 'ConfigurationNames has "b/c"', 'InheritEnvironment is "yes"']) assert.ok(error.message.includes(part), error.message);
      return true;
    });
  });

  it("say which session configurations there are, and what of the host's environment PowerShell gets", withoutShell, async () => {
    const installation = new FakeInstallation();
    const uri = (name: string): OpenOptions => ({ resourceUri: `http://schemas.microsoft.com/powershell/${name}` });
    const client = await FakeClient.start({ Pwsh: installation.path, ConfigurationNames: "PowerShell.7, Team", InheritEnvironment: "false" });
    assert.equal(refused((await client.tryOpen(uri("Microsoft.PowerShell"))).shell).kind, "not-found");
    process.env["OF_THE_HOST"] = "secret";
    const pool = await client.open(uri("team"));
    assert.deepEqual((await pool.outcome("environment OF_THE_HOST")).texts, ["none"]);
    await pool.shell.close("deleted");
    const other = await (await FakeClient.start({ Pwsh: installation.path })).open();
    assert.deepEqual((await other.outcome("environment OF_THE_HOST")).texts, ["secret"]);
    await other.shell.close("deleted");
    delete process.env["OF_THE_HOST"];
    installation.remove();
  });
});

describe("a request that is not PowerShell's", withoutShell, () => {
  const messages = new FakeMessages("11111111-2222-3333-4444-555555555555");
  const option = (value: string, name = "protocolversion"): OpenOptions => ({ options: [{ name: "protocolversion", value: "2.3" }, { name, value, mustComply: true }].slice(name === "protocolversion" ? 1 : 0) });
  const cases: readonly (readonly [title: string, options: OpenOptions, kind: string, sentence: RegExp])[] = [
    ["without a protocolversion", { options: [] }, "invalid-options", /no option protocolversion.*SupportsOptions/u],
    ...["2.0", "2.4", "1.0", "3.0", "", "two"].map((value) => [`of version "${value}"`, option(value), "invalid-options", /this host speaks 2\.1, 2\.2, 2\.3/u] as const),
    ["with an option that must be understood", option("x", "other"), "invalid-options", /"other" is not known/u],
    ["without creationXml", { creation: undefined }, "invalid-parameter", /no creationXml/u],
    ["with creationXml of another namespace", { creation: creationXml("", "urn:other") }, "invalid-parameter", /no creationXml of the namespace/u],
    ["with creationXml that is no base64", { creation: creationXml("?") }, "invalid-parameter", /does not begin a session/u],
    ["with creationXml of no fragments", { creation: creationXml("AAAA") }, "invalid-parameter", /does not begin a session/u],
    ["with creationXml of another message", { creation: creationXml(messages.write(clientMessages.initRunspacePool, undefined, "").toString("base64")) }, "invalid-parameter", /does not begin a session/u],
    ["with other input streams", { inputStreams: ["stdin", "keyboard"] }, "invalid-parameter", /none called "keyboard"/u],
    ["with other output streams", { outputStreams: ["stdout", "stderr"] }, "invalid-parameter", /none called "stderr"/u],
    ["without output", { outputStreams: [] }, "invalid-parameter", /does not name it/u],
    ["in a folder that is not there", { workingDirectory: "/nowhere/at/all" }, "invalid-parameter", /no folder/u],
  ];
  const installation = new FakeInstallation();

  for (const [title, options, kind, sentence] of cases) {
    it(title, async () => {
      const refusal = refused((await (await FakeClient.start({ Pwsh: installation.path })).tryOpen(options)).shell);
      assert.equal(refusal.kind, kind);
      assert.match(refusal.message, sentence);
    });
  }

  it("and the versions that are", async () => {
    const client = await FakeClient.start({ Pwsh: installation.path });
    for (const value of ["2.1", "2.2", "2.3"]) await (await client.open({ options: [{ name: "ProtocolVersion", value, mustComply: true }, { name: "WINRS_SKIP", value: "x" }] })).shell.close("deleted");
  });

  it("for a pipeline", async () => {
    const pool = await (await FakeClient.start({ Pwsh: installation.path })).open();
    const run = async (data: Buffer) => refused((await pool.tryRun("", false, data)).command);
    assert.match((await run(Buffer.from("no fragments"))).message, /do not begin the creation of a pipeline/u);
    assert.match((await run(messages.open())).message, /do not begin the creation of a pipeline/u);
    const id = "99999999-8888-7777-6666-555555555555";
    const first = await pool.tryRun("", false, pool.messages.pipeline(id, "wait"));
    succeeded(first.command);
    assert.equal((await run(pool.messages.pipeline(id, "wait"))).kind, "already-exists");
    await succeeded(first.command).close("deleted");
    assert.ok("close" in (await pool.tryRun("", false, pool.messages.pipeline(id, "echo again"))).command, "an id is free again once it is closed");
    assert.equal(refused(await succeeded((await pool.tryRun("wait")).command).signal!({ kind: undefined, code: "urn:other" })).kind, "invalid-parameter");
    await pool.shell.close("deleted");
    installation.remove();
  });
});
