import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { requestNotifications, type ModuleNotification } from "../../../../src/sdk/request-notification.js";
import { createPipeline } from "../../../../src/pipeline/run-pipeline.js";
import { ManualClock } from "../../../../src/testing/manual-clock.js";
import { RecordingLogger } from "../../../../src/testing/recording-logger.js";
import { module, modulePipeline, requestOf, type GivenModule, type LooseModule } from "../../../support/module-pipeline.js";

const all = requestNotifications.flatMap((name) => [name, `post${name[0]!.toUpperCase()}${name.slice(1)}`]) as ModuleNotification[];
const handler = (name: ModuleNotification): keyof LooseModule => `on${name[0]!.toUpperCase()}${name.slice(1)}` as keyof LooseModule;

/** A module that waits for everything and writes down what it is told. */
function teller(name: string, told: string[], statuses: Readonly<Partial<Record<ModuleNotification, unknown>>> = {}, priorities: GivenModule["priorities"] = {}): GivenModule {
  return {
    name, priorities,
    make: () => ({
      ...Object.fromEntries(all.map((notification) => [handler(notification), () => {
        told.push(`${name} ${notification}`);
        return statuses[notification] ?? 0;
      }])),
      dispose: () => void told.push(`${name} dispose`),
    }),
  };
}

