import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noClientCertificates } from "../../../src/base/client-certificate.js";
import type { HostConnection, HostRequest, HostResponse } from "../../../src/base/host-message.js";
import { silentLogger } from "../../../src/base/logger.js";
import { ok } from "../../../src/base/result.js";
import { BasicScheme } from "../../../src/pipeline/basic-scheme.js";
import type { AccessEntry, HostBinding, MountedApplication } from "../../../src/pipeline/pipeline-settings.js";
import { createPipeline } from "../../../src/pipeline/run-pipeline.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";

const remote: HostConnection = { id: 1, secure: false, tls: undefined, localAddress: "192.0.2.1", localPort: 5985, remoteAddress: "198.51.100.7", remotePort: 1, loopback: false, onClose: () => undefined };
const here: HostConnection = { ...remote, localAddress: "127.0.0.1", remoteAddress: "127.0.0.1", loopback: true };
const right = `Basic ${Buffer.from("alice:secret").toString("base64")}`;

/** The pipeline with one application, and what came through it. */
class Fixture {
  readonly verified: unknown[][] = [];
  readonly entries: AccessEntry[] = [];
  served = 0;
  readonly #pipeline;

  constructor(allowUnencrypted: boolean, bindings?: readonly HostBinding[]) {
    const basic = new BasicScheme((...asked) => {
      this.verified.push(asked);
      return asked[0] === "alice" && asked[1] === "secret" ? { kind: "accepted", user: { name: "alice", hash: "", administrator: false, environment: new Map() } } : { kind: "rejected", reason: "wrong-password" };
    });
    const application: MountedApplication = {
      path: "/wsman",
      handle: ({ user }) => {
        this.served++;
        return { status: 200, headers: [], body: user?.name ?? "" };
      },
      allowsAnonymous: () => false,
      authentication: { schemes: [basic], allowUnencrypted, realm: "WSMAN" },
    };
    this.#pipeline = createPipeline({
      sockets: [bindings ?? [{ host: "", site: { name: "Site", applications: [application] } }]],
      clock: new ManualClock(), logger: silentLogger, newId: () => "ID", logAccess: (entry) => this.entries.push(entry),
    });
  }

  async ask(connection: HostConnection, headers: Readonly<Record<string, string>>, path = "/wsman"): Promise<HostResponse> {
    const fields = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const request: HostRequest = {
      method: "POST", path, query: "", host: "a", connection, certificates: noClientCertificates,
      headers: { get: (name) => fields.get(name.toLowerCase()), entries: () => fields },
      readBody: async () => ok(new Uint8Array()),
      onGone: () => () => undefined,
    };
    return this.#pipeline(request, 0);
  }
}

const challenges = (answer: HostResponse): readonly string[] => answer.headers.filter(([name]) => name === "WWW-Authenticate").map(([, value]) => value);

describe("Basic in clear", () => {
  const cases = [
    { title: "over HTTP from another machine", connection: remote, allow: false, accepted: false },
    { title: "over HTTP from another machine, with allowUnencrypted", connection: remote, allow: true, accepted: true },
    { title: "over HTTP from this machine", connection: here, allow: false, accepted: true },
    { title: "over HTTPS from another machine", connection: { ...remote, secure: true }, allow: false, accepted: true },
    { title: "over HTTP to an address of this machine's network, from itself", connection: { ...remote, remoteAddress: "192.0.2.1" }, allow: false, accepted: false },
  ];
  for (const { title, connection, allow, accepted } of cases) {
    it(`is ${accepted ? "accepted" : "neither accepted nor offered, and the password is not looked at,"} ${title}`, async () => {
      const fixture = new Fixture(allow);
      const answer = await fixture.ask(connection, { Authorization: right });
      assert.deepEqual([answer.status, fixture.served, fixture.verified.length], accepted ? [200, 1, 1] : [401, 0, 0]);
      const challenged = await fixture.ask(connection, {});
      assert.deepEqual([challenged.status, challenges(challenged)], [401, accepted ? ['Basic realm="WSMAN"'] : []]);
    });
  }
});

