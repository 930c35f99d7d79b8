import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { NegotiateSchemeName, NegotiateStep, NegotiateTarget } from "../../../src/base/negotiate-provider.js";
import { SspiProvider } from "../../../src/negotiate/sspi/sspi-provider.js";
import { openSspi } from "../../../src/negotiate/sspi/open-sspi.js";
import { StandInSspi, type SspiMove } from "../../support/stand-in-sspi.js";

const target: NegotiateTarget = { channelBinding: undefined, tokenChecking: "None", remoteAddress: "192.0.2.1" };
const bob = { kind: "user", user: "EXAMPLE\\bob", sid: "S-1-5-21-1-2-3-1001", groups: ["EXAMPLE\\Domain Users", "BUILTIN\\Users"] } as const;

describe("sspi-provider", () => {
  const provider = new SspiProvider(StandInSspi);
  beforeEach(() => StandInSspi.reset());

  const login = async (moves: readonly SspiMove[], { scheme = "Negotiate", ...asked }: Partial<NegotiateTarget> & { readonly scheme?: NegotiateSchemeName } = {}): Promise<NegotiateStep> => {
    StandInSspi.reset(...moves);
    const context = provider.begin(scheme, { ...target, ...asked });
    let step: NegotiateStep | undefined;
    for (let message = 0; message < Math.max(1, moves.length); message++) step = await context.step(Buffer.from(`message ${message}`));
    context.dispose();
    assert.equal(StandInSspi.openContexts, 0);
    return step!;
  };
  const reasonOf = (step: NegotiateStep): string => (step.state === "failed" ? step.reason : `not refused but ${step.state}`);

  it("lets in by Kerberos, with one message, whom Windows names", async () => {
    assert.deepEqual(await login([bob]), { state: "done", identity: { name: "EXAMPLE\\bob", mechanism: "Kerberos", sid: bob.sid, groups: bob.groups } });
  });

  it("lets in by NTLM, with two, and hands the challenge on", async () => {
    StandInSspi.reset({ kind: "challenge", token: "type 2" }, { kind: "user", user: "EXAMPLE\\bob" });
    const context = provider.begin("Negotiate", target);
    assert.deepEqual(await context.step(Buffer.from("type 1")), { state: "continue", token: Buffer.from("type 2"), stage: "SSPI: message 1" });
    assert.deepEqual(await context.step(Buffer.from("type 3")), { state: "done", identity: { name: "EXAMPLE\\bob", mechanism: "NTLM" } });
    context.dispose();
    assert.deepEqual(StandInSspi.headers, ["type 1", "type 3"].map((token) => `Negotiate ${Buffer.from(token).toString("base64")}`));
  });

  it("asks for the packages that it knows by their own names, and never for Basic", async () => {
    await login([bob], { scheme: "NTLM" });
    assert.match(StandInSspi.headers[0]!, /^NTLM /u);
    assert.deepEqual(StandInSspi.options, [{ offerSSPI: true, offerBasic: false, authoritative: false, perRequestAuth: false, retrieveGroups: true, maxLoginAttemptsPerConnection: 1, sspiPackagesUsed: ["NTLM"] }]);
    assert.match(reasonOf(await login([], { scheme: "Kerberos" })), /does not know the scheme/u);
    assert.deepEqual(StandInSspi.headers, []);
  });

  it("takes nothing for a login but a name", async () => {
    assert.equal(reasonOf(await login([{ kind: "silence" }])), "SSPI refused the login");
    assert.equal(reasonOf(await login([{ kind: "denied" }])), "SSPI refused the login");
    assert.equal(reasonOf(await login([{ kind: "user", user: "" }])), "SSPI refused the login");
    assert.match(reasonOf(await login([{ kind: "trouble" }])), /^SSPI could not look at the token/u);
    assert.equal(reasonOf(await login([{ kind: "error", text: "Cannot obtain user name." }])), "SSPI: Cannot obtain user name.");
  });

  it("makes a refusal of what node-sspi throws", async () => {
    StandInSspi.reset({ kind: "throws", text: "not loaded right" });
    const context = provider.begin("Negotiate", target);
    assert.equal(reasonOf(await context.step(Buffer.from("x"))), "SSPI: not loaded right");
    context.dispose();
  });

  it("goes on with nothing that is over, or too long", async () => {
    StandInSspi.reset(...Array.from({ length: 9 }, (): SspiMove => ({ kind: "challenge", token: "again" })));
    const context = provider.begin("Negotiate", target);
    for (let message = 0; message < 4; message++) assert.equal((await context.step(Buffer.from("x"))).state, "continue");
    assert.match(reasonOf(await context.step(Buffer.from("x"))), /has not ended after 4 messages/u);
    context.dispose();
    const other = provider.begin("Negotiate", target);
    StandInSspi.reset(bob);
    await other.step(Buffer.from("x"));
    assert.match(reasonOf(await other.step(Buffer.from("x"))), /after the end of the login/u);
  });

  it("frees the context of a client that leaves, but not while Windows is looking at its token", async () => {
    StandInSspi.reset({ kind: "challenge", token: "type 2" });
    const context = provider.begin("Negotiate", target);
    await context.step(Buffer.from("type 1"));
    assert.equal(StandInSspi.openContexts, 1);
    context.dispose();
    assert.equal(StandInSspi.openContexts, 0);

    StandInSspi.reset({ kind: "challenge", token: "type 2" });
    let go: () => void = () => undefined;
    StandInSspi.pause = () => new Promise((resolve) => (go = resolve));
    const leaving = provider.begin("Negotiate", target);
    const step = leaving.step(Buffer.from("type 1"));
    assert.match(reasonOf(await leaving.step(Buffer.from("too soon"))), /while the one before/u);
    leaving.dispose();
    go();
    assert.equal(reasonOf(await step), "the connection has ended");
    assert.deepEqual([StandInSspi.openContexts, StandInSspi.crashes], [0, 0]);
  });

  it("does not pretend to have checked a channel binding", async () => {
    assert.match(reasonOf(await login([], { tokenChecking: "Require", channelBinding: Uint8Array.of(1) })), /checks no channel bindings/u);
    assert.equal(provider.can.channelBinding, false);
  });

  it("accepts what begins like a token, and bare NTLM only for the scheme NTLM", () => {
    const ntlm = Buffer.from("NTLMSSP\0");
    assert.equal(provider.accepts("NTLM", ntlm), true);
    assert.equal(provider.accepts("Negotiate", ntlm), true);
    assert.equal(provider.accepts("Kerberos", ntlm), false);
    assert.equal(provider.accepts("Negotiate", Buffer.from("nothing")), false);
  });

  it("cannot be had of a package that exports something else", () => {
    assert.deepEqual(openSspi({}), { ok: false, error: "the package node-sspi exports something else than it did" });
    assert.equal(openSspi(StandInSspi).ok, true);
  });
});