describe("the order of notifications", () => {
  it("is IIS's: all modules, then all post forms, then the next; the application behind executeRequestHandler", async () => {
    const told: string[] = [];
    const { ask } = modulePipeline([teller("a", told), teller("b", told)], {
      handle: () => {
        told.push("application");
        return { status: 200, headers: [] };
      },
    });
    assert.equal((await ask()).status, 200);
    const expected = all.flatMap((notification) => [...(notification === "postExecuteRequestHandler" ? ["application"] : []), `a ${notification}`, `b ${notification}`]);
    assert.deepEqual(told, [...expected, "a dispose", "b dispose"]);
  });

  it("is by priority first, for each notification its own, and by the configuration within one", async () => {
    const told: string[] = [];
    const at = "beginRequest";
    const modules = (["LAST", "MEDIUM", "FIRST", undefined, "LOW", "HIGH", "FIRST"] as const).map((priority, index) =>
      module({ onBeginRequest: () => (told.push(`${index}`), 0), onEndRequest: () => (told.push(`end ${index}`), 0) }, priority === undefined ? {} : { priorities: { [at]: priority } }));
    await modulePipeline(modules).ask();
    assert.deepEqual(told, ["2", "6", "5", "1", "3", "4", "0", ...[0, 1, 2, 3, 4, 5, 6].map((index) => `end ${index}`)]);
  });

  for (const at of all) {
    it(`FINISH_REQUEST at ${at} skips what is left but logRequest and endRequest`, async () => {
      const told: string[] = [];
      let asked = 0;
      const { ask } = modulePipeline([teller("a", told, { [at]: 2 }), teller("b", told)], { handle: () => (asked++, { status: 299, headers: [] }) });
      const answer = await ask();
      const isLast = all.indexOf(at) >= all.indexOf("logRequest");
      const before = all.slice(0, isLast ? all.indexOf("logRequest") : all.indexOf(at)).flatMap((notification) => [`a ${notification}`, `b ${notification}`]);
      const last = all.slice(all.indexOf("logRequest")).flatMap((notification) => [`a ${notification}`, `b ${notification}`]);
      assert.deepEqual(told, [...before, ...(isLast ? [] : [`a ${at}`]), ...last, "a dispose", "b dispose"]);
      const isServed = all.indexOf(at) >= all.indexOf("postExecuteRequestHandler");
      assert.deepEqual([asked, answer.status], isServed ? [1, 299] : [0, 200]);
    });

    it(`a module that throws at ${at} ends that request with 500, by name and with an id`, async () => {
      for (const boom of [(): never => { throw new Error("boom"); }, async (): Promise<never> => { throw new Error("boom"); }, (): string => "7"]) {
        const told: string[] = [];
        const { ask, logger, entries, chain } = modulePipeline([module({ [handler(at)]: boom, ...(at.endsWith("ndRequest") ? {} : { onEndRequest: () => (told.push("called again"), 0) }), dispose: () => void told.push("disposed") }, { name: "bad" }), teller("b", told)]);
        const answer = await ask();
        assert.equal(answer.status, 500);
        const [line, ...more] = logger.find(/^a request failed in/u, "error");
        assert.deepEqual(more, []);
        assert.equal(line!.message, `a request failed in module "bad" at ${at}`);
        assert.equal(answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString() : answer.body, `The host failed. Its log has the reason under ${String(line!.fields["errorId"])}.\n`);
        assert.deepEqual([line!.fields["module"], line!.fields["notification"]], ["bad", at]);
        assert.match(String(line!.fields["error"]), /boom|its on\w+ gave string/u);
        assert.deepEqual([entries[0]?.status, entries[0]?.errorId, entries[0]?.result], [500, line!.fields["errorId"], "failed"]);
        assert.deepEqual(told.filter((each) => !each.startsWith("b ")), ["disposed"]);
        assert.ok(told.includes("b logRequest") && told.includes("b postEndRequest"));
        assert.deepEqual(chain.times()[0]!.notifications.map(({ notification, failures }) => [notification, failures]).at(-1), [at, 1]);
      }
    });
  }

  it("a refusal of the host itself skips the modules behind it, but logRequest and endRequest see it", async () => {
    const told: string[] = [];
    const { ask } = modulePipeline([teller("a", told)], { anonymous: false });
    assert.equal((await ask()).status, 401);
    assert.deepEqual(told, ["beginRequest", "postBeginRequest", "authenticateRequest", "postAuthenticateRequest", "logRequest", "postLogRequest", "endRequest", "postEndRequest", "dispose"].map((name) => `a ${name}`));
  });

  it("an instance is made for each request when its first notification is due, and not before", async () => {
    let made = 0;
    const give = { make: () => (made++, { onAuthorizeRequest: () => 0 }) };
    const { ask } = modulePipeline([module({ onBeginRequest: () => 2 }), give]);
    made = 0;
    await ask();
    assert.equal(made, 0);
    const other = modulePipeline([give]);
    made = 0;
    await other.ask();
    await other.ask();
    assert.equal(made, 2);
  });

  it("an instance that is none, or lacks a handler that was declared, is the module's failure", async () => {
    for (const [make, said] of [[() => 7, /getHttpModule gave no module/u], [() => ({}), /it has no onBeginRequest/u]] as const) {
      const { ask, logger } = modulePipeline([{ notifications: ["beginRequest"], make }]);
      assert.equal((await ask()).status, 500);
      assert.match(String(logger.find("a request failed in", "error")[0]?.fields["error"]), said);
    }
  });

  it("setRequestHandled leaves the application out, disableNotifications a module, but not at the end", async () => {
    const told: string[] = [];
    const quiet: GivenModule = { name: "q", make: () => {
      const { make } = teller("q", told);
      return { ...(make() as object), onBeginRequest: (context: Parameters<NonNullable<LooseModule["onBeginRequest"]>>[0]) => {
        context.disableNotifications(all);
        context.setRequestHandled();
        return 0;
      } };
    } };
    const { ask } = modulePipeline([quiet], { handle: () => assert.fail("asked") });
    assert.deepEqual([(await ask()).status, told], [200, ["q logRequest", "q postLogRequest", "q endRequest", "q postEndRequest", "q dispose"]]);
  });

  it("a stage of the host that fails is told as ever", async () => {
    const { ask, logger } = modulePipeline([module({ onBeginRequest: () => 0 })], { handle: () => { throw new Error("ours"); } });
    assert.equal((await ask()).status, 500);
    assert.equal(logger.find("a request failed in execute-handler", "error").length, 1);
  });

  it("costs nothing where there are no modules: what needs no waiting is answered at once", () => {
    const application = { path: "/wsman", handle: () => ({ status: 200, headers: [] }), allowsAnonymous: () => true, authentication: { schemes: [], allowUnencrypted: true, realm: "" } };
    const pipeline = createPipeline({ sockets: [[{ host: "", site: { name: "S", applications: [application] } }]], clock: new ManualClock(), logger: new RecordingLogger(), newId: () => "I", logAccess: () => undefined });
    assert.ok(!(pipeline(requestOf({}), 0) instanceof Promise));
  });
});
