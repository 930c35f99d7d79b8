import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Quota } from "../../../../src/sdk/define-authorization-plugin.js";
import type { SettingPlaces } from "../../../../src/apps/wsman/setting-places.js";
import { alice, bob, enumerate, get, release, settled, type Answer } from "./app-harness.js";
import { ScriptedShells, SHELLS, ShellHarness } from "./shell-harness.js";

const quotaOf = (quota: Partial<Quota>): { readonly authorization: unknown; readonly authorizationSettings: { readonly supportsQuota: boolean } } => ({
  authorization: {
    kind: "authorization-plugin", declaration: { name: "auth", sdkVersion: 1 },
    startup: () => ({
      authorizeUser: () => ({ allow: true }), authorizeOperation: () => ({ allow: true }),
      queryQuota: () => ({ maxAllowedConcurrentShells: 100, maxAllowedConcurrentOperations: 100, timeslotSize: 10, maxAllowedOperationsPerTimeslot: 1000, ...quota }),
    }),
  },
  authorizationSettings: { supportsQuota: true },
});

async function started(quota: Partial<Quota>) {
  const script = new ScriptedShells();
  return { script, client: await ShellHarness.start(script, { settings: { quotaSystemWindowSeconds: 0 }, ...quotaOf(quota) }) };
}

const perUser = { code: 2_150_859_174 };
const timeslot = { code: 2_150_859_175 };
const textOf = (answer: Answer): string => answer.text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">");

describe("concurrent operations of a user", () => {
  it("are commands that run: a Receive that waits for one, a Send, a Signal are part of it and hold no place", async () => {
    const { client, script } = await started({ maxAllowedConcurrentOperations: 2 });
    const shell = await client.open();
    const commands = [await client.run(shell, "one"), await client.run(shell, "two")];
    const waiting = commands.map((command) => client.receive(shell, command));
    await settled();
    for (const command of commands) (await client.input(shell, command, "x")).ok();
    const full = textOf((await client.command(shell, "three")).fault("w:QuotaLimit", perUser));
    assert.match(full, new RegExp(`alice has all 2 concurrent operations \\(maxAllowedConcurrentOperations\\) in use, among them the commands ${commands[0]} "one" in shell ${shell} for 0 s; ${commands[1]} "two"`, "u"));
    // Nobody else is hindered.
    (await client.command(await client.open({ user: bob }), "x", { user: bob })).ok();
    (await client.signal(shell, commands[0], "terminate")).ok();
    (await waiting[0]!).fault("w:InternalError", { code: 995 });
    await client.run(shell, "three");
    script.commands[1]!.output.done(0);
    (await waiting[1]!).ok();
    await client.run(shell, "four");
  });

  /** Ways in which a place comes back. */
  const ways: readonly (readonly [title: string, end: (of: { client: ShellHarness; script: ScriptedShells; shell: string; command: string }) => Promise<unknown>])[] = [
    ["its completion", async ({ script }) => script.commands.at(-1)!.output.done(0)],
    ["a failure of it", async ({ script }) => script.commands.at(-1)!.output.done("no exit code" as unknown as number)],
    ["Signal terminate", async ({ client, shell, command }) => (await client.signal(shell, command, "terminate")).ok()],
    ["Delete of its shell", async ({ client, shell }) => (await client.delete(shell)).ok()],
    ["the shell's idle time, when its client has vanished in the middle of a Receive", async ({ client, shell, command }) => {
      let vanish!: () => void;
      const waiting = client.receive(shell, command, { gone: (run) => (vanish = run) });
      await settled();
      vanish();
      await waiting;
      await client.app.advance(60_000);
    }],
    ["the shell's idle time, when its client has disconnected", async ({ client, shell }) => {
      (await client.disconnect(shell)).ok();
      await client.app.advance(60_000);
    }],
    ["the shell's lifetime", ({ client }) => client.app.advance(300_000)],
  ];
  for (const [title, end] of ways) {
    it(`come back with ${title}`, async () => {
      const { client, script } = await started({ maxAllowedConcurrentOperations: 1 });
      script.more = { connect: () => undefined };
      for (let round = 0; round < 3; round++) {
        const shell = await client.open({ inside: "<rsp:Lifetime>PT300S</rsp:Lifetime><rsp:IdleTimeOut>PT60S</rsp:IdleTimeOut><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams>" });
        const command = await client.run(shell, "a");
        (await client.command(shell, "b")).fault("w:QuotaLimit", perUser);
        await end({ client, script, shell, command });
        await settled();
      }
      await client.run(await client.open(), "once more");
    });
  }

  it("come back when the client goes while its command begins", async () => {
    const { client, script } = await started({ maxAllowedConcurrentOperations: 1 });
    const shell = await client.open();
    script.begin = () => new Promise(() => undefined);
    let vanish!: () => void;
    const running = client.command(shell, "a", { gone: (run) => (vanish = run) });
    await settled();
    vanish();
    await running;
    script.begin = () => undefined;
    await settled();
    await client.run(shell, "b");
  });

  it("keep nobody from ending what holds them: Receives that wait in all places, and Signal, Delete and Release go through", async () => {
    const { client } = await started({ maxAllowedConcurrentOperations: 3 });
    const [first, second] = [await client.open(), await client.open()];
    const commands = [await client.run(first, "a"), await client.run(first, "b"), await client.run(second, "c")];
    const waiting = [client.receive(first, commands[0]), client.receive(first, commands[1]), client.receive(second, commands[2])];
    await settled();
    (await client.app.send(get({ uri: SHELLS }))).fault("w:QuotaLimit", perUser);
    (await client.signal(first, commands[0], "terminate")).ok();
    (await client.delete(first)).ok();
    (await client.delete(second, { resourceUri: SHELLS })).ok();
    for (const answer of await Promise.all(waiting)) answer.fault("w:InternalError", { code: 995 });
    await client.run(await client.open(), "d");
  });
});

