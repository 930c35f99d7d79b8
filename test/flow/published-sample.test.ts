import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Diagnostic } from "../../src/base/diagnostic.js";
import { projectRoot } from "../support/project-root.js";
import { runCommand } from "../support/command.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { pluginStates } from "../support/plugin-states.js";
import { askWsman } from "../support/soap-caller.js";
import { until } from "../support/until.js";

const folder = join(projectRoot, "test", "golden", "validate", "sample");
const sample = readFileSync(join(folder, "web.config"), "utf8");
const golden = (name: string): string => readFileSync(join(folder, name), "utf8");

const validate = async (...args: string[]) => {
  const ran = await runCommand(["validate", ...args], { cwd: projectRoot });
  assert.equal(ran.stderr, "");
  return { status: ran.status, out: ran.stdout.replaceAll(`${projectRoot}/`, "") };
};

/** `rule what-is-underlined`, in order. */
const told = (json: string): string[] =>
  (JSON.parse(json) as { diagnostics: Diagnostic[] }).diagnostics.map(({ rule, place, sourceLine, length }) => `${rule} ${sourceLine!.slice(place!.column - 1, place!.column - 1 + length!)}`);

const allOfIt = [
  "configuration-not-well-formed -",
  "native-module Auth.dll",
  "native-module PL1.dll",
  "unknown-attribute name",
  "unknown-attribute value",
  "native-module PL2.dll",
  "shadowed-by-shell myUri1",
];

describe("the published sample, letter by letter", () => {
  for (const [what, path, file] of [["alone", "web.config", "lone"], ["below an applicationHost.config", "applicationHost.config", "server"]] as const) {
    it(`${what}: one run tells everything, to people`, async () => {
      const { status, out } = await validate(`test/golden/validate/sample/${path}`);
      assert.equal(out, golden(`${file}.txt`));
      assert.equal(status, 2);
    });

    it(`${what}: and to programs`, async () => {
      const { status, out } = await validate(`test/golden/validate/sample/${path}`, "--json");
      assert.equal(out, golden(`${file}.json`));
      assert.deepEqual(told(out).filter((line) => !line.startsWith("schema-")), allOfIt);
      assert.equal(status, 2);
    });
  }

  it("written into applicationHost.config itself: the same", async () => {
    const inside = mkdtempSync(join(tmpdir(), "wsmanor-sample-"));
    try {
      const section = /<system\.management[\s\S]*<\/system\.management[^>]*>/u.exec(sample)![0];
      const server = golden("applicationHost.config").replace("</configuration>", `<system.webServer>${section}</system.webServer></configuration>`).replace('physicalPath="."', 'physicalPath="none"');
      writeFileSync(join(inside, "applicationHost.config"), server);
      const { status, out } = await validate(inside, "--json");
      assert.deepEqual(told(out).filter((line) => !line.startsWith("schema-")), ["physical-path none", ...allOfIt]);
      assert.equal(status, 2);
    } finally {
      rmSync(inside, { recursive: true });
    }
  });

  it("is not served: every request is told the configuration could not be read, and the log has the full story", async () => {
    const host = await startRunningHost({ config: join(folder, "applicationHost.config") });
    try {
      const answer = await askWsman(host.urls[0]!, host.authorization, { action: "Get", resourceUri: "myUri1" });
      assert.deepEqual([answer.status, answer.code], [500, 2_150_859_155]);
      const anonymous = await fetch(host.urls[0]!, { method: "POST", headers: { "content-type": "application/soap+xml" }, body: "no envelope at all" });
      assert.deepEqual([anonymous.status, / Code="2150859155"/u.test(await anonymous.text())], [500, true]);
      assert.doesNotMatch(answer.text, /web\.config|PL1/u);
      for (const each of [/Expected \\"=\\" after the attribute name QuotaSystemWindowOperations/u, /web\.config:23:60/u, /Auth\.dll cannot be loaded here/u, /Unrecognized attribute 'value' on <Param>/u, /has shells there/u, /map the DLL name to one/u, /application \/wsman cannot be served/u]) {
        const times = each.source.startsWith("map") ? 3 : 1;
        const found = (): number => host.log().split("\n").filter((line) => each.test(line)).length;
        await until(() => found() >= times);
        assert.equal(found(), times, `${each} once`);
      }
    } finally {
      await host.stop();
    }
  });
});

