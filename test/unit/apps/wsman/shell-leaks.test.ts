import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { settled } from "./app-harness.js";
import { received, ScriptedShells, ShellHarness } from "./shell-harness.js";

const quota = { maxAllowedConcurrentShells: 5, maxAllowedConcurrentOperations: 15, timeslotSize: 1000, maxAllowedOperationsPerTimeslot: 10_000_000 };
const authorization = {
  kind: "authorization-plugin", declaration: { name: "auth", sdkVersion: 1 },
  startup: () => ({ authorizeUser: () => ({ allow: true }), authorizeOperation: () => ({ allow: true }), queryQuota: () => quota }),
};
/** The throttle of the whole application off, quotas as above. */
const options = { settings: { quotaSystemWindowSeconds: 0 }, authorization, authorizationSettings: { supportsQuota: true } } as const;

const commandsInOneShell = 2000;
const shellsInTurn = 10_000;
const vanishingClients = 1000;

/** A client, and the timers that there are once the user is known: of the authorization that is remembered. */
async function start(): Promise<{ readonly script: ScriptedShells; readonly client: ShellHarness; readonly timers: number }> {
  const script = new ScriptedShells();
  const client = await ShellHarness.start(script, options);
  (await client.delete(await client.open())).ok();
  script.heard.length = 0;
  return { script, client, timers: client.app.clock.pending };
}

describe("shells under quotas leave nothing behind", () => {
  it(`${commandsInOneShell} commands one after the other under a limit of 15, half of them never signalled`, async () => {
    const { script, client, timers } = await start();
    const shell = await client.open();
    for (let count = 0; count < commandsInOneShell; count++) {
      const command = await client.run(shell, `c${count}`);
      script.commands.at(-1)!.output.done(count % 256);
      assert.equal(received((await client.receive(shell, command)).ok()).exitCode, count % 256);
      if (count % 2 === 0) (await client.signal(shell, command, "terminate")).ok();
    }
    (await client.delete(shell)).ok();
    assert.deepEqual([client.app.app.status().openShells, client.app.clock.pending, script.heard.length], [0, timers, commandsInOneShell + 1]);
  });

  it(`${shellsInTurn} shells created and deleted, every other one with a command that runs`, async () => {
    const { client, timers } = await start();
    for (let count = 0; count < shellsInTurn; count++) {
      const shell = await client.open();
      if (count % 2 === 0) await client.run(shell, "endless");
      (await client.delete(shell)).ok();
    }
    assert.deepEqual([client.app.app.status().openShells, client.app.clock.pending], [0, timers]);
    for (let count = 0; count < 5; count++) await client.open();
  });

  it(`${vanishingClients} clients that vanish while their command runs: their shells end when nobody uses them, and give all places back`, async () => {
    const { script, client, timers } = await start();
    for (let count = 0; count < vanishingClients; ) {
      // As many at a time as the quota has room for.
      const gone: (() => void)[] = [];
      const waiting: Promise<unknown>[] = [];
      for (let at = 0; at < 5; at++, count++) {
        const shell = await client.open({ inside: "<rsp:IdleTimeOut>PT5S</rsp:IdleTimeOut><rsp:OutputStreams>stdout stderr</rsp:OutputStreams>" });
        const command = await client.run(shell, "endless");
        waiting.push(client.receive(shell, command, { gone: (run) => gone.push(run) }));
      }
      await settled();
      for (const run of gone) run();
      await Promise.all(waiting);
      await client.app.advance(5000);
    }
    assert.deepEqual([client.app.app.status().openShells, client.app.clock.pending], [0, timers]);
    assert.equal(script.heard.filter((line) => line === "shell closed: idle").length, vanishingClients);
  });
});
