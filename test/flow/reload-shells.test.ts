import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { afterEach, describe, it } from "node:test";
import { createHost, type RunningHost } from "wsmanor";
import { basic } from "../support/basic.js";
import { pluginXml } from "../support/configured-host.js";
import { ReloadFolder, type ReloadVersion } from "../support/reload-folder.js";
import { ShellSession } from "../support/shell-session.js";

const bindings = '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>';
const uri = "urn:test:echo-shells";

/** Commands tell the parameter `word` and what they are sent; `exit` ends one. */
const module = `
import { appendFileSync } from "node:fs";
export default {
  kind: "operation-plugin",
  declaration: { name: "echo-shells", sdkVersion: 1, capabilities: ["Shell"], parameters: ["word"] },
  startup: ({ initializationParameters }) => ({
    openShell: () => ({
      runCommand: ({ output }) => ({
        send: async ({ data }) => {
          const text = Buffer.from(data).toString();
          if (text === "exit") output.done(7);
          else await output.write("stdout", initializationParameters.get("word") + " " + text);
        },
        close: () => undefined,
      }),
      close: (reason) => appendFileSync(new URL("life", import.meta.url), "shell closed " + reason + "\\n"),
    }),
    shutdown: () => appendFileSync(new URL("life", import.meta.url), "echo shut down\\n"),
  }),
};
`;
const plugin = (word: string): string => pluginXml("echo-shells", "echo-shells.mjs", [[uri, "Shell"]]).replace("<Resources>", `<InitializationParameters><Param Name="word" Value="${word}"/></InitializationParameters><Resources>`);

describe("a reload while shells are open", () => {
  let folder: ReloadFolder;
  let host: RunningHost;
  let authorization: string;
  const begin = async (word = "one"): Promise<ShellSession> => {
    folder = new ReloadFolder();
    folder.put("wsman/echo-shells.mjs", module);
    write({ version: "1" }, word);
    host = await createHost({ config: folder.path, state: folder.state, log: new PassThrough().resume() });
    authorization = basic(host.firstRun!.user, host.firstRun!.password);
    return open();
  };
  const open = (): Promise<ShellSession> => ShellSession.open(host.urls.find((each) => each.endsWith("/wsman"))!, authorization, { resourceUri: uri });
  /** Nothing is waited for: what a reload ends it ends at once. */
  const write = (version: Partial<ReloadVersion>, word: string): void => folder.write({ version: "1", bindings, drain: "00:00:00", plugins: word === "" ? "" : plugin(word), ...version });
  const reload = async (version: Partial<ReloadVersion>, word: string): Promise<void> => {
    write(version, word);
    assert.equal((await host.reload()).kind, "swapped");
  };
  const draining = async (): Promise<number> => ((await (await fetch(new URL("/status", host.urls[0]), { headers: { authorization } })).json()) as { configuration: { draining: number } }).configuration.draining;
  const send = (shell: ShellSession, command: string, text: string): Promise<string> =>
    shell.ask("http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Send", `<rsp:Send><rsp:Stream Name="stdin" CommandId="${command}">${Buffer.from(text).toString("base64")}</rsp:Stream></rsp:Send>`);
  const said = async (shell: ShellSession, command: string): Promise<string> => Buffer.from(/<rsp:Stream Name="stdout"[^>]*>([^<]+)</u.exec(await shell.receive(command))![1]!, "base64").toString();
  /** Waits until so many old configurations are there. */
  const untilDraining = async (isSo: (count: number) => boolean): Promise<void> => {
    while (!isSo(await draining())) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  afterEach(async () => {
    await host.stop();
    folder.remove();
  });

  it("leaves them alone, with what runs in them, as long as their plug-in stays what it is, over any number of reloads", async () => {
    const shell = await begin();
    const command = await shell.start("talk");
    for (const version of ["2", "3", "4"]) {
      await reload({ version }, "one");
      await send(shell, command, version);
      assert.equal(await said(shell, command), `one ${version}`);
    }
    assert.equal(await draining(), 1, "only the one that has the shell");
    const started = await shell.start("another");
    await send(shell, started, "new command");
    assert.equal(await said(shell, started), "one new command");
    await send(shell, command, "exit");
    assert.equal((await shell.finish(command)).exitCode, 7);
    await shell.delete();
    await untilDraining((count) => count === 0);
    const life = folder.read("wsman/life");
    const [closed, ended] = [life.indexOf("shell closed deleted"), life.indexOf("1 shut down iis-host")];
    assert.ok(closed !== -1 && closed < ended, life);
  });

  for (const [title, version, word] of [["has another parameter", {}, "two"], ["is gone", {}, ""]] as const) {
    it(`ends them when their plug-in ${title}, and says so to who comes back`, async () => {
      const shell = await begin();
      const command = await shell.start("talk");
      await reload({ version: "2" }, "one");
      const waiting = assert.rejects(shell.receive(command), /Code="995"/u);
      while (!/"requests": 1/u.test(await (await fetch(new URL("/status", host.urls[0]), { headers: { authorization } })).text())) await new Promise((resolve) => setTimeout(resolve, 5));
      await reload({ ...version, version: "3" }, word);
      await waiting;
      await untilDraining((count) => count === 0);
      await assert.rejects(shell.receive(command), /Code="2150858843".*configuration was replaced by another/su);
    });
  }

  it("ends them when a file of their plug-in has changed", async () => {
    const shell = await begin();
    folder.put("wsman/echo-shells.mjs", `${module}// changed\n`);
    assert.equal((await host.reload()).kind, "swapped");
    await untilDraining((count) => count === 0);
    await assert.rejects(shell.start("talk"), /configuration was replaced by another/u);
    const next = await open();
    const command = await next.start("talk");
    await send(next, command, "again");
    assert.equal(await said(next, command), "one again");
  });

  it("is no way to keep any number of old configurations: the oldest that is there for a shell ends", async () => {
    const shells = [await begin()];
    for (let count = 2; count <= 10; count++) {
      await reload({ version: String(count) }, "one");
      shells.push(await open());
    }
    await untilDraining((count) => count === 8);
    await assert.rejects(shells[0]!.start("talk"), /configuration was replaced by another/u);
    await shells[1]!.start("talk");
  });
});
