import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pluginModule, writeConfiguration, type ScratchPlugin } from "../support/scratch-configuration.js";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { until } from "../support/until.js";
import { localAuthorization, startProcess, type StartedProcess } from "../support/started-host.js";

const hostile: readonly (readonly [name: string, operations: string, before?: string])[] = [
  ["TimerThrows", `get: () => { setTimeout(() => { throw new Error("thrown by a timer"); }, 1); return "<ok/>"; }`],
  ["RejectsUnheard", `get: () => { void Promise.reject(new Error("rejected for nobody")); return "<ok/>"; }`],
  ["ThrowsNothing", `get: () => { setImmediate(() => { throw undefined; }); queueMicrotask(() => { throw Object.create(null); }); return "<ok/>"; }`],
  ["EmitsError", `get: () => { process.nextTick(() => new EventEmitter().emit("error", new Error("emitted for nobody"))); return "<ok/>"; }`, 'import { EventEmitter } from "node:events";'],
  ["LateThrow", `get: () => new Promise((_, reject) => setTimeout(() => { reject(new Error("rejected in time")); throw new Error("and thrown as well"); }, 1))`],
  ["ThenTwice", `get: () => ({ then(yes, no) { yes("<ok/>"); yes("<no/>"); no(new Error("twice")); throw new Error("thrice"); } })`],
];
/** Its shutdown throws and its start leaves a timer, which is loud once somebody has asked: its lines must not use up those of the others. */
const loose = `let isLoud = false;
setInterval(() => { if (isLoud) throw new Error("ticking"); }, 20);
export default { kind: "operation-plugin", declaration: { name: "Loose", sdkVersion: 1, capabilities: ["Get"] },
  startup: ({ logger }) => { logger.warn("line one\\r\\nline two\\u001b[31m", { plugin: "TimerThrows", reason: { toString() { return "x"; } } }); return { get: () => { isLoud = true; return "<ok/>"; }, shutdown() { throw new Error("thrown by shutdown"); } }; } };
`;

