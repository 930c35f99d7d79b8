import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { createPluginHost } from "../../../src/plugin-host/create-plugin-host.js";
import { findEntryFile } from "../../../src/plugin-host/find-entry-file.js";
import type { PluginHostAbilities, PluginHostSettings } from "../../../src/plugin-host/plugin-settings.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { abilitiesFor, hostSettings, pluginSettings, RecordingLogger } from "../apps/wsman/app-harness.js";

const root = realpathSync(mkdtempSync(join(tmpdir(), "wsmanor-plugins-")));
after(() => rmSync(root, { recursive: true }));
const put = (path: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), "");
};
for (const path of ["allowed/one/p.mjs", "allowed/two/p.mjs", "allowed/index/index.js", "elsewhere/p.mjs", "allowed-not/p.mjs", "application/own/p.mjs"]) put(path);
symlinkSync(join(root, "elsewhere"), join(root, "allowed", "link"));
symlinkSync(join(root, "elsewhere", "p.mjs"), join(root, "allowed", "one", "linked.mjs"));
symlinkSync(join(root, "allowed"), join(root, "door"));
mkdirSync(join(root, "allowed", "main"));
writeFileSync(join(root, "allowed", "main", "package.json"), '{"main":"../../elsewhere/p.mjs"}');

const looked: string[] = [];
const files: Pick<PluginHostAbilities, "kindOf" | "realPath" | "readText"> = {
  kindOf: async (path) => {
    looked.push(path);
    const found = await stat(path).catch(() => undefined);
    return found?.isFile() === true ? "file" : found?.isDirectory() === true ? "directory" : undefined;
  },
  realPath: (path) => realpath(path),
  readText: (path) => readFile(path, "utf8"),
};

describe("where an expanded Filename may lead", () => {
  const allowed = [join(root, "allowed"), join(root, "application"), join(root, "not-there")];
  const find = async (path: string, directories = allowed): Promise<string> => {
    const found = await findEntryFile(path, directories, files);
    return found.ok ? found.value : found.error.rule;
  };

  it("into the allowed folders", async () => {
    assert.equal(await find(join(root, "allowed/one/p.mjs")), join(root, "allowed/one/p.mjs"));
    assert.equal(await find(join(root, "allowed/index")), join(root, "allowed/index/index.js"));
    assert.equal(await find(join(root, "application/own/p.mjs")), join(root, "application/own/p.mjs"));
    assert.equal(await find(join(root, "door/one/p.mjs"), [join(root, "door")]), join(root, "allowed/one/p.mjs"), "an allowed folder may itself be a link");
  });

  for (const [what, path] of [
    ["..", `${root}/allowed/../elsewhere/p.mjs`], ["a neighbour whose name only begins alike", join(root, "allowed-not/p.mjs")], ["an absolute path", "/etc/passwd"],
    ["a link to a folder", join(root, "allowed/link/p.mjs")], ["a link to a file", join(root, "allowed/one/linked.mjs")], ["the main of a package.json", join(root, "allowed/main")],
  ] as const) {
    it(`not by ${what}`, async () => assert.match(await find(path), /^plugin-(?:outside-allowed-directories|not-found)$/u));
  }

  it("what is outside by its text is not even looked at", async () => {
    looked.length = 0;
    assert.equal(await find("//server/share/p.mjs"), "plugin-outside-allowed-directories");
    assert.deepEqual(looked.filter((path) => path.includes("server")), []);
  });

  it("nowhere when nothing is allowed", async () => assert.equal(await find(join(root, "allowed/one/p.mjs"), []), "plugin-outside-allowed-directories"));
});