it("the log says that a proxy nobody declared is why a password from this machine is refused", async () => {
  const scheme = new BasicScheme(() => assert.fail("not looked at"));
  const settings = { schemes: [scheme], allowUnencrypted: false, realm: "WSMAN" };
  const request = (connection: HostConnection): HostRequest => ({
    method: "POST", path: "/wsman", query: "", host: "a", connection, certificates: noClientCertificates, headers: { get: () => undefined, entries: () => new Map() },
    readBody: async () => ok(new Uint8Array()), onGone: () => () => undefined,
  });
  const told = async (connection: HostConnection): Promise<unknown> => ({ ...(await scheme.authenticate(request(connection), right, settings)) });
  assert.match(JSON.stringify(await told({ ...here, loopback: false, proxied: { oneToOne: false } })), /"refused","reason":"in front of this connection is a proxy.*<proxy>/u);
  assert.match(JSON.stringify(await told(remote)), /"refused","reason":"Basic over plain HTTP is only accepted from this machine/u);
});

describe("what a client says of itself", () => {
  const spoofs: readonly Readonly<Record<string, string>>[] = [
    { "X-Forwarded-For": "127.0.0.1" }, { "X-Forwarded-For": "::1, 127.0.0.1", "X-Forwarded-Proto": "https" }, { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost", "X-Forwarded-Port": "443" },
    { Forwarded: "for=127.0.0.1;proto=https;host=localhost" }, { "X-Real-IP": "127.0.0.1" }, { "X-ARR-SSL": "2048|256|CN=a|CN=b", "X-ARR-ClientCert": "MIIB" }, { "X-ARR-LOG-ID": "1", "X-Original-URL": "/livez" },
    { "X-Rewrite-URL": "/livez" }, { "X-HTTP-Method-Override": "GET" }, { "Front-End-Https": "on" }, { "X-Forwarded-Client-Cert": "By=a;Subject=b" }, { "Client-Cert": ":MIIB:" }, { "Ssl-Client-Verify": "SUCCESS" },
    { "MS-ASPNETCORE-TOKEN": "x", "MS-ASPNETCORE-CLIENTCERT": "MIIB", "MS-ASPNETCORE-WINAUTHTOKEN": "4" }, { "X-IIS-WindowsAuthToken": "4" }, { "X-iisnode-AUTH_USER": "administrator", "X-Remote-User": "administrator", REMOTE_USER: "administrator" },
    { "X-Forwarded-User": "administrator" }, { Via: "1.1 proxy" },
  ];
  for (const spoof of spoofs) {
    it(`changes nothing: ${Object.keys(spoof).join(", ")}`, async () => {
      const fixture = new Fixture(false);
      for (const authorization of [{}, { Authorization: right }]) {
        const plain = await fixture.ask(remote, authorization);
        const spoofed = await fixture.ask(remote, { ...authorization, ...spoof });
        assert.deepEqual(spoofed, plain);
        assert.equal(spoofed.status, 401);
      }
      assert.deepEqual([fixture.served, fixture.verified.length], [0, 0]);
      const secure = await fixture.ask({ ...remote, secure: true }, { Authorization: right, ...spoof });
      assert.equal(secure.body, "alice");
      assert.deepEqual(fixture.verified, [["alice", "secret", "198.51.100.7", false]]);
      assert.ok(fixture.entries.every(({ client }) => client === "198.51.100.7"), "the log names who was connected");
    });
  }
});

describe("identity", () => {
  it("belongs to a request, never to its connection", async () => {
    const fixture = new Fixture(false);
    assert.equal((await fixture.ask(here, { Authorization: right })).body, "alice");
    assert.equal((await fixture.ask(here, {})).status, 401);
    assert.equal((await fixture.ask(here, { Authorization: `Basic ${Buffer.from("alice:wrong").toString("base64")}` })).status, 401);
    assert.equal(fixture.served, 1);
  });

  it("is asked for before an application is entered, and no application is found by a trick", async () => {
    const fixture = new Fixture(false);
    for (const path of ["/wsmanx", "/wsma", "/", "/ws man", "/xwsman", "//wsman", "/%77sman"]) assert.equal((await fixture.ask(here, { Authorization: right }, path)).status, 404, path);
    for (const path of ["/WSMAN", "/wsman/", "/wsman/..", "/wsman/a/b"]) assert.equal((await fixture.ask(here, {}, path)).status, 401, path);
    assert.equal(fixture.served, 0);
  });

  it("says 400 for a host that no binding names", async () => {
    const fixture = new Fixture(false, [{ host: "server.test", site: { name: "Site", applications: [] } }]);
    assert.equal((await fixture.ask(here, { Authorization: right })).status, 400);
  });
});
