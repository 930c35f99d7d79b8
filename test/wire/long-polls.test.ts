import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pluginXml, startConfiguredHost, testPlugin } from "../support/configured-host.js";
import type { RunningHost } from "../support/running-host.js";
import { ShellSession } from "../support/shell-session.js";
import { until } from "../support/until.js";
import { waitingShells } from "../support/waiting-shells-plugin.js";

/** Clients that wait at the same time, each with a shell and a command of its own. */
const clients = 1000;
/** Seconds that they are willing to wait; more of them take longer, and are in `npm run soak`. */
const timeouts = [1, 5];

/** How long the host took over each Receive, as its log says: a thousand clients in one process are slower than any of them alone. Milliseconds. */
const times = (host: RunningHost): number[] =>
  host.log().split("\n").filter((line) => line.includes('"result":"timedOut"')).map((line) => (JSON.parse(line) as { readonly milliseconds: number }).milliseconds);

describe(`${clients} clients that wait for output`, () => {
  let host: RunningHost;
  before(async () => {
    host = await startConfiguredHost({ "/wsman": { plugins: pluginXml("waiting", testPlugin("waiting-shells-plugin"), [[waitingShells, "Shell"]]), limits: { QuotaSystemWindowSeconds: 0 } } }, undefined, {}, '<shells maxShells="2000" maxShellsPerUser="2000"/>');
  });
  after(() => host.stop());

  it("all get the fault that tells them to ask again, in time to arrive before they give up", async () => {
    const commands: { readonly shell: ShellSession; readonly command: string }[] = [];
    for (let at = 0; at < clients; at += 50) {
      commands.push(...(await Promise.all(Array.from({ length: 50 }, async () => {
        const shell = await ShellSession.open(host.urls[0]!, host.authorization, { resourceUri: waitingShells });
        return { shell, command: await shell.start("wait") };
      }))));
    }
    for (const seconds of timeouts) {
      const before = times(host).length;
      await Promise.all(commands.map(async ({ shell, command }) => {
        await assert.rejects(shell.receive(command, `<w:OperationTimeout>PT${seconds}S</w:OperationTimeout>`), /Code="2150858793"/u);
      }));
      await until(() => times(host).length >= before + clients);
      const waited = times(host).slice(before);
      const T = seconds * 1000;
      assert.ok(Math.min(...waited) >= (T < 2000 ? T / 2 : T - 1000), `the first left after ${Math.min(...waited)} ms of ${T}`);
      assert.ok(Math.max(...waited) <= T - 200, `the last left after ${Math.max(...waited)} ms of ${T}`);
    }
    for (let at = 0; at < clients; at += 50) await Promise.all(commands.slice(at, at + 50).map(({ shell }) => shell.delete()));
    await assert.rejects(commands[0]!.shell.start("again"), /2150858843/u);
  });
});
