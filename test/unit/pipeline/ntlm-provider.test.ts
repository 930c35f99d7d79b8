import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ntHash } from "../../../src/protocol/auth/ntlm/ntlm-keys.js";
import { ntlmFlags } from "../../../src/protocol/auth/ntlm/ntlm-flags.js";
import { mechanisms } from "../../../src/protocol/auth/spnego/mechanisms.js";
import { readNegotiationToken } from "../../../src/protocol/auth/spnego/negotiation-token.js";
import type { UserRecord } from "../../../src/protocol/auth/users-text.js";
import type { NegotiateContext, NegotiateStep, NegotiateTarget } from "../../../src/base/negotiate-provider.js";
import { NtlmProvider } from "../../../src/pipeline/ntlm-provider.js";
import { FailedAttempts } from "../../../src/store/failed-attempts.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { NtlmClient, type NtlmClientOptions } from "../../support/ntlm-client.js";
import { initToken, mechanismList, responseToken } from "../../support/spnego-client.js";

const account = (name: string, password?: string): UserRecord =>
  ({ name, hash: "", administrator: false, environment: new Map(), ...(password === undefined ? {} : { ntHash: Buffer.from(ntHash(password)).toString("hex") }) });
const known = new Map([["alice", account("alice", "Straße 1")], ["bob", account("bob")], ["corp\\carol", account("CORP\\carol", "x")]]);
/** As UsersFile finds names. */
const accounts = { find: async (name: string) => known.get(name.toLowerCase()) ?? known.get(name.toLowerCase().slice(name.indexOf("\\") + 1)) };

const plain: NegotiateTarget = { channelBinding: undefined, tokenChecking: "None", remoteAddress: "10.0.0.1" };

function provider(): NtlmProvider {
  const clock = new ManualClock();
  return new NtlmProvider({ accounts, failed: new FailedAttempts(clock, 10, 100), clock, computer: "host.example.org" });
}

const alice = { user: "alice", password: "Straße 1" };

/** A whole raw login. `change` may spoil the last message. */
async function login(options: NtlmClientOptions, { by = provider(), target = plain, change = (octets: Buffer) => octets } = {}): Promise<{ readonly step: NegotiateStep; readonly client: NtlmClient; readonly context: NegotiateContext }> {
  const context = by.begin("NTLM", target);
  const client = new NtlmClient(options);
  const challenged = await context.step(client.negotiate());
  assert.equal(challenged.state, "continue");
  return { step: await context.step(change(client.authenticate(Buffer.from(challenged.token)))), client, context };
}

const reasonOf = (step: NegotiateStep): string => (step.state === "failed" ? step.reason : step.state);

