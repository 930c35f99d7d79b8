import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostResponse } from "../../../src/base/host-message.js";
import { silentLogger } from "../../../src/base/logger.js";
import { NegotiateLogins, type NegotiateSettings } from "../../../src/pipeline/negotiate-logins.js";
import type { NegotiateProvider, NegotiateSchemeName } from "../../../src/base/negotiate-provider.js";
import { NtlmProvider } from "../../../src/pipeline/ntlm-provider.js";
import { FailedAttempts } from "../../../src/store/failed-attempts.js";
import { SspiProvider } from "../../../src/negotiate/sspi/sspi-provider.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { NegotiateScheme } from "../../../src/pipeline/negotiate-scheme.js";
import { mechanisms } from "../../../src/protocol/auth/spnego/mechanisms.js";
import { initToken } from "../../support/spnego-client.js";
import { contextOf } from "../apps/wsman/app-harness.js";
import { StandInSspi } from "../../support/stand-in-sspi.js";
import { NtlmClient } from "../../support/ntlm-client.js";
import { AccountList, TicketProvider, account, challenges, connectionOf, kerberos, NegotiateFixture } from "../../support/negotiate-fixture.js";

const offers = ["Negotiate", "NTLM", "Kerberos"];

describe("logins that belong to a connection", () => {
  it("offers the schemes, goes through the messages, answers the empty POST that ends it, and knows the connection then", async () => {
    const fixture = new NegotiateFixture();
    const connection = connectionOf();
    assert.deepEqual(challenges(await fixture.ask(connection)), offers);
    const { answer } = await fixture.login(connection);
    assert.deepEqual([answer, fixture.served.length], [{ status: 200, headers: [] }, 0]);
    assert.equal((await fixture.ask(connection)).status, 200);
    assert.deepEqual(fixture.served, [{ user: "alice", type: "application/soap+xml;charset=UTF-8", body: "<x/>" }]);
    assert.equal((await fixture.ask(connectionOf())).status, 401);
  });

  it("serves the message that comes with the last token, whatever its body is", async () => {
    const fixture = new NegotiateFixture();
    const { answer } = await fixture.login(connectionOf(), undefined, "Negotiate", { body: "<with-it/>" });
    assert.deepEqual([answer.status, fixture.served[0]?.body], [200, "<with-it/>"]);
  });

  it("leaves one line for each attempt: schemes offered and sent, stage, reason, activity; the client learns nothing of it", async () => {
    const fixture = new NegotiateFixture();
    const answers = [];
    for (const options of [{ user: "alice", password: "wrong" }, { user: "nobody", password: "secret" }]) answers.push((await fixture.login(connectionOf(), options)).answer);
    assert.deepEqual(answers[0], answers[1]);
    assert.deepEqual([answers[0]!.status, challenges(answers[0]!)], [401, offers]);
    await fixture.login(connectionOf());
    const lines = fixture.lines.filter(({ level }) => level !== "debug");
    const base = { activityId: "ID", scheme: "NTLM", client: "198.51.100.7", secure: false, offered: "Negotiate, NTLM, Kerberos" };
    assert.deepEqual(lines, [
      { level: "warn", message: "authentication refused", fields: { ...base, stage: "ntlm: authenticate", reason: "wrong-password", user: "alice" } },
      { level: "warn", message: "authentication refused", fields: { ...base, stage: "ntlm: authenticate", reason: "unknown-user", user: "nobody" } },
      { level: "info", message: "authenticated", fields: { ...base, stage: "ntlm: done", user: "alice" } },
    ]);
    assert.deepEqual(fixture.lines.filter(({ level }) => level === "debug").map(({ fields }) => fields["stage"]), Array(3).fill("ntlm: challenge"));
  });

  it("is one account's: another one that logs in on it is refused, and the first one is gone too", async () => {
    const fixture = new NegotiateFixture();
    const connection = connectionOf();
    await fixture.login(connection);
    assert.equal((await fixture.login(connection, { user: "bob", password: "other" })).answer.status, 401);
    assert.equal(fixture.reason, "the connection belongs to another account that logged in on it");
    assert.equal((await fixture.ask(connection)).status, 401);
    assert.equal((await fixture.login(connection)).answer.status, 200);
  });

  it("a login that begins ends the one before, also when it fails", async () => {
    const fixture = new NegotiateFixture();
    const connection = connectionOf();
    await fixture.login(connection);
    await fixture.ask(connection, { token: `NTLM ${new NtlmClient({ user: "alice", password: "" }).negotiate().toString("base64")}` });
    assert.equal((await fixture.ask(connection)).status, 401);
  });

  it("refuses what is garbled, doubled, missing or out of order, and none of it helps a login on", async () => {
    const fixture = new NegotiateFixture();
    const first = (): string => new NtlmClient({ user: "alice", password: "secret" }).negotiate().toString("base64");
    for (const [token, reason] of [
      ["NTLM", /not base64/u], ["NTLM ", /not base64/u], ["NTLM !!!!", /not base64/u], [`NTLM ${first()} ${first()}`, /not base64/u], [`NTLM ${first()}, NTLM ${first()}`, /not base64/u],
      [`NTLM ${"A".repeat(100_000)}`, /too long/u], ["NTLM AAAA", /none is under way/u], ["Negotiate AAAA", /none is under way/u], [`Kerberos ${first()}`, /no provider of this host understands this token \(ntlm\)/u],
      [`NTLM ${new NtlmClient({ user: "alice", password: "secret" }).negotiate().subarray(0, 14).toString("base64")}`, /cut short/u],
    ] as const) {
      const answer = await fixture.ask(connectionOf(), { token });
      assert.deepEqual([answer.status, challenges(answer)], [401, offers], token.slice(0, 40));
      assert.match(String(fixture.reason), reason);
    }
    // In the middle of a login: it has to begin anew.
    const connection = connectionOf();
    const client = new NtlmClient({ user: "alice", password: "secret" });
    const challenged = await fixture.ask(connection, { token: `NTLM ${client.negotiate().toString("base64")}` });
    await fixture.ask(connection, { token: "NTLM !" });
    const proof = client.authenticate(Buffer.from(challenges(challenged)[0]!.slice(5), "base64")).toString("base64");
    assert.equal((await fixture.ask(connection, { token: `NTLM ${proof}` })).status, 401);
    assert.match(String(fixture.reason), /none is under way/u);
    // Begun under one scheme, ended under another.
    const other = await fixture.ask(connection, { token: `NTLM ${client.negotiate().toString("base64")}` });
    assert.equal((await fixture.ask(connection, { token: `Negotiate ${client.authenticate(Buffer.from(challenges(other)[0]!.slice(5), "base64")).toString("base64")}` })).status, 401);
    assert.equal(fixture.served.length, 0);
  });

  it("a client that leaves in the middle leaves nothing behind, also while a provider is looking at its token", async () => {
    const fixture = new NegotiateFixture();
    const connection = connectionOf();
    let open: () => void = () => undefined;
    fixture.tickets.gate = new Promise((resolve) => (open = resolve));
    const running = fixture.ask(connection, { token: kerberos("alice@REALM") });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal((await fixture.ask(connection, { token: kerberos("bob@REALM") })).status, 401);
    assert.match(String(fixture.reason), /before the one in front of it was answered/u);
    connection.close();
    assert.equal(fixture.tickets.disposed, 0);
    open();
    await running;
    assert.deepEqual([fixture.tickets.open, fixture.tickets.disposed], [1, 1]);
    const kept = connectionOf();
    fixture.tickets.gate = Promise.resolve();
    await fixture.ask(kept, { token: kerberos("alice@REALM") });
    assert.equal(fixture.tickets.disposed, 1);
    kept.close();
    assert.deepEqual([fixture.tickets.open, fixture.tickets.disposed], [2, 2]);
  });

  it("a provider that never comes back costs one login, and not the connection: the next one is looked at, and the late one is freed when it can be", async () => {
    StandInSspi.reset({ kind: "user", user: "bob" }, { kind: "user", user: "alice" });
    let comeBack: () => void = () => undefined;
    StandInSspi.pause = () => new Promise((resolve) => (comeBack = resolve));
    const fixture = new NegotiateFixture({ providers: [new SspiProvider(StandInSspi)], authPersistNonNtlm: true });
    const connection = connectionOf();
    const ask = (): Promise<HostResponse> => fixture.ask(connection, { token: `Negotiate ${new NtlmClient({ user: "", password: "" }).negotiate().toString("base64")}` });
    const late = ask();
    await new Promise((resolve) => setImmediate(resolve));
    fixture.clock.advance(30_000);
    assert.deepEqual([(await late).status, challenges(await late)], [401, ["Negotiate", "NTLM"]]);
    StandInSspi.pause = undefined;
    assert.equal((await ask()).status, 200);
    assert.deepEqual([StandInSspi.openContexts, StandInSspi.crashes, fixture.clock.pending], [1, 0, 0]);
    comeBack();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([StandInSspi.openContexts, StandInSspi.crashes, (await fixture.ask(connection)).status], [0, 0, 200]);
    assert.deepEqual(fixture.served.map(({ user }) => user), ["alice", "alice"]);
  });

  it("authPersistSingleRequest lets no request live on the login of another", async () => {
    const fixture = new NegotiateFixture({ authPersistSingleRequest: true });
    const connection = connectionOf();
    assert.equal((await fixture.login(connection)).answer.status, 200);
    assert.equal((await fixture.ask(connection)).status, 401);
  });

  it("authPersistNonNTLM decides whether Kerberos stays with the connection; its last token goes with the answer", async () => {
    for (const authPersistNonNtlm of [false, true]) {
      const fixture = new NegotiateFixture({ authPersistNonNtlm });
      const connection = connectionOf();
      const answer = await fixture.ask(connection, { token: kerberos("alice@REALM") });
      assert.deepEqual([answer.status, challenges(answer)], [200, [`Kerberos ${Buffer.from("mutual").toString("base64")}`]]);
      assert.equal((await fixture.ask(connection)).status, authPersistNonNtlm ? 200 : 401);
    }
  });

  it("its last token goes also with an answer that somebody else writes", async () => {
    const fixture = new NegotiateFixture({}, {}, () => ({ status: 200, headers: [], native: () => undefined }));
    const answer = await fixture.ask(connectionOf(), { token: kerberos("alice@REALM") });
    const appended: unknown[] = [];
    answer.native!({}, { appendHeader: (...given: unknown[]) => void appended.push(given) });
    assert.deepEqual(appended, [["WWW-Authenticate", `Kerberos ${Buffer.from("mutual").toString("base64")}`]]);
  });

  it("a provider that does not come back is waited for half a minute; what it says later is for nobody", async () => {
    const fixture = new NegotiateFixture();
    let open = (): void => undefined;
    fixture.tickets.gate = new Promise((resolve) => { open = resolve; });
    const connection = connectionOf();
    const asked = fixture.ask(connection, { token: kerberos("alice@REALM") });
    await new Promise((resolve) => setImmediate(resolve));
    fixture.clock.advance(29_999);
    assert.equal(fixture.lines.some(({ message }) => message === "authentication refused"), false);
    fixture.clock.advance(1);
    assert.equal((await asked).status, 401);
    assert.match(String(fixture.reason), /has not answered for 30 seconds/u);
    open();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([fixture.tickets.disposed, fixture.clock.pending, (await fixture.ask(connection)).status], [1, 0, 401]);
    assert.equal((await fixture.ask(connection, { token: kerberos("alice@REALM") })).status, 200);
  });

  it("a password that is changed while a login with the old one is looked at lets nobody in, before the account was found or behind it", async () => {
    for (const isFoundBefore of [false, true]) {
      const fixture = new NegotiateFixture();
      const { accounts } = fixture;
      const find = accounts.find.bind(accounts);
      let found = 0;
      accounts.find = async (name) => {
        const change = ++found === 2;
        if (change && !isFoundBefore) accounts.set(account("alice", "another"));
        const read = await find(name);
        if (change && isFoundBefore) accounts.set(account("alice", "another"));
        return read;
      };
      const connection = connectionOf();
      const { answer } = await fixture.login(connection);
      assert.equal(answer.status, isFoundBefore ? 200 : 401);
      if (!isFoundBefore) assert.match(String(fixture.reason), /password was changed/u);
      assert.equal((await fixture.ask(connection)).status, 401);
    }
  });

  it("an account that is removed, or has another password, is out with the next request; other changes change nothing", async () => {
    const fixture = new NegotiateFixture();
    const connection = connectionOf();
    await fixture.login(connection);
    fixture.accounts.set(account("alice", "secret"), account("carol", "x"));
    assert.equal((await fixture.ask(connection)).status, 200);
    fixture.accounts.set({ ...account("alice", "secret"), administrator: true });
    fixture.accounts.isReading = true;
    assert.equal((await fixture.ask(connection)).status, 200);
    fixture.accounts.isReading = false;
    fixture.accounts.set(account("alice", "changed"));
    assert.equal((await fixture.ask(connection)).status, 401);
    fixture.accounts.set(account("alice", "secret"));
    assert.equal((await fixture.ask(connection)).status, 401);
    await fixture.login(connection);
    fixture.accounts.set(account("bob", "other"));
    assert.equal((await fixture.ask(connection)).status, 401);
    assert.match(String(fixture.reason), /was removed, or its password changed/u);
  });

  it("a domain's word gives nobody an account: names are those of the users file", async () => {
    const fixture = new NegotiateFixture();
    fixture.accounts.set(account("alice"), account("bob@OTHER"));
    const status = async (name: string): Promise<number> => (await fixture.ask(connectionOf(), { token: kerberos(name) })).status;
    assert.deepEqual(await Promise.all(["alice@REALM", "Alice@REALM", "bob@OTHER", "bob@REALM", "carol@REALM", "alice@OTHER", "CORP\\alice", "alice/admin@REALM", "x\\alice@REALM", "alice@x@REALM", "@REALM"].map(status)),
      [200, 200, 200, 401, 401, 401, 401, 401, 401, 401, 401]);
  });

  it("is not offered, nor believed, on a proxy's connection; the log names the setting once", async () => {
    const fixture = new NegotiateFixture();
    const shared = connectionOf({ proxied: { oneToOne: false } });
    assert.deepEqual(challenges(await fixture.ask(shared)), []);
    assert.deepEqual(challenges(await fixture.ask(shared, { token: kerberos("alice@REALM") })), []);
    assert.equal(fixture.lines.filter(({ message }) => message.includes('oneToOne="true"')).length, 1);
    assert.match(String(fixture.reason), /oneToOne="true"/u);
    assert.equal(fixture.tickets.open, 0);
    assert.equal((await fixture.login(connectionOf({ proxied: { oneToOne: true } }))).answer.status, 200);
  });

  it("goes to the provider of the mechanism that the client likes best, where several understand its list", async () => {
    const begun: string[] = [];
    const provider = (name: string, schemes: readonly NegotiateSchemeName[]): NegotiateProvider => ({
      name, schemes, can: { sealing: false, mutualAuth: false, channelBinding: false }, accepts: () => true,
      begin: () => {
        begun.push(name);
        return { step: () => ({ state: "failed", reason: "", stage: "" }), dispose: () => undefined };
      },
    });
    const logins = new NegotiateLogins(new AccountList(), silentLogger, new ManualClock());
    const providers = [provider("tickets", ["Negotiate", "Kerberos"]), provider("ntlm", ["Negotiate", "NTLM"])];
    const scheme = new NegotiateScheme("Negotiate", logins, { authPersistSingleRequest: false, authPersistNonNtlm: false, tokenChecking: "None", providers, keys: "" });
    const { ntlm, kerberos: tickets } = mechanisms;
    for (const list of [[tickets, ntlm], [ntlm, tickets], [ntlm]]) await scheme.authenticate(contextOf("", {}).context.request, `Negotiate ${initToken(list).toString("base64")}`);
    assert.deepEqual(begun, ["tickets", "ntlm", "ntlm"]);
  });

  it("a login that was made with other keys counts for nothing", async () => {
    const accounts = new AccountList();
    accounts.set(account("alice"));
    const logins = new NegotiateLogins(accounts, silentLogger, new ManualClock());
    const providers = [new TicketProvider()];
    const schemeOf = (keys: string): NegotiateScheme => new NegotiateScheme("Kerberos", logins, { authPersistSingleRequest: false, authPersistNonNtlm: true, tokenChecking: "None", providers, keys });
    const request = { ...contextOf("", {}).context.request, connection: connectionOf({ secure: true }) };
    assert.equal((await schemeOf("one").authenticate(request, kerberos("alice@REALM"))).kind, "accepted");
    assert.deepEqual(["one", "other"].map((keys) => schemeOf(keys).remembered(request) !== undefined), [true, false]);
  });

  it("a login that one application was content with does not count where another asks for more", async () => {
    const accounts = new AccountList();
    accounts.set(account("alice"));
    const logins = new NegotiateLogins(accounts, silentLogger, new ManualClock());
    const providers = [new TicketProvider()];
    const schemeOf = (tokenChecking: NegotiateSettings["tokenChecking"]): NegotiateScheme => new NegotiateScheme("Kerberos", logins, { authPersistSingleRequest: false, authPersistNonNtlm: true, tokenChecking, providers, keys: "" });
    const counts = async (from: NegotiateSettings["tokenChecking"]): Promise<readonly boolean[]> => {
      const request = { ...contextOf("", {}).context.request, connection: connectionOf({ secure: true }) };
      assert.equal((await schemeOf(from).authenticate(request, kerberos("alice@REALM"))).kind, "accepted");
      return (["None", "Allow", "Require"] as const).map((to) => schemeOf(to).remembered(request) !== undefined);
    };
    assert.deepEqual([await counts("None"), await counts("Allow"), await counts("Require")], [[true, false, false], [true, true, false], [true, true, true]]);
  });

  it("a login that began at one application does not end at another that asks for more, or has other providers", async () => {
    const accounts = new AccountList();
    accounts.set(account("alice", "secret"));
    const clock = new ManualClock();
    const logins = new NegotiateLogins(accounts, silentLogger, new ManualClock());
    const ntlm = new NtlmProvider({ accounts, failed: new FailedAttempts(clock, 10, 100), clock, computer: "host" });
    const schemeOf = (tokenChecking: NegotiateSettings["tokenChecking"], providers: readonly NegotiateProvider[] = [ntlm]): NegotiateScheme => new NegotiateScheme("Negotiate", logins, { authPersistSingleRequest: false, authPersistNonNtlm: true, tokenChecking, providers, keys: "" });
    const ends = async (from: NegotiateScheme, to: NegotiateScheme): Promise<string> => {
      const tls = { protocol: "TLSv1.3", cipher: "", keyBits: 256, serverName: undefined, channelBinding: Buffer.alloc(32, 3) };
      const request = { ...contextOf("", {}).context.request, connection: connectionOf({ secure: true, tls }) };
      const client = new NtlmClient({ user: "alice", password: "secret" });
      const challenged = await from.authenticate(request, `Negotiate ${client.negotiate().toString("base64")}`);
      assert.ok(challenged.kind === "continued");
      return (await to.authenticate(request, `Negotiate ${client.authenticate(Buffer.from(challenged.challenge.split(" ")[1]!, "base64")).toString("base64")}`)).kind;
    };
    assert.equal(await ends(schemeOf("None"), schemeOf("None")), "accepted");
    assert.equal(await ends(schemeOf("None"), schemeOf("Require")), "refused");
    assert.equal(await ends(schemeOf("None"), schemeOf("None", [new TicketProvider()])), "refused");
  });

  it('tokenChecking="Require" is offered over TLS only', async () => {
    const fixture = new NegotiateFixture({ tokenChecking: "Require" });
    assert.deepEqual(challenges(await fixture.ask(connectionOf())), []);
    const certificateHash = Buffer.alloc(32, 3);
    const tls = { protocol: "TLSv1.3", cipher: "", keyBits: 256, serverName: undefined, channelBinding: certificateHash };
    const secure = connectionOf({ secure: true, tls });
    assert.deepEqual(challenges(await fixture.ask(secure)), offers);
    assert.equal((await fixture.login(secure)).answer.status, 401);
    assert.equal((await fixture.login(secure, { user: "alice", password: "secret", certificateHash })).answer.status, 200);
  });
});
