import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HttpModuleHost } from "../../../src/plugin-host/modules/http-module-host.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { RecordingLogger } from "../../../src/testing/recording-logger.js";
import { settled } from "../../../src/testing/settled.js";

const place = { file: "/c/applicationHost.config", line: 3, column: 5 };

/** A host of modules that are there already, by name. */
function hostOf(modules: Readonly<Record<string, unknown>>, importModule?: (path: string) => Promise<unknown>) {
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  const host = new HttpModuleHost(
    { modules: Object.keys(modules).map((name) => ({ name, modulePath: `/m/${name}.js`, place })), start: { siteName: "Site", applicationPath: "/wsman", applicationDirectory: "/c/wsman", validateOnly: false }, startupTimeout: 1000, shutdownTimeout: 500 },
    {
      clock, logger,
      importModule: importModule ?? (async (path) => ({ default: modules[/\/(\w+)\.js$/u.exec(path)![1]!] })),
      realPath: async (path) => path, kindOf: async () => "file", readText: async () => "",
    },
  );
  return { host, clock, logger };
}

const declaring = (name: string, register: unknown, more: object = {}): object => ({ kind: "http-module", declaration: { name, sdkVersion: 1, notifications: ["beginRequest"], ...more }, register });

describe("the host of HTTP modules", () => {
  it("gives each what it needs, and ends them in the reverse order", async () => {
    const told: unknown[] = [];
    const module = (name: string): object => declaring(name, (start: Record<string, unknown>) => {
      told.push([start["name"], start["siteName"], start["applicationPath"], start["applicationDirectory"], start["validateOnly"], typeof start["logger"], typeof start["clock"]]);
      return { getHttpModule: () => ({ of: name }), terminate: async () => void told.push(`end ${name}`) };
    }, { priorities: { beginRequest: "LAST" } });
    const { host } = hostOf({ a: module("a"), b: module("b") });
    const { modules, diagnostics } = await host.start();
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(modules.map(({ name, notifications, priorities, getHttpModule }) => [name, notifications, [...priorities], getHttpModule()]), ["a", "b"].map((name) => [name, ["beginRequest"], [["beginRequest", "LAST"]], { of: name }]));
    await host.stop();
    await host.stop();
    assert.deepEqual(told, [...["a", "b"].map((name) => [name, "Site", "/wsman", "/c/wsman", false, "object", "object"]), "end b", "end a"]);
    assert.deepEqual(host.modulesIn("Error\n    at f (file:///m/b.js:1:2)"), ["b"]);
  });

  it("tells the problems of all, each at its place, and ends what was registered", async () => {
    const told: string[] = [];
    const { host } = hostOf({ fine: declaring("fine", () => ({ getHttpModule: () => ({}), terminate: () => void told.push("end") })), odd: { kind: "http-module" }, other: declaring("else", 7, { sdkVersion: 3 }) });
    const { diagnostics } = await host.start();
    assert.deepEqual(diagnostics.map(({ rule, place: at }) => [rule, at]), ["module-shape", "module-sdk-version", "module-name-differs", "module-shape"].map((rule) => [rule, place]));
    assert.ok(diagnostics.every(({ message }) => /^module "(odd|other)": /u.test(message)));
    assert.deepEqual(told, ["end"]);
  });

  it("gives up one that never registers, and ends it when it does after all", async () => {
    const told: string[] = [];
    let register: (factory: object) => void = () => undefined;
    const { host, clock } = hostOf({ slow: declaring("slow", () => new Promise((resolve) => (register = resolve))) });
    const starting = host.start();
    await settled();
    clock.advance(1000);
    const { diagnostics } = await starting;
    assert.deepEqual(diagnostics.map(({ rule, message }) => [rule, message]), [["module-start-timeout", 'module "slow": registering has not ended after 1000 ms']]);
    register({ getHttpModule: () => ({}), terminate: () => void told.push("end") });
    await settled();
    assert.deepEqual([told, clock.pending], [["end"], 0]);
  });

  it("gives up one that cannot be loaded in time, or at all", async () => {
    const never = hostOf({ a: {} }, () => new Promise(() => undefined));
    const starting = never.host.start();
    await settled();
    never.clock.advance(1000);
    assert.match((await starting).diagnostics[0]!.message, /loading \/m\/a\.js has not ended/u);
    const broken = hostOf({ a: {} }, async () => { throw new SyntaxError("Unexpected token"); });
    assert.deepEqual((await broken.host.start()).diagnostics.map(({ rule, message }) => [rule, message]), [["module-not-loadable", 'module "a": loading /m/a.js failed: SyntaxError: Unexpected token']]);
  });

  it("is not held up by an end that throws or never comes", async () => {
    const { host, clock, logger } = hostOf({
      throws: declaring("throws", () => ({ getHttpModule: () => ({}), terminate: () => { throw new Error("no"); } })),
      never: declaring("never", () => ({ getHttpModule: () => ({}), terminate: () => new Promise(() => undefined) })),
    });
    await host.start();
    const stopping = host.stop();
    await settled();
    clock.advance(500);
    await stopping;
    assert.deepEqual(logger.find("", "warn").map(({ message }) => message), ['module "never": its terminate has not ended after 500 ms and was abandoned', 'module "throws": its terminate went wrong: Error: no']);
  });

  it("names the notification that was meant", async () => {
    for (const given of ["onBeginRequest", "BEGINREQUEST"]) {
      const { host } = hostOf({ a: declaring("a", () => ({}), { notifications: [given] }) });
      assert.equal((await host.start()).diagnostics[0]!.didYouMean, "beginRequest");
    }
  });
});
