import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import ts from "typescript";
import { modulePriorities, requestNotifications } from "wsmanor/sdk";
import { openUsers } from "../../src/host/manage-users.js";
import { runCommand } from "../support/command.js";
import { projectRoot } from "../support/project-root.js";
import { startRunningHost } from "../support/running-host.js";
import { askWsman } from "../support/soap-caller.js";
import { StrangersProject } from "../support/strangers-project.js";

const page = readFileSync(join(projectRoot, "docs", "module-authors.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gmu)].map(([, language, name, text]) => ({ language: language!, name, text: text! }));

describe("docs/module-authors.md", () => {
  let stranger: StrangersProject;
  let program: ts.Program;
  before(() => {
    stranger = new StrangersProject();
    for (const { language, name, text } of blocks) if (name !== undefined && language !== "ts") stranger.write(name, text);
    stranger.copy("config/wsman", "wsman");
    const sources = blocks.filter(({ language }) => language === "ts").map(({ name, text }, index) => stranger.write(name ?? `snippet-${index}.ts`, text));
    program = ts.createProgram(sources, {
      strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ["lib.es2023.d.ts"], types: ["node"],
      typeRoots: [join(projectRoot, "node_modules", "@types")], skipLibCheck: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true,
    });
    program.emit();
  });
  after(() => stranger.remove());

  it("has nothing between fences that is not tried here", () => {
    assert.deepEqual([...new Set(blocks.map(({ language }) => language))].sort(), ["js", "ts", "xml"]);
    assert.equal(blocks.length * 2, page.split("\n").filter((line) => line.startsWith("```")).length);
    for (const { language, name } of blocks) assert.ok(language === "ts" || name !== undefined, "every other block is a file");
  });

  it("compiles", () => assert.deepEqual(ts.getPreEmitDiagnostics(program).map((diagnostic) => `${diagnostic.file?.fileName}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`), []));

  it("passes its own tests", () => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--test", "shouting/shouting.test.js"], { cwd: stranger.path, env, encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /^(?:#|ℹ) pass 2/mu);
  });

  it("names every notification in its order, and every priority", () => {
    const table = [...page.matchAll(/^\| \d \| `(\w+)` \|/gmu)].map(([, name]) => name);
    assert.deepEqual(table, [...requestNotifications]);
    assert.ok(page.includes(modulePriorities.join(", ")));
  });

  it("shows a configuration that validates and serves all of its modules", async () => {
    const validated = await runCommand(["validate", "--config", stranger.path], { cwd: stranger.path });
    assert.equal(validated.status, 0, validated.stdout + validated.stderr);
    const host = await startRunningHost({ config: stranger.path, env: { ADMIN_TOKEN: "letmein" } });
    try {
      const url = host.urls.find((each) => each.endsWith("/wsman"))!;
      const refused = await fetch(url, { method: "POST" });
      assert.equal(refused.status, 401);
      assert.match(refused.headers.get("x-request-id")!, /^[0-9A-F-]{36}$/u);
      assert.equal(refused.headers.get("x-content-type-options"), "nosniff");
      const question = { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" } as const;
      assert.equal((await askWsman(url, host.authorization, question)).status, 200);
      // The account of this host is another: a right token for an account that is not there lets nobody in.
      assert.equal((await askWsman(url, "Token letmein", question)).status, 401);
      await (await openUsers(host.state)).add("admin", "a long password", { administrator: true });
      assert.equal((await askWsman(url, "Token letmein", question)).status, 200);
      assert.equal((await askWsman(url, "Token guess", question)).status, 401);
    } finally {
      await host.stop();
    }
  });
});