describe("plug-ins that misbehave outside of any call, in a running host", () => {
  let root = "";
  let state = "";
  let host: StartedProcess;
  let urls: readonly string[] = [];
  before(async () => {
    root = mkdtempSync(join(tmpdir(), "wsmanor-hostile-"));
    state = join(root, "state");
    const plugins: ScratchPlugin[] = hostile.map(([name, operations, first = ""]) => ({ name, resourceUri: `urn:${name}`, capabilities: ["Get"], module: pluginModule(name, ["Get"], operations, first) }));
    const good = { name: "Good", resourceUri: "urn:Good", capabilities: ["Get"], module: pluginModule("Good", ["Get"], 'get: () => "<good/>"') };
    const bad = { name: "Unloadable", resourceUri: "urn:Unloadable", capabilities: ["Get"], module: 'setTimeout(() => { throw new Error("from a module that never loaded"); }, 5); throw new Error("cannot be loaded");' };
    const config = writeConfiguration(join(root, "config"), [{
      name: "S", bindings: ["127.0.0.1:1:"],
      applications: { "/wsman": [...plugins, good, { name: "Loose", resourceUri: "urn:Loose", capabilities: ["Get"], module: loose }], "/other": [good], "/broken": [bad] },
    }]);
    host = startProcess(state, { args: ["--config", config, "--port", "0", "--json"] });
    urls = await host.ready();
  });
  after(async () => {
    host.process.kill("SIGKILL");
    await host.ended;
    rmSync(root, { recursive: true });
  });
  const get = (resourceUri: string, path = "/wsman"): Promise<PlainAnswer> =>
    post(urls.find((url) => url.endsWith(path))!, soapEnvelope({ action: actions.get, resourceUri }), { authorization: localAuthorization(state) });
  const logged = async (text: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const line = host.stderr().split("\n").find((each) => each.includes(text) && each.endsWith("}"));
      if (line !== undefined) return JSON.parse(line) as Record<string, unknown>;
      assert.equal(host.process.exitCode, null, host.stderr());
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  for (const [name, text] of [["TimerThrows", "thrown by a timer"], ["RejectsUnheard", "rejected for nobody"], ["EmitsError", "emitted for nobody"], ["LateThrow", "and thrown as well"]] as const) {
    it(`${name}: is logged with the plug-in's name, an id and the stack, and the host goes on`, async () => {
      const answer = await get(`urn:${name}`);
      if (name === "LateThrow") assert.match(answer.text, /provider="LateThrow"/u);
      else assert.equal(answer.status, 200, answer.text);
      const line = await logged(text);
      assert.match(String(line["message"]), new RegExp(`in the code of plug-in "${name}"; the host goes on`, "u"));
      assert.deepEqual([line["level"], line["plugin"], /^[0-9A-F-]{36}$/u.test(String(line["errorId"])), String(line["stack"]).includes(`${name}.mjs`)], ["error", name, true, true]);
      assert.match((await get("urn:Good")).text, /<good/u);
      assert.match((await get("urn:Good", "/other")).text, /<good/u);
    });
  }

  it("answers once, whatever a promise of its own does", async () => {
    const answer = await get("urn:ThenTwice");
    assert.match(answer.text, /<ok/u);
    assert.doesNotMatch(answer.text, /<no/u);
  });

  it("goes on after things were thrown that are no errors", async () => {
    assert.equal((await get("urn:ThrowsNothing")).status, 200);
    await logged("something that cannot be shown");
    assert.match((await get("urn:Good")).text, /<good/u);
  });

  it("an application whose plug-in cannot be loaded answers with its fault, and the others serve", async () => {
    assert.match((await get("urn:Unloadable", "/broken")).text, /2150859155/u);
    await logged("from a module that never loaded");
    assert.match((await get("urn:Good", "/other")).text, /<good/u);
  });

  it("logs a thing that goes wrong again and again no more than 60 times a minute, whatever else is said stays one line and its own", async () => {
    assert.equal((await get("urn:Loose")).status, 200);
    await logged("ticking");
    const line = await logged("line one");
    assert.equal(line["plugin"], "Loose", "a plug-in cannot speak for another");
    assert.match(String(line["message"]), /line one\r\nline two/u);
    const moments = (): number[] => host.stderr().split("\n").filter((each) => each.includes("the host goes on") && each.endsWith("}"))
      .map((each) => Date.parse((JSON.parse(each) as { timestamp: string }).timestamp));
    await until(() => moments().length >= 60);
    await new Promise((resolve) => setTimeout(resolve, 200));
    // On a slow machine a second minute has begun, with 60 lines of its own.
    const [first = 0] = moments();
    assert.ok(moments().filter((moment) => moment - first < 59_000).length <= 60);
  });

  it("ends with exit code 0 all the same, with every plug-in's shutdown tried", async () => {
    host.process.kill("SIGTERM");
    assert.equal(await host.ended, 0);
    assert.match(host.stderr(), /plug-in \\"Loose\\": shutdown went wrong: Error: thrown by shutdown/u);
    assert.match(readFileSync(join(state, "audit.log"), "utf8"), /urn:Good/u);
  });
});

describe("a plug-in that would end the process", () => {
  it("meets an exception instead, and is named in the log", async () => {
    const root = mkdtempSync(join(tmpdir(), "wsmanor-exit-"));
    try {
      const module = pluginModule("Exits", ["Get", "Delete"], "get: () => { setTimeout(() => process.exit(7), 1); return '<ok/>'; }, delete: () => process.exit(7)");
      const config = writeConfiguration(join(root, "config"), [{ name: "S", bindings: ["127.0.0.1:1:"], applications: { "/wsman": [{ name: "Exits", resourceUri: "urn:Exits", capabilities: ["Get", "Delete"], module }] } }]);
      const state = join(root, "state");
      const host = startProcess(state, { args: ["--config", config, "--port", "0", "--json"] });
      const [url = ""] = await host.ready();
      const ask = (action: "get" | "delete") => post(url, soapEnvelope({ action: actions[action], resourceUri: "urn:Exits" }), { authorization: localAuthorization(state) });
      assert.equal((await ask("get")).status, 200);
      const refused = await ask("delete");
      assert.equal(refused.status, 500);
      assert.match(refused.text, /The plug-in "Exits" failed/u);
      const outside = /an exception that nobody caught, in the code of plug-in \\"Exits\\"; the host goes on: Error: process.exit is the host's/u;
      // The log's first lines wait a moment for what writes them.
      await until(() => outside.test(host.stderr()) && /Delete[^\n]*process.exit is the host's/u.test(host.stderr()));
      assert.equal((await ask("get")).status, 200);
      host.process.kill("SIGTERM");
      assert.equal(await host.ended, 0);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