describe("plug-ins of users", () => {
  const request = (environment: Readonly<Record<string, string>>) => ({ sender: { senderName: "alice", environment: new Map(Object.entries(environment)) }, limits: { maxEnvelopeSize: 100_000 } });

  async function start(filename: string, more: Partial<PluginHostSettings> = {}) {
    const logger = new RecordingLogger();
    const clock = new ManualClock();
    const loaded: string[] = [];
    const importModule = async (path: string): Promise<unknown> => {
      loaded.push(path);
      return { default: { kind: "operation-plugin", declaration: { name: "p", sdkVersion: 1, capabilities: ["Delete"] }, operations: { delete: () => undefined } } };
    };
    const plugin = pluginSettings({ filename, capabilities: ["Delete"], baseDirectory: join(root, "allowed") });
    const host = createPluginHost(hostSettings([plugin], { baseDirectory: join(root, "application"), allowedDirectories: [join(root, "allowed")], ...more }), { ...abilitiesFor(new Map(), clock, logger), ...files, importModule });
    assert.deepEqual((await host.start()).diagnostics, []);
    const call = async (environment: Readonly<Record<string, string>>): Promise<string> =>
      (await host.entries[0]!.target.call("Delete", request(environment) as never, { timeout: 1000, signal: new AbortController().signal } as never)).kind;
    return { host, call, loaded, logger };
  }

  it("one instance for each distinct path, relative to the file that names it, loaded when the first user comes", async () => {
    const { call, loaded, host } = await start("%WHO%\\p.mjs");
    assert.deepEqual(loaded, []);
    const kinds = await Promise.all([call({ WHO: "one" }), call({ WHO: "two" }), call({ WHO: "one" }), call({ WHO: "./two" }), call({ WHO: "two" })]);
    assert.equal(new Set(kinds).size, 1, kinds.join());
    assert.deepEqual(loaded.sort(), [join(root, "allowed/one/p.mjs"), join(root, "allowed/two/p.mjs")]);
    await host.stop("iis-host", 1000);
  });

  it("a user without the variable, or with one that leads out, is refused; nothing is loaded and the log says why", async () => {
    const { call, loaded, logger, host } = await start("%WHO%/p.mjs");
    assert.deepEqual([await call({}), await call({ WHO: "../elsewhere" }), await call({ WHO: join(root, "elsewhere") }), await call({ WHO: "link" }), await call({ WHO: "%WHO%" })], Array(5).fill("unavailable"));
    assert.deepEqual(loaded, []);
    assert.ok(logger.has("the variable WHO in its Filename %WHO%/p.mjs is not set for alice"));
    assert.ok(logger.has(/lies outside the directories/u));
    await host.stop("iis-host", 1000);
  });

  it("a Filename without variables is the operator's own word", async () => {
    const { loaded, host } = await start(join(root, "elsewhere/p.mjs"));
    assert.deepEqual(loaded, [join(root, "elsewhere/p.mjs")]);
    await host.stop("iis-host", 1000);
  });

  it("the authorization plug-in is expanded at start, with the host's environment, into the same folders", async () => {
    const problems = async (filename: string, environment: Readonly<Record<string, string>>) => {
      const abilities = { ...abilitiesFor(new Map(), new ManualClock(), new RecordingLogger()), ...files, environment: new Map(Object.entries(environment)), importModule: async () => ({ default: { kind: "authorization-plugin", declaration: { name: "a", sdkVersion: 1 }, startup: () => ({ authorizeUser: () => ({ allow: true }), authorizeOperation: () => ({ allow: true }) }) } }) };
      const host = createPluginHost(hostSettings([], { baseDirectory: root, allowedDirectories: [join(root, "allowed")], authorization: { name: "a", filename, sdkVersion: 1, supportsQuota: false } }), abilities);
      const { diagnostics } = await host.start();
      await host.stop("iis-host", 1000);
      return diagnostics.map(({ rule }) => rule);
    };
    assert.deepEqual(await problems("%PLACE%/p.mjs", { PLACE: "allowed/one" }), []);
    assert.deepEqual(await problems("%PLACE%/p.mjs", {}), ["plugin-variable-not-set"]);
    assert.deepEqual(await problems("%PLACE%/p.mjs", { PLACE: "elsewhere" }), ["plugin-outside-allowed-directories"]);
    assert.deepEqual(await problems("%PLACE%/p.mjs", { PLACE: "allowed/link" }), ["plugin-outside-allowed-directories"]);
  });
});
