import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostConnection } from "../../../src/base/host-message.js";
import type { Verification } from "../../../src/store/verify-users.js";
import { Authenticate } from "../../../src/pipeline/authenticate.js";
import { BasicScheme } from "../../../src/pipeline/basic-scheme.js";
import type { Exchange } from "../../../src/pipeline/exchange.js";
import { contextOf, RecordingLogger } from "../apps/wsman/app-harness.js";

const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

describe("authentication", () => {
  const asked: string[][] = [];
  async function run(authorization: string, verification: Verification, connection: Partial<HostConnection> = {}, allowUnencrypted = false) {
    const logger = new RecordingLogger();
    const scheme = new BasicScheme((...given) => {
      asked.push(given.map(String));
      return verification;
    });
    const { context } = contextOf("<a/>", { user: undefined, headers: { authorization } });
    const request = { ...context.request, connection: { ...context.request.connection, ...connection } };
    const exchange: Exchange = {
      context: { ...context, request }, bindings: [], site: undefined,
      application: { path: "/wsman", handle: () => ({ status: 200, headers: [] }), allowsAnonymous: () => false, authentication: { schemes: [scheme], allowUnencrypted, realm: "WSMAN" } },
    };
    const response = await new Authenticate(logger).run(exchange);
    return { response, logger, user: exchange.context.user };
  }
  const rejected: Verification = { kind: "rejected", reason: "wrong-password" };

  it("answers 503 with Retry-After when too many passwords wait to be verified", async () => {
    const { response } = await run(basic("a:b"), { kind: "busy" });
    assert.deepEqual([response?.status, response?.headers], [503, [["Retry-After", "1"]]]);
  });

  it("tells the log why, and the client nothing but what is offered", async () => {
    for (const reason of ["unknown-user", "wrong-password", "too-many-attempts"] as const) {
      const { response, logger } = await run(basic("alice:x"), { kind: "rejected", reason });
      assert.deepEqual(response, { status: 401, headers: [["WWW-Authenticate", 'Basic realm="WSMAN"']] });
      assert.deepEqual(logger.lines.map(({ message, fields }) => [message, fields["reason"], fields["user"]]), [["authentication refused", reason, "alice"]]);
    }
  });

  it("leaves one line for each attempt, whatever became of it: scheme offered, scheme sent, stage, reason, activity", async () => {
    const user = { name: "alice", hash: "", administrator: false, environment: new Map<string, string>() };
    const facts = { activityId: "ACTIVITY", scheme: "Basic", client: "127.0.0.1", secure: false, offered: "Basic" };
    const lines = async (authorization: string, verification: Verification): Promise<unknown> => (await run(authorization, verification)).logger.lines.map(({ level, message, fields }) => [level, message, fields]);
    assert.deepEqual(await lines(basic("alice:x"), { kind: "accepted", user }), [["info", "authenticated", { ...facts, stage: "verified", user: "alice" }]]);
    assert.deepEqual(await lines(basic("alice:x"), rejected), [["warn", "authentication refused", { ...facts, stage: "credentials", reason: "wrong-password", user: "alice" }]]);
    assert.deepEqual(await lines(basic("alice:x"), { kind: "busy" }), [["warn", "authentication put off", { ...facts, stage: "busy", reason: "too many passwords wait to be verified" }]]);
    assert.deepEqual(await lines("Kerberos abc", rejected), [["warn", "authentication refused", { ...facts, scheme: "kerberos", stage: "credentials", reason: 'the scheme "kerberos" is not offered', user: undefined }]]);
  });

  it("verifies the whole name as it was sent, with where it came from", async () => {
    asked.length = 0;
    await run(basic("CORP\\alice:a:b"), rejected, { remoteAddress: "127.0.0.9" });
    assert.deepEqual(asked, [["CORP\\alice", "a:b", "127.0.0.9", "true"]]);
  });

  it("does not look at a password that came in clear from another machine, and offers nothing there", async () => {
    asked.length = 0;
    const { response, logger } = await run(basic("alice:x"), rejected, { loopback: false });
    assert.deepEqual([response, asked], [{ status: 401, headers: [] }, []]);
    assert.ok(String(logger.lines[0]?.fields["reason"]).includes('set allowUnencrypted="true"'));
    assert.equal((await run(basic("alice:x"), rejected, { loopback: false }, true)).response?.headers.length, 1);
    assert.equal((await run(basic("alice:x"), rejected, { loopback: false, secure: true })).response?.headers.length, 1);
  });

  it("repeats no unknown word that stands for the scheme: it may be the secret", async () => {
    for (const header of ["tok3n-secret", "tok3n-secret x", `Basic${Buffer.from("a:secret").toString("base64")}`]) {
      const { logger } = await run(header, rejected);
      assert.equal(logger.lines[0]?.fields["reason"], "the Authorization field has no scheme that is known");
    }
    assert.equal((await run("NTLM abc", rejected)).logger.lines[0]?.fields["reason"], 'the scheme "ntlm" is not offered');
  });
});
