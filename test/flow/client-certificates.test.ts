import assert from "node:assert/strict";
import { Agent, type AgentOptions } from "node:https";
import { after, before, describe, it } from "node:test";
import { openUsers } from "../../src/host/manage-users.js";
import { basic } from "../support/basic.js";
import type { IssuedCertificate } from "../support/certificate-authority.js";
import { mutual, startCertificateHost, type CertificateHost } from "../support/certificate-host.js";
import { runCommand } from "../support/command.js";
import { operationMessages, requestEnvelope } from "../support/operation-messages.js";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { selfSignedCertificate } from "../support/self-signed-certificate.js";
import { identifyEnvelope } from "../support/soap-envelope.js";

type Client = Pick<IssuedCertificate, "cert" | "key"> | undefined;
type Kind = keyof CertificateHost["ports"];

describe("client certificates as credentials of a running host", () => {
  let host: CertificateHost;
  let others: Readonly<Record<"expired" | "server" | "self", NonNullable<Client>>>;
  before(async () => {
    host = await startCertificateHost();
    others = {
      expired: host.authority.issue({ subject: "/O=Example/OU=Operators/CN=orphan", from: "20200101000000Z", until: "20210101000000Z" }),
      server: host.authority.issue({ subject: "/O=Example/OU=Operators/CN=orphan", extensions: ["extendedKeyUsage=serverAuth"] }),
      self: selfSignedCertificate("alice"),
    };
  });
  after(async () => assert.equal(await host.stop(), 0));

  const agentOf = (client: Client, more: AgentOptions = {}): Agent => new Agent({ keepAlive: true, maxSockets: 1, maxCachedSessions: 0, maxVersion: "TLSv1.2", ...(client === undefined ? {} : { cert: client.cert, key: client.key }), ...more });
  const send = async (kind: Kind, client: Client, options: { readonly body?: string; readonly authorization?: string | null; readonly agent?: Agent; readonly path?: string } = {}): Promise<PlainAnswer> => {
    const { body = requestEnvelope(), authorization = mutual, agent = agentOf(client), path = "/wsman" } = options;
    return post(`https://127.0.0.1:${host.ports[kind]}${path}`, body, { ...(authorization === null ? {} : { authorization }), agent });
  };

  for (const kind of ["late", "lateStrict", "handshake"] as const) {
    it(`let in who has one that is mapped: ${kind}`, async () => {
      for (let times = 0; times < 3; times++) assert.equal((await send(kind, host.alice)).status, 200);
      const agent = agentOf(host.alice, { maxVersion: "TLSv1.3" });
      assert.equal((await send(kind, host.alice, { agent })).status, kind === "late" ? 403 : 200);
      agent.destroy();
    });
  }

  it("keep everybody else out of every operation, and out of the plug-in", async () => {
    const clients: readonly (readonly [string, Client, number])[] = [
      ["none", undefined, 403], ["stranger", host.stranger, 401], ["orphan", host.orphan, 401], ["mallory", host.mallory, 403],
      ["expired", others.expired, 403], ["server", others.server, 403], ["self-signed", others.self, 403],
    ];
    const before_ = host.entries().length;
    for (const [name, client, status] of clients) {
      for (const kind of ["late", "handshake"] as const) {
        const agent = agentOf(client);
        for (const [operation, body] of Object.entries(operationMessages)) {
          const answer = await send(kind, client, { agent, body });
          assert.deepEqual([answer.status, answer.text], [status, ""], `${name} ${kind} ${operation}`);
        }
        agent.destroy();
      }
    }
    assert.equal(host.entries().length, before_);
  });

  it("are worth nothing where the binding does not ask, and over plain HTTP", async () => {
    assert.equal((await send("never", host.alice)).status, 403);
    assert.equal((await post(host.urls.find((url) => url.startsWith("http:") && url.endsWith("/wsman"))!, requestEnvelope(), { authorization: mutual })).status, 401);
  });

  it("are never asked for by a field: the challenge names Basic alone", async () => {
    const { status, headers } = await send("late", undefined, { authorization: null });
    assert.deepEqual([status, headers["www-authenticate"]], [401, 'Basic realm="WSMAN"']);
  });

  it("stand for who says nothing on a connection that has shown one, and leave Basic to who sends it", async () => {
    assert.equal((await send("handshake", host.alice, { authorization: null })).status, 200);
    assert.equal((await send("late", host.alice, { authorization: null })).status, 401);
    const agent = agentOf(host.alice);
    assert.equal((await send("late", host.alice, { agent })).status, 200);
    assert.equal((await send("late", host.alice, { agent, authorization: null })).status, 200);
    assert.equal((await send("late", host.alice, { agent, authorization: basic("alice", "wrong") })).status, 401);
    agent.destroy();
    for (const client of [host.stranger, others.expired, others.self]) {
      assert.equal((await send("handshake", client, { authorization: null })).status, 401);
      assert.equal((await send("handshake", client, { authorization: host.authorization })).status, 200);
    }
    assert.equal((await send("handshake", host.mallory, { authorization: null })).status, 403);
  });

  it("let in to applications by rights of the account: alice is no administrator", async () => {
    assert.equal((await send("handshake", host.alice, { path: "/status", authorization: mutual })).status, 403);
  });

  it("come in front of bodies up to uploadReadAheadSize, and of any that waits to be asked for", async () => {
    const large = (size: number): string => requestEnvelope({ headers: `<!--${"x".repeat(size)}-->` });
    const agent = agentOf(host.alice);
    assert.equal((await send("late", host.alice, { agent, body: large(40_000) })).status, 200);
    agent.destroy();
    assert.equal((await send("late", host.alice, { body: large(60_000) })).status, 413);
    assert.equal((await send("late", host.alice, { body: large(200_000) })).status, 413);
    assert.equal((await send("handshake", host.alice, { body: large(100_000) })).status, 200);
    const known = agentOf(host.alice);
    assert.equal((await send("late", host.alice, { agent: known })).status, 200);
    assert.equal((await send("late", host.alice, { agent: known, body: large(100_000) })).status, 200);
    known.destroy();
  });

  it("are told to who asks what he can sign in with", async () => {
    const profiles = async (kind: Kind): Promise<readonly string[]> => [...(await send(kind, host.alice, { body: identifyEnvelope, authorization: host.authorization })).text.matchAll(/SecurityProfileName>([^<]+)</gu)].map((match) => match[1]!);
    assert.deepEqual(await profiles("late"), ["http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/basic", mutual]);
  });

  it("leave a line in the log, with what only the operator may know", async () => {
    await send("handshake", others.expired);
    assert.match(host.log(), /authentication refused.*client certificate cannot be used: it, or its issuer's, has expired/u);
    await send("never", host.alice);
    assert.match(host.log(), /the binding does not ask for client certificates/u);
  });

  it("end with the account: the next request on the same connection is refused", async () => {
    const agent = agentOf(host.alice);
    assert.equal((await send("handshake", host.alice, { agent })).status, 200);
    const users = await openUsers(host.state);
    await users.remove("alice");
    for (const authorization of [mutual, null]) assert.equal((await send("handshake", host.alice, { agent, authorization })).status, 401);
    await users.add("alice", "another long password", { administrator: false });
    assert.equal((await send("handshake", host.alice, { agent })).status, 200);
    agent.destroy();
  });

  it("end with a revocation list that the host reads again, also on connections that are open", async () => {
    const agent = agentOf(host.alice);
    assert.equal((await send("handshake", host.alice, { agent })).status, 200);
    host.authority.revoke(host.alice);
    host.writeRevocationList();
    assert.equal((await send("handshake", host.alice, { agent })).status, 200);
    const reloaded = await runCommand(["reload", "--state", host.state]);
    assert.deepEqual([reloaded.status, reloaded.stderr], [0, ""]);
    for (const authorization of [mutual, null]) assert.equal((await send("handshake", host.alice, { agent, authorization })).status, authorization === null ? 401 : 403);
    assert.equal((await send("handshake", host.alice)).status, 403);
    agent.destroy();
  });
});
