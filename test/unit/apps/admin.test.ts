import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { HostRequest } from "../../../src/base/host-message.js";
import type { Identity } from "../../../src/base/identity.js";
import { silentLogger } from "../../../src/base/logger.js";
import { createAdminApp, type AdminAbilities } from "../../../src/apps/admin/create-admin-app.js";
import { SeenRequest } from "../../../src/pipeline/proxied/seen-request.js";
import { listen, type ListenerSet } from "../../../src/listener/listen.js";
import { projectRoot } from "../../support/project-root.js";
import { sendPlain, type PlainAnswer } from "../../support/plain-request.js";

const administrator: Identity = { name: "root", authenticationType: "Basic", isAdministrator: true, environment: new Map() };
const limits = { headerTimeout: 5000, requestTimeout: 5000, idleTimeout: 5000, maxConnections: 100, maxHeaderBytes: 16_384 };

describe("admin application", () => {
  let set: ListenerSet;
  let user: Identity | undefined;
  let reasons: readonly string[] = [];
  let status: () => Readonly<Record<string, unknown>> = () => ({ version: "WS-Manor/0" });
  let reload: () => ReturnType<AdminAbilities["reload"]> = async () => ({ kind: "unchanged" });
  const failures: unknown[] = [];
  const app = createAdminApp({ status: () => status(), notReady: () => reasons, reload: () => reload(), audit: () => undefined, failed: (error) => `ID-${failures.push(error)}` });
  before(async () => {
    // As the pipeline does: nobody comes in without a user but to the probes.
    set = await listen([{ address: "127.0.0.1", port: 0 }], limits, (request) =>
      user === undefined && !app.allowsAnonymous(request) ? { status: 401, headers: [] } : app.handle({ request, activityId: "A", user, facts: {} }), { logger: silentLogger, serverHeader: () => "Test/1" });
  });
  after(() => set.close(50));
  const ask = (path: string, method = "GET", body = ""): Promise<PlainAnswer> => sendPlain(`http://127.0.0.1:${set.addresses[0]!.port}`, { path, method, body });

  it("answers the probes to everybody, with fields that let nobody keep or frame them", async () => {
    user = undefined;
    for (const path of ["/livez", "/readyz", "/livez?verbose", "/readyz?__proto__[x]=1"]) {
      const answer = await ask(path);
      assert.deepEqual([answer.status, JSON.parse(answer.text)], [200, { status: "ok" }]);
      assert.equal(answer.headers["content-type"], "application/json; charset=utf-8");
      assert.equal(answer.headers["cache-control"], "no-store");
      assert.equal(answer.headers["x-content-type-options"], "nosniff");
      assert.match(String(answer.headers["content-security-policy"]), /default-src 'none'/u);
      assert.equal(answer.headers["server"], "Test/1");
      assert.equal(answer.headers["x-powered-by"], undefined);
      assert.equal(answer.headers["etag"], undefined);
    }
  });

  it("answers for the path that the pipeline has decided on, behind a proxy's prefix", async () => {
    user = undefined;
    const behind = await listen([{ address: "127.0.0.1", port: 0 }], limits, (came) => {
      const seen = new SeenRequest(came, { path: came.path.replace("/manor", ""), pathPrefix: "/manor", without: new Set() });
      return app.handle({ request: seen, activityId: "A", user, facts: {} });
    }, { logger: silentLogger, serverHeader: () => "Test/1" });
    const answer = await sendPlain(`http://127.0.0.1:${behind.addresses[0]!.port}`, { path: "/manor/livez", method: "GET", body: "" });
    await behind.close(50);
    assert.deepEqual([answer.status, answer.text], [200, '{\n  "status": "ok"\n}']);
  });

  it("answers HEAD like GET, without a body", async () => {
    user = administrator;
    for (const path of ["/livez", "/readyz", "/status"]) {
      const [head, get] = [await ask(path, "HEAD"), await ask(path)];
      assert.deepEqual([head.status, head.text, head.headers["content-length"], head.headers["content-type"]], [200, "", get.headers["content-length"], get.headers["content-type"]]);
    }
  });

  it("says 405 and what is allowed to other methods, whatever they bring", async () => {
    user = administrator;
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]) {
      const answer = await ask("/status", method, method === "TRACE" ? "" : "x".repeat(1000));
      assert.deepEqual([answer.status, answer.headers["allow"]], [405, "GET, HEAD"], method);
    }
    user = undefined;
    assert.equal((await ask("/livez", "POST", "x".repeat(100_000))).status, 405);
  });

  it("is ready until the host stops", async () => {
    reasons = ["the host is stopping"];
    const answer = await ask("/readyz");
    assert.deepEqual([answer.status, JSON.parse(answer.text)], [503, { status: "not ready", reasons }]);
    assert.equal((await ask("/livez")).status, 200);
    reasons = [];
  });

  it("shows the status to administrators, and no path to anybody else", async () => {
    user = administrator;
    assert.deepEqual(JSON.parse((await ask("/status")).text), { version: "WS-Manor/0" });
    user = { ...administrator, isAdministrator: false };
    for (const path of ["/status", "/status/", "/STATUS", "/unknown", "/"]) assert.equal((await ask(path)).status, 403, path);
    user = undefined;
    for (const path of ["/status", "/unknown", "/livez/", "/LIVEZ"]) assert.equal((await ask(path)).status, 401, path);
  });

  it("reloads for an administrator of this machine who posts JSON, and says what came of it", async () => {
    user = administrator;
    const post = (type: string): Promise<PlainAnswer> => sendPlain(`http://127.0.0.1:${set.addresses[0]!.port}`, { path: "/reload", method: "POST", body: "{}", headers: { "Content-Type": type } });
    const problem = { severity: "error", rule: "no-such-thing", message: "It is not there." } as const;
    for (const [outcome, status, diagnostics] of [["unchanged", 200, []], ["swapped", 200, []], ["refused", 409, [problem]]] as const) {
      reload = async () => ({ kind: outcome, diagnostics });
      const answer = await post("application/json");
      assert.deepEqual([answer.status, JSON.parse(answer.text)], [status, { outcome, diagnostics }]);
    }
    reload = () => assert.fail("must not be asked");
    assert.equal((await post("text/plain")).status, 415, "another site's page");
    const read = await ask("/reload");
    assert.deepEqual([read.status, read.headers["allow"]], [405, "POST"]);
    user = { ...administrator, isAdministrator: false };
    assert.equal((await post("application/json")).status, 403);
    const elsewhere = { path: "/reload", method: "POST", connection: { loopback: false } } as HostRequest;
    const refused = await app.handle({ request: elsewhere, activityId: "A", user: administrator, facts: {} });
    assert.deepEqual([refused.status, JSON.parse(refused.body as string)], [403, { error: "only from the host's own machine" }]);
  });

  it("says 404 in JSON for anything else, without giving the path back", async () => {
    user = administrator;
    for (const path of ["/", "/status/", "/STATUS", "/livez/x", "/%3Cscript%3E", "/__proto__", "/a".repeat(2000)]) {
      const answer = await ask(path);
      assert.equal(answer.status, 404, path);
      assert.deepEqual(JSON.parse(answer.text), { error: "nothing here", known: ["/livez", "/readyz", "/status", "/reload"] });
    }
  });

  it("gives an id and no stack when the host itself fails", async () => {
    user = administrator;
    status = () => {
      throw new Error("secret reason");
    };
    const answer = await ask("/status");
    assert.deepEqual([answer.status, JSON.parse(answer.text)], [500, { error: "the host failed; its log has the reason", errorId: "ID-1" }]);
    assert.equal((failures[0] as Error).message, "secret reason");
  });
});

describe("Express", () => {
  it("is imported by the admin application and the adapter for its middleware alone, and body, session and static middleware by nobody", () => {
    const sources = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const importing = sources.filter((name) => /from "express"|require\("express/u.test(readFileSync(join(projectRoot, "src", name), "utf8")));
    assert.deepEqual(importing.map((name) => name.replaceAll("\\", "/")), ["apps/admin/create-admin-app.ts", "host/express/express-module.ts"]);
    for (const name of importing) assert.doesNotMatch(readFileSync(join(projectRoot, "src", name), "utf8"), /express\.(?:json|static|urlencoded|raw|text)/u);
  });
});