describe("operations of a user per time slot", () => {
  it("are all messages, Receives too; Signal, Delete and Release are counted and never refused", async () => {
    const { client } = await started({ maxAllowedOperationsPerTimeslot: 4 });
    const shell = await client.open();
    const command = await client.run(shell, "a");
    const listed = (await client.app.send({ ...enumerate(), uri: SHELLS })).ok();
    const waiting = client.receive(shell, command, { timeout: "PT1S" });
    await client.app.advance(1000);
    (await waiting).fault("w:TimedOut");
    for (const answer of [await client.receive(shell, command), await client.input(shell, command, "x"), await client.command(shell, "b"), await client.create()]) {
      assert.match(answer.fault("w:QuotaLimit", timeslot).text, /alice has used all 4 operations of 10 seconds \(maxAllowedOperationsPerTimeslot\)/u);
    }
    // Others have their own.
    await client.open({ user: bob });
    (await client.app.send(release(listed.context))).ok();
    (await client.signal(shell, command, "terminate")).ok();
    (await client.delete(shell)).ok();
    (await client.create()).fault("w:QuotaLimit", timeslot);
    await client.app.advance(10_000);
    await client.open();
  });
});

describe("the fault of a limit", () => {
  const file = "/srv/host/applicationHost.config";
  const at = (line: number) => ({ file, line, column: 9 });
  const places: SettingPlaces = {
    maxShellsPerUser: { setting: "maxShellsPerUser of <shells> in the section system.webServer/wsmanor", place: at(14), file },
    maxShells: { setting: "maxShells of <shells> in the section system.webServer/wsmanor", place: undefined, file },
    maxUsers: { setting: "maxUsers of <shells> in the section system.webServer/wsmanor", place: at(15), file },
    maxCommandsPerShell: { setting: "maxCommandsPerShell of <shells> in the section system.webServer/wsmanor", place: at(16), file },
    quotaSystemWindowOperations: { setting: "QuotaSystemWindowOperations of <OperationsConfiguration>", place: at(17), file },
    maxAllowedConcurrentShells: { setting: 'the quota that <AuthorizationPlugin Name="Auth"> gives', place: at(18), file },
  };
  const root = { ...alice, name: "root", isAdministrator: true };

  it("names its line in the configuration, or the file to write it in: the path for administrators, the file's name for others", async () => {
    const client = await ShellHarness.start(new ScriptedShells(), { places, settings: { maxShellsPerUser: 1, maxShellUsers: 2, maxShells: 2, maxCommandsPerShell: 1 } });
    const shell = await client.open();
    const mine = textOf((await client.create()).fault("w:QuotaLimit", { code: 2_150_859_173 }));
    assert.match(mine, new RegExp(`alice has all 1 shells .*\\(maxShellsPerUser\\): ${shell} for 0 s, 0 commands\\. .*It is maxShellsPerUser of <shells> in the section system\\.webServer/wsmanor, at applicationHost\\.config:14:9\\.`, "u"));
    const others = await client.open({ user: root });
    assert.match(textOf((await client.create({ user: root })).fault("w:QuotaLimit")), /at \/srv\/host\/applicationHost\.config:14:9\./u);
    const carol = textOf((await client.create({ user: { ...bob, name: "carol" } })).fault("w:QuotaLimit", { code: 2_150_859_179 }));
    assert.match(carol, /open for 2 users, .*\(maxUsers\): you have 0, 2 other users 2\. .*applicationHost\.config:15:9/u);
    for (const secret of [shell, others, "alice", "root", "/srv"]) assert.ok(!carol.includes(secret), secret);
    await client.run(shell, "busy");
    assert.match(textOf((await client.command(shell, "more")).fault("w:QuotaLimit", { code: 2_150_859_240 })), /\(maxCommandsPerShell\): \S+ "busy" for 0 s\. .*applicationHost\.config:16:9/u);
  });

  it("says of a default what to add and where, and to administrators who has how many", async () => {
    const client = await ShellHarness.start(new ScriptedShells(), { places, settings: { maxShells: 2 } });
    await client.open();
    await client.open({ user: bob });
    const told = textOf((await client.create({ user: root })).fault("w:QuotaLimit", { code: 2_150_859_176 }));
    assert.match(told, /All 2 shells .*\(maxShells\): alice has 1; bob has 1\. .*It is the default of maxShells of <shells> in the section system\.webServer\/wsmanor; write it in \/srv\/host\/applicationHost\.config to change it\./u);
  });

  it("has room for many and long names: it is bounded", async () => {
    const client = await ShellHarness.start(new ScriptedShells(), { places, settings: { maxShellsPerUser: 30 } });
    for (let count = 0; count < 30; count++) await client.open({ attributes: ` ShellId="${"x".repeat(200)}${count}"` });
    const told = textOf((await client.create()).fault("w:QuotaLimit"));
    assert.match(told, /and 25 more/u);
    assert.ok(told.length < 8192, String(told.length));
  });

  it("of the authorization plug-in names it; of the whole application too", async () => {
    const client = await ShellHarness.start(new ScriptedShells(), { places, ...quotaOf({ maxAllowedConcurrentShells: 1 }), settings: { quotaSystemWindowOperations: 2 } });
    await client.open();
    assert.match(textOf((await client.create()).fault("w:QuotaLimit", { code: 2_150_859_173 })), /\(maxAllowedConcurrentShells\).*It comes from the authorization plug-in "Auth"\. It is the quota that <AuthorizationPlugin Name="Auth"> gives, at applicationHost\.config:18:9\./u);
    assert.match(textOf((await client.create()).fault("w:QuotaLimit", { code: 2_150_859_176 })), /quota of 2 operations in 2 seconds .*\(QuotaSystemWindowOperations\).*applicationHost\.config:17:9/u);
  });

  it("is not there where a user may have any number of shells", async () => {
    const client = await ShellHarness.start(new ScriptedShells(), { settings: { maxShellsPerUser: undefined, quotaSystemWindowSeconds: 0 } });
    for (let count = 0; count < 100; count++) await client.open();
    (await client.create()).fault("w:QuotaLimit", { code: 2_150_859_176 });
  });
});
