import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pluginXml, startConfiguredHost } from "../support/configured-host.js";
import { HttpExchange } from "../support/http-exchange.js";
import { projectRoot, withoutFixtures } from "../support/project-root.js";
import { recordedExchanges } from "../support/recorded-exchanges.js";
import type { RunningHost } from "../support/running-host.js";

const plugins = join(projectRoot, "dist", "plugins");
const resources = [["http://schemas.microsoft.com/powershell/", "Shell", 'SupportsOptions="true"']] as const;
const skip = process.platform === "win32" ? "the stand-in of PowerShell is a script of /bin/sh" : withoutFixtures;

/** Types of the messages that begin in the streams of an answer (MS-PSRP 2.2.1). */
function messagesIn(text: string): readonly string[] {
  return [...text.matchAll(/<rsp:Stream [^>]*>([^<]+)</gu)].flatMap(([, data]) => {
    const octets = Buffer.from(data!, "base64");
    assert.equal(octets.readUInt32BE(17), octets.length - 21, "a stream element is one whole fragment");
    return (octets[16]! & 1) === 0 ? [] : [`${octets.readUInt32LE(25).toString(16)}${/State">(\d)</u.exec(octets.toString())?.[1] ?? ""}`];
  });
}

/** Sessions of pypsrp: what the running host and a stand-in for PowerShell, which knows no language, answer it as a whole. */
describe("recorded requests of PowerShell's clients, through the running host", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-powershell-"));
  let host: RunningHost;
  before(async () => {
    const pwsh = join(folder, "pwsh");
    writeFileSync(pwsh, `#!/bin/sh\nexec '${process.execPath}' '${join(plugins, "powershell", "fake-pwsh.js")}' "$@"\n`);
    chmodSync(pwsh, 0o755);
    const parameters = `<InitializationParameters><Param Name="Pwsh" Value="${pwsh}"/></InitializationParameters>`;
    host = await startConfiguredHost({ "/wsman": { plugins: pluginXml("powershell", join(plugins, "powershell"), resources).replace("<Resources>", `${parameters}<Resources>`), limits: { MaxEnvelopeSizeKB: 500 } } });
  });
  after(async () => {
    assert.equal(await host.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  const ask = async (body: string): Promise<string> => (await HttpExchange.post(host.urls.find((url) => url.endsWith("/wsman"))!, body, { Authorization: host.authorization })).body.toString();

  it("open a pool, look after it and delete it", async () => {
    const messages: string[] = [];
    for (const { request } of recordedExchanges("test_psrp_set_runspaces.yml")) {
      const isReceive = request.includes("/shell/Receive<");
      // The stand-in has one runspace for ever: of what it is asked about them there is no answer.
      if (isReceive && messages.includes("210052")) continue;
      let answer = await ask(request);
      assert.doesNotMatch(answer, /<s:Fault>/u, answer);
      messages.push(...messagesIn(answer));
      while (isReceive && messages.length < 3) messages.push(...messagesIn((answer = await ask(request))));
    }
    assert.deepEqual(messages, ["10002", "21009", "210052"]);
  });

  it("stop a pipeline that runs, leave the shell and come back to it", async () => {
    const [create, receive, , command] = recordedExchanges("test_psrp_long_running_cmdlet.yml").map(({ request }) => request);
    const exchanges = recordedExchanges("test_psrp_disconnect_runspaces.yml").map(({ request }) => request);
    const id = /ShellId="([^"]*)"/u.exec(create!)![1]!;
    const to = (request: string | undefined): string => request!.replaceAll(/(Name="ShellId">)[^<]*/gu, `$1${id}`);
    const verb = (name: string): string => to(exchanges.find((request) => request.includes(`/shell/${name}<`)));
    await ask(create!);
    const opened: string[] = [];
    while (opened.length < 3) opened.push(...messagesIn(await ask(receive!)));
    assert.match(await ask(command!), /<rsp:CommandResponse>/u);
    assert.doesNotMatch(await ask(verb("Disconnect")), /Fault/u);
    assert.match(await ask(receive!), /2150859204/u);
    assert.match(await ask(verb("Connect")), /lets nobody connect/u);
    assert.doesNotMatch(await ask(verb("Reconnect")), /Fault/u);
    const pipeline = /CommandId="([^"]*)"/u.exec(command!)![1]!;
    const waiting = ask(receive!.replace("<rsp:DesiredStream>", `<rsp:DesiredStream CommandId="${pipeline}">`));
    const signal = recordedExchanges("test_psrp_multiple_invocations.yml").map(({ request }) => request).find((request) => request.includes("/shell/Signal<"))!;
    assert.match(await ask(to(signal).replace(/CommandId="[^"]*"/u, `CommandId="${pipeline}"`).replace(/<rsp:Code>[^<]*/u, "<rsp:Code>powershell/signal/crtl_c")), /<rsp:SignalResponse/u);
    const stopped = await waiting;
    assert.deepEqual(messagesIn(stopped), ["410063"]);
    assert.match(stopped, /CommandState\/Done"><rsp:ExitCode>0</u);
    assert.doesNotMatch(await ask(to(recordedExchanges("test_psrp_long_running_cmdlet.yml").at(-1)!.request)), /Fault/u);
  });
});
