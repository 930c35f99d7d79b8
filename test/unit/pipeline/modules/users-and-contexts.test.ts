import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HostResponse } from "../../../../src/base/host-message.js";
import type { RequestContext } from "../../../../src/base/request-context.js";
import { HRESULT } from "../../../../src/sdk/hresult.js";
import type { HttpContext, StoredContext } from "../../../../src/sdk/http-context.js";
import type { AuthenticationProvider } from "../../../../src/sdk/http-user.js";
import { settled } from "../../../../src/testing/settled.js";
import { connectionOf, module, modulePipeline } from "../../../support/module-pipeline.js";

const alice = { name: "Alice", administrator: true, environment: new Map([["TEAM", "blue"]]) };
const tellUser = ({ user }: RequestContext): HostResponse => ({ status: 200, headers: [], body: JSON.stringify(user === undefined ? null : { ...user, environment: [...user.environment] }) });

describe("setUser", () => {
  /** Sets a user where nobody comes in without one. */
  async function withUser(user: unknown) {
    const results: number[] = [];
    const { ask, logger } = modulePipeline([module({ onAuthenticateRequest: async (_context, provider) => (results.push(await (provider.setUser as (user: unknown) => Promise<number>)(user)), 0) }, { name: "tokens" })], { anonymous: false, accounts: [alice], handle: tellUser });
    const { status, body } = await ask();
    return { result: results[0], status, user: status === 200 ? (JSON.parse(String(body)) as unknown) : undefined, logger };
  }

  it("of an account gives the account's own name, rights and environment", async () => {
    const { result, user } = await withUser({ userName: "ALICE" });
    assert.deepEqual([result, user], [0, { name: "Alice", authenticationType: "tokens", isAdministrator: true, environment: [["TEAM", "blue"]] }]);
  });

  it("of somebody without an account changes nothing, and the log says who it was", async () => {
    const { result, status, logger } = await withUser({ userName: "mallory" });
    assert.deepEqual([result, status], [HRESULT.ERROR_LOGON_FAILURE, 401]);
    assert.deepEqual(logger.find("authentication refused", "warn").map(({ fields }) => [fields["module"], fields["reason"], fields["user"]]), [["tokens", "unknown-user", "mallory"]]);
  });

  it("takes somebody without an account when the module answers for him; no administrator unless it says so", async () => {
    assert.deepEqual((await withUser({ userName: "guest", isAccount: false })).user, { name: "guest", authenticationType: "tokens", isAdministrator: false, environment: [] });
    assert.deepEqual((await withUser({ userName: "boss", isAccount: false, isAdministrator: true, authenticationType: "Bearer", environment: { a: "1" } })).user, { name: "boss", authenticationType: "Bearer", isAdministrator: true, environment: [["A", "1"]] });
  });

  it("refuses what is no user, rights for an account above all", async () => {
    for (const user of [7, "alice", {}, { userName: "" }, { userName: 7 }, { userName: "alice", isAdministrator: true }, { userName: "x", isAccount: "no" }, { userName: "x", isAccount: false, isAdministrator: "yes" }]) {
      const { result, status } = await withUser(user);
      assert.deepEqual([result, status], [HRESULT.ERROR_INVALID_PARAMETER, 401], JSON.stringify(user));
    }
  });

  it("of nobody leaves everything to the host", async () => {
    const { result, status } = await withUser(null);
    assert.deepEqual([result, status], [0, 401]);
  });

  it("works at authenticateRequest and while that lasts, never later", async () => {
    let kept: AuthenticationProvider | undefined;
    const results: number[] = [];
    const late = async (_context: HttpContext, provider: unknown): Promise<number> => {
      results.push(await (provider as AuthenticationProvider).setUser({ userName: "alice" }));
      results.push((await kept?.setUser({ userName: "alice" })) ?? -1);
      return 0;
    };
    const { ask } = modulePipeline([module({ onBeginRequest: late, onAuthenticateRequest: (_context, provider) => ((kept = provider), 0), onPostAuthenticateRequest: late, onAuthorizeRequest: late, onExecuteRequestHandler: late })], { accounts: [alice], handle: tellUser });
    assert.equal(String((await ask()).body), "null");
    assert.deepEqual(results, [HRESULT.E_ACCESSDENIED, -1, ...Array<number>(6).fill(HRESULT.E_ACCESSDENIED)]);
  });

  it("that is still looking when its notification is over sets nobody", async () => {
    let result: Promise<number> | undefined;
    let found: (account: typeof alice) => void = () => undefined;
    const { ask } = modulePipeline([module({ onAuthenticateRequest: (_context, provider) => ((result = provider.setUser({ userName: "alice" })), 0) })], { findAccount: () => new Promise((resolve) => (found = resolve)), anonymous: false });
    const { status } = await ask();
    found(alice);
    assert.deepEqual([status, await result], [401, HRESULT.E_ACCESSDENIED]);
  });

  it("shows the user to every module behind it", async () => {
    const told: unknown[] = [];
    const look = (context: HttpContext): number => {
      const user = context.getUser();
      told.push(user && [user.getUserName(), user.getRemoteUserName(), user.getAuthenticationType(), user.supportsIsInRole(), user.isAdministrator]);
      return 0;
    };
    await modulePipeline([module({ onBeginRequest: look, onAuthenticateRequest: async (_context, provider) => (await provider.setUser({ userName: "alice", authenticationType: "T" }), 0), onPostAuthenticateRequest: look })], { accounts: [alice] }).ask();
    assert.deepEqual(told, [undefined, ["Alice", "Alice", "T", false, true]]);
  });
});

