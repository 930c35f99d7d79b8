import { strict as assert } from "node:assert";
import { after, before, describe, it } from "node:test";
import type { AuthorizationAdmission, AuthorizationLease } from "../../src/plugin-host/plugin-host.js";
import type { SenderDetails } from "../../src/sdk/operation-request.js";
import { testPlugin } from "../support/configured-host.js";
import { startIsolated, type IsolatedHost, type IsolationMode } from "../support/isolated-plugin.js";
import { until } from "../support/until.js";

const modes: readonly IsolationMode[] = ["inProcess", "worker", "process"];
const senderOf = (senderName: string): SenderDetails => ({
  senderName, authenticationMechanism: "ClientCertificate", isAdministrator: false, httpUrl: "http://h/wsman", environment: new Map([["EDITION", "full"]]),
  certificateDetails: { subject: "s", issuerName: "i", issuerThumbprint: "AB", subjectName: "n" },
});

const start = (mode: IsolationMode, more: { readonly timeout?: number; readonly refreshSeconds?: number; readonly hangTimeoutMs?: number } = {}): Promise<IsolatedHost> =>
  startIsolated(testPlugin("contract-plugin"), "inProcess", {
    authorization: { path: testPlugin("contract-authorization"), mode, isolation: more.hangTimeoutMs === undefined ? {} : { hangTimeoutMs: more.hangTimeoutMs }, ...more },
  });
const admit = async (host: IsolatedHost, name: string): Promise<AuthorizationAdmission> => host.host.authorizer!.admit(senderOf(name));
async function leaseOf(host: IsolatedHost, name: string): Promise<AuthorizationLease> {
  const admission = await admit(host, name);
  assert.ok(admission.kind === "admitted", JSON.stringify(admission));
  return admission.lease;
}

/** What the plug-in in the host's own thread does is what the others have to do. */
const expected = new Map<string, unknown>();

for (const mode of modes) {
  describe(`an authorization plug-in, ${mode}`, () => {
    let host: IsolatedHost;
    before(async () => {
      host = await start(mode, { timeout: 300 });
      assert.deepEqual(host.problems, []);
    });
    after(() => host.stop());

    const same = (name: string, value: unknown): void => {
      if (mode === "inProcess") expected.set(name, value);
      assert.deepEqual(value, expected.get(name), name);
    };

    it("says the same of users", async () => {
      const lease = await leaseOf(host, "alice");
      same("alice", [{ ...lease.sender, environment: [...lease.sender.environment] }, lease.quota]);
      assert.deepEqual([lease.sender.senderName, lease.sender.isAdministrator, lease.sender.environment.get("TEAM"), lease.quota?.maxAllowedOperationsPerTimeslot], ["alice mapped", true, "blue", 101]);
      const plain = await leaseOf(host, "without context");
      same("without context", [plain.sender.senderName, plain.quota]);
      for (const name of ["no", "silent no", "away"]) same(name, await admit(host, name));
      assert.deepEqual(await admit(host, "no"), { kind: "denied", reason: 'authorization plug-in "Authorization" refuses the user: nobody knows it' });
    });

    it("says the same of operations, and is handed its own context, though nobody else could hold it", async () => {
      const lease = await leaseOf(host, "bob");
      for (const operation of ["Get", "Put", "Delete"] as const) same(operation, await lease.authorizeOperation(operation, "urn:action", "urn:r"));
      assert.match(JSON.stringify(await lease.authorizeOperation("Put", "urn:action", "urn:r")), /refuses Put: .*bob mapped.*Put urn:action urn:r context of .*bob.*asked 1 times/u);
      assert.match(JSON.stringify(await (await leaseOf(host, "without context")).authorizeOperation("Put", "a", "u")), /no context/u);
    });

    it("lets nobody in when what it says is no plain yes, and says the same of it", async () => {
      for (const name of ["nonsense", "nothing", "bad environment", "throw in authorizeUser", "throw in queryQuota", "wait in authorizeUser", "wait in queryQuota"]) {
        const admission = await admit(host, name);
        same(name, admission);
        assert.ok(admission.kind === "denied" && admission.isUndecided === true && admission.reason.startsWith('authorization plug-in "Authorization" '), JSON.stringify(admission));
      }
      for (const name of ["throw in authorizeOperation", "wait in authorizeOperation"]) {
        const answer = await (await leaseOf(host, name)).authorizeOperation("Get", "urn:action", "urn:r");
        same(name, answer);
        assert.ok(!answer.allowed && answer.isUndecided === true);
      }
      const line = host.log.lines.find(({ message }) => message.includes("broken in authorizeUser"))!;
      assert.match(String(line.fields["stack"]), /contract-authorization/u);
    });

    it("is told once that a context is not held any more", async () => {
      const asking = await start(mode, { refreshSeconds: 0 });
      const lease = await leaseOf(asking, "carol");
      await lease.authorizeOperation("Get", "urn:action", "urn:r");
      assert.ok(!asking.log.has("released: carol"));
      lease.giveBack();
      await until(() => asking.log.has("released: carol, context of"));
      (await leaseOf(asking, "throw in release")).giveBack();
      await until(() => asking.log.has('authorization plug-in "Authorization" failed in release: TypeError: broken in release'));
      await asking.stop();
      assert.equal(asking.log.lines.filter(({ message }) => message.startsWith("released: carol")).length, 1);
      assert.ok(asking.log.has("it ends: service"));
    });

    if (mode !== "inProcess") {
      for (const [what, told] of [["exit", "ended itself with exit code 5"], ["loop", "was ended: its code has kept it busy for"]] as const) {
        it(`${what}: lets nobody in, is started anew, and what it had said before is forgotten`, async () => {
          const hostile = await start(mode, { timeout: 20_000, hangTimeoutMs: 300 });
          await leaseOf(hostile, "dora");
          const before = await leaseOf(hostile, `${what} in authorizeOperation`);
          const waiting = await Promise.all([before.authorizeOperation("Get", "urn:action", "urn:r"), admit(hostile, `${what} in authorizeUser`)]);
          for (const answer of waiting) assert.match(JSON.stringify(answer), new RegExp(`authorization plug-in .{1,2}Authorization.{1,2} failed: PluginDied: its (?:thread|process) ${told}.*isUndecided`, "u"));
          assert.ok(hostile.log.lines.some(({ level, message }) => level === "error" && message.startsWith('plug-in "Authorization": its ') && message.includes(told)));
          assert.match(JSON.stringify(await before.authorizeOperation("Get", "urn:action", "urn:r")), /PluginDied/u);
          const again = await leaseOf(hostile, "dora");
          assert.match(JSON.stringify(await again.authorizeOperation("Put", "urn:action", "urn:r")), /asked 1 times/u, "the new instance was asked");
          await hostile.stop();
          assert.ok(!hostile.log.has("failed in release"));
        });
      }

      it("waits after a second failure: nobody is let in", async () => {
        const hostile = await start(mode);
        for (const failure of [1, 2]) assert.match(JSON.stringify(await admit(hostile, "exit in authorizeUser")), /PluginDied/u, String(failure));
        assert.match(JSON.stringify(await admit(hostile, "dora")), /does not serve: .*it is tried again 1 s after it failed/u);
        await hostile.stop();
      });
    }
  });
}
