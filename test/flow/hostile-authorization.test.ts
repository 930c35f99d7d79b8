import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { pluginModule, writeConfiguration } from "../support/scratch-configuration.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { localAuthorization, startProcess, type StartedProcess } from "../support/started-host.js";
import { until } from "../support/until.js";

/** What the authorization plug-in does when it is asked about a resource of that name, and how the log tells of it. */
const kinds: readonly (readonly [name: string, does: string, told: { readonly worker: RegExp; readonly process: RegExp } | RegExp])[] = [
  ["throws", 'throw new Error("broken")', /failed: Error: broken \(authorizeOperation\)/u],
  ["neverAnswers", "return new Promise(() => {})", /has not answered within 3000 ms \(authorizeOperation\)/u],
  ["endlessLoop", "for (;;);", /"Guard\\?": its (?:thread|process) was ended: its code has kept it busy for \d\.\d s without a pause, in authorizeOperation/u],
  ["exits", "process.exit(3)", /its (?:thread|process) ended itself with exit code 3, in authorizeOperation/u],
  ["aborts", "process.abort()", { worker: /process\.abort\(\) is not supported in workers/u, process: /its process was ended by SIGABRT, in authorizeOperation/u }],
  ["bufferBomb", "const all = []; for (;;) all.push(Buffer.alloc(1024 * 1024, 1))", /its (?:thread|process) was ended: (?:it has|while it was silent|its code has kept it busy)/u],
];
const guard = `export default { kind: "authorization-plugin", declaration: { name: "guard", sdkVersion: 1 }, startup: () => ({
  authorizeUser: () => ({ allow: true, context: () => "kept" }),
  authorizeOperation: ({ resourceUri, context }) => {
    if (context() !== "kept") return { allow: false };
    switch (resourceUri) { ${kinds.map(([name, does]) => `case "urn:${name}": { ${does}; }`).join("\n")} }
    return { allow: true };
  },
}) };`;

for (const mode of ["worker", "process"] as const) {
  describe(`a hostile authorization plug-in, ${mode}`, () => {
    let root = "";
    let state = "";
    let host: StartedProcess;
    const urls = new Map<string, string>();
    before(async () => {
      root = mkdtempSync(join(tmpdir(), "wsmanor-guard-"));
      state = join(root, "state");
      const applications = Object.fromEntries([...kinds.map(([name]) => name), "others"].map((name) => [`/${name}`, [{ name: "Good", resourceUri: "urn:Good", capabilities: ["Get"], module: pluginModule("Good", ["Get"], 'get: () => "<good/>"') }]]));
      const config = writeConfiguration(join(root, "config"), [{ name: "S", bindings: ["127.0.0.1:1:"], applications }]);
      const settings = join(config, "applicationHost.config");
      const text = readFileSync(settings, "utf8");
      writeFileSync(settings, text.replace(/<plugins ([^>]*)\/>/u, `<plugins isolation="${mode}" memoryLimitMB="160" hangTimeout="00:00:01" $1><add name="Good" isolation="inProcess"/></plugins><authorization timeout="00:00:03"/>`));
      // One guard for each kind: a failure of one is none of another.
      for (const [name] of kinds) {
        const folder = join(config, `site0-${name}`);
        writeFileSync(join(folder, "guard.mjs"), guard);
        const web = join(folder, "web.config");
        writeFileSync(web, readFileSync(web, "utf8").replace("<OperationsPlugins>", '<AuthorizationPlugin Name="Guard" Filename="guard.mjs" SDKVersion="1"/><OperationsPlugins>'));
      }
      host = startProcess(state, { args: ["--config", config, "--port", "0", "--json"] });
      for (const url of await host.ready()) urls.set(new URL(url).pathname.slice(1), url);
    });
    after(async () => {
      host.process.kill("SIGTERM");
      const code = await host.ended;
      rmSync(root, { recursive: true });
      assert.equal(code, 0, "the host ended in order");
    });
    const get = (application: string, resource: string): Promise<PlainAnswer> =>
      post(urls.get(application)!, soapEnvelope({ action: actions.get, resourceUri: `urn:${resource}` }), { authorization: localAuthorization(state) });

    for (const [name, , told] of kinds) {
      it(`${name}: nobody gets in, the fault names it, the others are served, and so is this one afterwards`, async () => {
        assert.equal((await get(name, "Good")).status, 200, host.stderr());
        const asking = Promise.all([get(name, name), get("others", "Good")]);
        const [refused, other] = await asking;
        assert.notEqual(refused.status, 200);
        assert.match(refused.text, /AccessDenied/u);
        assert.match(refused.text, /authorization plug-in (?:"|&quot;)Guard(?:"|&quot;) could not decide/u);
        assert.equal(other.status, 200);
        const line = told instanceof RegExp ? told : told[mode];
        await until(() => line.test(host.stderr()));
        const again = await get(name, "Good");
        assert.equal(again.status, 200, again.text);
      });
    }
  });
}