describe("what modules keep", () => {
  const noting = (told: string[], name: string): StoredContext => ({ cleanupStoredContext: () => void told.push(`${name} cleaned`), notifyDisconnect: () => void told.push(`${name} disconnected`) });

  it("with a request ends with it, and is each module's own", async () => {
    const told: string[] = [];
    const keep = (name: string) => (context: HttpContext): number => {
      const container = context.getModuleContextContainer();
      assert.equal(container.getModuleContext(), undefined);
      const stored = noting(told, name);
      assert.equal(container.setModuleContext(stored), 0);
      assert.equal(container.setModuleContext(stored), HRESULT.ERROR_ALREADY_ASSIGNED);
      for (const wrong of [null, 7, undefined]) assert.equal((container.setModuleContext as (context: unknown) => number)(wrong), HRESULT.ERROR_INVALID_PARAMETER);
      assert.equal(container.getModuleContext(), stored);
      return 0;
    };
    const { ask } = modulePipeline([module({ onBeginRequest: keep("a"), onEndRequest: (context) => (assert.ok(context.getModuleContextContainer().getModuleContext()), told.push("end"), 0) }), module({ onBeginRequest: keep("b") })]);
    for (let round = 0; round < 2; round++) assert.equal((await ask()).status, 200);
    assert.deepEqual(told, ["end", "a cleaned", "b cleaned", "end", "a cleaned", "b cleaned"]);
  });

  it("with a connection is there for its next request, and ends with the connection", async () => {
    const told: string[] = [];
    const seen: unknown[] = [];
    const { ask } = modulePipeline([module({ onBeginRequest: (context) => {
      const connection = context.getConnection();
      const container = connection.getModuleContextContainer();
      seen.push([connection.connectionId, connection.isConnected(), container.getModuleContext() !== undefined]);
      container.setModuleContext(noting(told, "c"));
      return 0;
    } })]);
    const connection = connectionOf();
    await ask({ connection });
    await ask({ connection });
    await ask({ connection: connectionOf() });
    assert.deepEqual([seen, told], [[[7, true, false], [7, true, true], [7, true, false]], []]);
    connection.close();
    assert.deepEqual(told, ["c disconnected", "c cleaned"]);
  });

  it("a connection that ends while it is being used says so", async () => {
    let context: HttpContext | undefined;
    const { ask, clock } = modulePipeline([module({ onBeginRequest: (given) => ((context = given), 1) })]);
    const connection = connectionOf();
    const asked = ask({ connection });
    await settled();
    assert.equal(context!.getConnection().isConnected(), true);
    connection.close();
    assert.equal(context!.getConnection().isConnected(), false);
    clock.advance(60_000);
    await asked;
  });

  it("what throws when it is cleaned up is told and holds nothing up", async () => {
    const bad = (): never => {
      throw new Error("cleanup");
    };
    const { ask, logger } = modulePipeline([module({ onBeginRequest: (context) => (context.getModuleContextContainer().setModuleContext({ cleanupStoredContext: bad }), 0), dispose: bad }, { name: "messy" })]);
    assert.equal((await ask()).status, 200);
    assert.deepEqual(logger.find("", "error").map(({ message }) => message), ['module "messy" failed in dispose', 'module "messy" failed in cleaning up what it had stored']);
  });

  it("what rejects when it is cleaned up is told too, and ends no process", async () => {
    const rejected: unknown[] = [];
    const listen = (error: unknown): void => void rejected.push(error);
    process.on("unhandledRejection", listen);
    const bad = (): never => Promise.reject(new Error("cleanup")) as never;
    const { ask, logger } = modulePipeline([module({ onBeginRequest: (context) => (context.getModuleContextContainer().setModuleContext({ cleanupStoredContext: bad }), 0), dispose: bad }, { name: "messy" })]);
    assert.equal((await ask()).status, 200);
    await new Promise((resolve) => setImmediate(resolve));
    process.removeListener("unhandledRejection", listen);
    assert.deepEqual([rejected, logger.find("", "error").length], [[], 2]);
  });

  it("an error status is for others to see, and changes nothing", async () => {
    const { ask } = modulePipeline([module({
      onBeginRequest: (_context, provider) => (provider.setErrorStatus(HRESULT.E_FAIL), 0),
      onEndRequest: (context) => (assert.equal(context.getResponse().getStatus().hresult, HRESULT.E_FAIL), 0),
    })]);
    assert.equal((await ask()).status, 200);
  });

  it("something hostile that is thrown can be told all the same", async () => {
    const hostile: Error = { name: "", message: "", get stack(): string { throw new Error("no"); } };
    const { ask, logger } = modulePipeline([module({ onBeginRequest: () => Promise.reject(hostile) })]);
    assert.equal((await ask()).status, 500);
    assert.match(String(logger.find("a request failed", "error")[0]!.fields["error"]), /^Error: something that cannot be shown/u);
  });
});