describe("the published sample with its two mistakes corrected and plug-ins mapped in place of the DLLs", () => {
  let host: RunningHost;
  const place = mkdtempSync(join(tmpdir(), "wsmanor-sample-"));
  before(async () => {
    writeFileSync(join(place, "web.config"), sample
      .replace('QuotaSystemWindowOperations-"1000"', 'QuotaSystemWindowOperations="1000"')
      .replace('<Param name="myParam1" value="myValue1"/>', '<Param Name="myParam1" Value="myValue1"/>')
      .replace("</system.webServer>", `<wsmanor><fileMappings>${["Auth", "PL1", "PL2"].map((name) => `<add filename="${name}.dll" module="${name}.mjs"/>`).join("")}</fileMappings></wsmanor></system.webServer>`));
    const plugins = join(projectRoot, "config", "examples", "dll-mapping", "plugins");
    for (const name of ["Auth", "PL1", "PL2"]) {
      // Beside the project's node_modules a plug-in finds the SDK by name; in a temporary folder it needs the path.
      const sdk = JSON.stringify(join(projectRoot, "dist", "src", "sdk", "index.js"));
      writeFileSync(join(place, `${name}.mjs`), readFileSync(join(plugins, `${name.toLowerCase()}.mjs`), "utf8").replace('"wsmanor/sdk"', sdk));
    }
    host = await startRunningHost({ config: join(place, "web.config") });
  });
  after(async () => {
    await host.stop();
    rmSync(place, { recursive: true });
  });

  it("validates with the warning about myUri1, and both plug-ins are loaded and serve", async () => {
    const { status, out } = await validate(place, "--json");
    assert.deepEqual(told(out).filter((line) => !line.startsWith("schema-")), ["shadowed-by-shell myUri1"]);
    assert.equal(status, 0);
    assert.deepEqual(await pluginStates(host), ["PL1 serving", "PL2 serving"]);
  });

  it("what comes for myUri1 is for the shells of PL1; PL2 never sees it", async () => {
    for (const action of ["Get", "Put", "Delete"] as const) {
      const answer = await askWsman(host.urls[0]!, host.authorization, { action, resourceUri: "myUri1", body: action === "Put" ? "<b:x/>" : "" });
      assert.equal(answer.status, 500);
      // Of a shell's resource there is nothing to Put, and the others need to be told which shell.
      assert.match(answer.text, action === "Put" ? /ActionNotSupported/u : /InsufficientSelectors/u);
    }
  });
});

describe("the shipped example dll-mapping", () => {
  it("has PL2 on a URI of its own, where it answers", async () => {
    const host = await startRunningHost({ config: join(projectRoot, "config", "examples", "dll-mapping") });
    try {
      assert.deepEqual(await pluginStates(host), ["PL1 serving", "PL2 serving"]);
      const ask = (action: "Get" | "Put" | "Delete", resourceUri: string, body = "") => askWsman(host.urls[0]!, host.authorization, { action, resourceUri, body });
      const value = (text: string): string => `<m:Sample xmlns:m="myUri2"><m:Value>${text}</m:Value></m:Sample>`;
      assert.equal((await ask("Put", "myUri2", value("one"))).status, 200);
      const got = await ask("Get", "myUri2");
      assert.equal(got.status, 200);
      assert.match(got.text, />one</u);
      assert.equal((await ask("Delete", "myUri2")).status, 200);
      assert.match((await ask("Get", "myUri1")).text, /InsufficientSelectors/u);
      const nothing = await ask("Get", "myUri3");
      assert.match(nothing.text, /DestinationUnreachable/u);
    } finally {
      await host.stop();
    }
  });
});