describe("NTLM for accounts of the users file", () => {
  it("takes the right password, whatever the client calls its domain and however it writes the name", async () => {
    for (const more of [{}, { domain: "ANYTHING" }, { user: "ALICE" }, { integrity: false }, { flags: (ntlmFlags.oem | ntlmFlags.ntlm | ntlmFlags.requestTarget) >>> 0 }]) {
      const { step } = await login({ ...alice, ...more });
      assert.deepEqual(step.state === "done" && step.identity, { name: "alice", mechanism: "NTLM", ntHash: Buffer.from(ntHash(alice.password)).toString("hex") }, JSON.stringify(more));
    }
    assert.deepEqual((await login({ user: "carol", password: "x", domain: "corp" })).step.state, "done");
    assert.equal(reasonOf((await login({ user: "carol", password: "x", domain: "other" })).step), "unknown-user");
  });

  it("refuses a wrong password, an unknown account and one without an NT hash, each with its reason for the log", async () => {
    assert.equal(reasonOf((await login({ ...alice, password: "strasse 1" })).step), "wrong-password");
    assert.equal(reasonOf((await login({ user: "nobody", password: "x" })).step), "unknown-user");
    assert.equal(reasonOf((await login({ user: "bob", password: "x" })).step), "NTLM is not turned on for the account; wsmanor user passwd bob --ntlm does it");
    // The random key that stands for a missing hash is no key that anybody could guess.
    assert.equal(reasonOf((await login({ user: "bob", password: "" })).step), "NTLM is not turned on for the account; wsmanor user passwd bob --ntlm does it");
  });

  it("refuses version 1, anonymous logins and messages that are not those", async () => {
    const field = (octets: Buffer, at: number, length: number): Buffer => {
      octets.writeUInt16LE(length, at);
      return octets;
    };
    const refused = async (change: (octets: Buffer) => Buffer): Promise<string> => reasonOf((await login(alice, { change })).step);
    assert.equal(await refused((octets) => field(octets, 20, 24)), "an answer of NTLM version 1");
    assert.equal(await refused((octets) => field(octets, 20, 0)), "no answer to the challenge: an anonymous login");
    assert.equal(await refused((octets) => (octets.writeUInt32LE(octets.readUInt32LE(60) | ntlmFlags.anonymous, 60), octets)), "no answer to the challenge: an anonymous login");
    assert.equal(await refused((octets) => octets.subarray(0, 60)), "a message that is cut short");
    assert.equal(await refused((octets) => (octets.writeUInt32LE(octets.length, 24), octets)), "a field that lies outside of the message");
    assert.equal(await refused(() => Buffer.from("garbage")), "not an NTLM message");
    assert.equal(await refused(() => new NtlmClient(alice).negotiate()), "an NTLM message of another type");
  });

  it("notices what was changed on its way", async () => {
    const changed = async (change: (octets: Buffer) => Buffer, options: NtlmClientOptions = alice): Promise<string> => reasonOf((await login(options, { change })).step);
    const flip = (at: number) => (octets: Buffer): Buffer => {
      octets[at]! ^= 1;
      return octets;
    };
    assert.equal(await changed(flip(72)), "the messages of the login were changed on their way");
    // A flag less, and the workstation's name: no part of the proof, but of the code.
    assert.equal(await changed(flip(62)), "the messages of the login were changed on their way");
    assert.equal(await changed((octets) => flip(octets.readUInt32LE(48))(octets)), "the messages of the login were changed on their way");
    // That there is a code is part of the proof.
    assert.equal(await changed((octets) => flip(octets.indexOf(Buffer.from("06000400", "hex")) + 4)(octets)), "wrong-password");
    assert.equal(await changed(flip(62), { ...alice, integrity: false }), "done");
  });

  it("a challenge is good for one proof", async () => {
    const by = provider();
    const context = by.begin("NTLM", plain);
    const client = new NtlmClient(alice);
    const challenged = await context.step(client.negotiate());
    const proof = client.authenticate(Buffer.from(challenged.state === "continue" ? challenged.token : []));
    assert.equal((await context.step(proof)).state, "done");
    assert.equal((await context.step(proof)).state, "failed");
    const other = by.begin("NTLM", plain);
    await other.step(new NtlmClient(alice).negotiate());
    assert.equal(reasonOf(await other.step(proof)), "wrong-password");
  });

  it("counts wrong proofs of a source and looks at none after ten in a minute, right ones neither", async () => {
    const by = provider();
    for (let at = 0; at < 10; at++) assert.equal(reasonOf((await login({ ...alice, password: `${at}` }, { by })).step), "wrong-password");
    assert.equal(reasonOf((await login(alice, { by })).step), "too-many-attempts");
    assert.equal(reasonOf((await login(alice, { by, target: { ...plain, remoteAddress: "10.0.0.2" } })).step), "done");
  });

  it("seals and opens with the key of the login; nothing where the client has no key good for it", async () => {
    const { step, client } = await login(alice);
    assert.ok(step.state === "done" && step.sealer !== undefined);
    const request = client.session!.seal(Buffer.from("request"));
    assert.equal(Buffer.from(step.sealer.unwrap(request.signature, request.sealed)).toString(), "request");
    const { header, data } = step.sealer.wrap(Buffer.from("answer"));
    assert.equal(Buffer.from(client.session!.open(header, data)!).toString(), "answer");
    assert.throws(() => step.sealer!.unwrap(request.signature, request.sealed), /signature/u);
    const weak = await login({ ...alice, flags: (ntlmFlags.unicode | ntlmFlags.ntlm | ntlmFlags.extendedSessionSecurity) >>> 0 });
    assert.ok(weak.step.state === "done" && weak.step.sealer === undefined);
  });

  it("binds a login to its TLS connection as tokenChecking says", async () => {
    const own = Buffer.alloc(32, 1);
    const outcome = async (tokenChecking: "None" | "Allow" | "Require", channelBinding: Uint8Array | undefined, certificateHash?: Uint8Array): Promise<boolean> =>
      (await login({ ...alice, ...(certificateHash === undefined ? {} : { certificateHash }) }, { target: { ...plain, tokenChecking, channelBinding } })).step.state === "done";
    const table = await Promise.all((["None", "Allow", "Require"] as const).map(async (checking) => [
      checking, await outcome(checking, own, own), await outcome(checking, own), await outcome(checking, own, Buffer.alloc(32, 2)), await outcome(checking, undefined, own), await outcome(checking, undefined),
    ]));
    assert.deepEqual(table, [
      // right, none sent, another's, one where there is no TLS, neither TLS nor one
      ["None", true, true, true, true, true],
      ["Allow", true, true, false, false, true],
      ["Require", true, false, false, false, false],
    ]);
  });
});

describe("NTLM inside SPNEGO", () => {
  const { ntlm, kerberos } = mechanisms;
  const inner = (step: NegotiateStep): { readonly token?: Uint8Array | undefined; readonly integrityCode?: Uint8Array | undefined } => {
    const read = readNegotiationToken(step.state === "failed" || step.token === undefined ? Buffer.alloc(0) : step.token);
    assert.ok(read.ok && read.value.kind === "response", reasonOf(step));
    return read.value;
  };

  it("as the client's first choice: with the codes of the list the streams begin anew, the numbers go on", async () => {
    const context = provider().begin("Negotiate", plain);
    const client = new NtlmClient(alice);
    const challenged = await context.step(initToken([ntlm, kerberos], client.negotiate()));
    const proof = client.authenticate(Buffer.from(inner(challenged).token!));
    const list = mechanismList([ntlm, kerberos]);
    const done = await context.step(responseToken(proof, client.session!.sign(list)));
    assert.equal(done.state, "done", reasonOf(done));
    assert.ok(client.session!.verify(inner(done).integrityCode!, list));
    client.session!.restart();
    const { signature, sealed } = client.session!.seal(Buffer.from("body"));
    assert.deepEqual([signature[12], done.state === "done" && Buffer.from(done.sealer!.unwrap(signature, sealed)).toString()], [1, "body"]);
  });

  it("without codes the numbers begin with the first body", async () => {
    const context = provider().begin("Negotiate", plain);
    const client = new NtlmClient(alice);
    const challenged = await context.step(initToken([ntlm], client.negotiate()));
    const done = await context.step(responseToken(client.authenticate(Buffer.from(inner(challenged).token!))));
    assert.ok(done.state === "done" && inner(done).integrityCode === undefined);
    const { signature, sealed } = client.session!.seal(Buffer.from("body"));
    assert.equal(Buffer.from(done.sealer!.unwrap(signature, sealed)).toString(), "body");
  });

  it("behind Kerberos, which nobody here has: the client's list must be proved", async () => {
    const last = async (code: (client: NtlmClient) => Uint8Array | undefined): Promise<string> => {
      const context = provider().begin("Negotiate", plain);
      const client = new NtlmClient(alice);
      const chosen = await context.step(initToken([kerberos, ntlm], Buffer.from("a ticket")));
      assert.deepEqual(inner(chosen), { kind: "response", token: undefined, integrityCode: undefined });
      const challenged = await context.step(responseToken(client.negotiate()));
      const proof = client.authenticate(Buffer.from(inner(challenged).token!));
      return reasonOf(await context.step(responseToken(proof, code(client))));
    };
    assert.equal(await last((client) => client.session!.sign(mechanismList([kerberos, ntlm]))), "done");
    assert.equal(await last(() => undefined), "the client sent no integrity code for its list of mechanisms");
    assert.equal(await last((client) => client.session!.sign(mechanismList([ntlm]))), "the integrity code of the list of mechanisms is wrong");
  });

  it("understands raw NTLM under Negotiate, and not SPNEGO without NTLM, nor SPNEGO under NTLM", () => {
    const by = provider();
    const raw = new NtlmClient(alice).negotiate();
    assert.deepEqual([by.accepts("Negotiate", raw), by.accepts("NTLM", raw), by.accepts("Negotiate", initToken([kerberos, ntlm])), by.accepts("NTLM", initToken([ntlm])), by.accepts("Negotiate", initToken([kerberos]))],
      [true, true, true, false, false]);
  });
});
