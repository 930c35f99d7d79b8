import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import ts from "typescript";
import { textOf } from "wsmanor/sdk";
import { startTestHost } from "wsmanor/testing";
import { projectRoot } from "../support/project-root.js";
import { command, runCommand } from "../support/command.js";
import { StrangersProject } from "../support/strangers-project.js";

interface Block {
  readonly language: string;
  /** Behind the language; blocks without one stand for themselves. */
  readonly name: string | undefined;
  readonly text: string;
}

const page = readFileSync(join(projectRoot, "docs", "plugin-authors.md"), "utf8");
const blocks = [...page.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gmu)].map(([, language, name, text]): Block => ({ language: language!, name, text: text! }));
const commands = blocks.filter(({ language }) => language === "sh").flatMap(({ text }) => text.trim().split("\n"));

describe("docs/plugin-authors.md", () => {
  let stranger: StrangersProject;
  let sources: readonly string[];
  let program: ts.Program;
  before(() => {
    stranger = new StrangersProject();
    for (const { language, name, text } of blocks) if (name !== undefined && language !== "ts") stranger.write(name, text);
    sources = blocks.filter(({ language }) => language === "ts").map(({ name, text }, index) => stranger.write(name ?? `snippet-${index}.ts`, text));
    const options: ts.CompilerOptions = {
      strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ["lib.es2023.d.ts"], types: ["node"],
      typeRoots: [join(projectRoot, "node_modules", "@types")], skipLibCheck: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true,
    };
    program = ts.createProgram(sources, options);
    program.emit();
  });
  after(() => stranger.remove());

  /** Runs a file, or a test file, in the stranger's project. */
  const node = (...args: readonly string[]): { status: number | null; stdout: string; stderr: string } => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    return spawnSync(process.execPath, args, { cwd: stranger.path, env, encoding: "utf8" });
  };

  it("has nothing between fences that is not tried here", () => {
    assert.deepEqual([...new Set(blocks.map(({ language }) => language))].sort(), ["js", "sh", "ts", "xml"]);
    assert.equal(blocks.length * 2, page.split("\n").filter((line) => line.startsWith("```")).length);
    for (const { language, name } of blocks) assert.ok(language === "ts" || language === "sh" || name !== undefined, "every other block is a file");
  });

  it("begins with a plug-in of at most 25 lines", () => assert.ok(blocks[0]!.text.trim().split("\n").length <= 25));

  it("compiles", () => assert.deepEqual(ts.getPreEmitDiagnostics(program).map((diagnostic) => `${diagnostic.file?.fileName}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`), []));

  for (const name of ["hello", "disks", "ticker", "team"]) {
    it(`passes its own tests: ${name}`, () => {
      const { status, stdout, stderr } = node("--test", `${name}/${name}.test.js`);
      assert.equal(status, 0, stdout + stderr);
      assert.match(stdout, /^(?:#|ℹ) pass [1-9]/mu);
    });
  }

  it("runs its other snippets", () => {
    for (const name of sources.filter((path) => /snippet-\d+\.ts$/u.test(path))) assert.equal(node(name.replace(/ts$/u, "js")).status, 0, name);
  });

  it("serves the CommonJS plug-in", async () => {
    const host = await startTestHost({ plugins: [{ plugin: join(stranger.path, "hello-commonjs"), resources: [{ resourceUri: "urn:x", capabilities: ["Get"] }] }] });
    assert.equal(textOf(await host.get()), "tester");
    await host.stop();
  });

  it("keeps settings as the page says: parameters, options, extended errors, filters, storage", async () => {
    const host = await startTestHost({ configuration: join(stranger.path, "web.config") });
    const resourceUri = "urn:example:settings";
    const put = (name: string, value: string, more: object = {}) => host.put({ resourceUri, selectors: { Name: name }, body: `<Setting><Value>${value}</Value></Setting>`, ...more });
    await put("a", "1");
    await put("b", "x".repeat(101), { options: { Truncate: "true" } });
    await assert.rejects(put("c", "x".repeat(101)), { kind: "invalid-representation", message: "Value is longer than 100." });
    const after = await host.restart();
    const { items } = await after.enumerate({ resourceUri, filter: { selectors: { value: "1" } } });
    assert.deepEqual(items.map(({ object }) => textOf(object!)), ["a1"]);
    assert.equal(textOf(await after.get({ resourceUri, selectors: { Name: "b" } })), `b${"x".repeat(100)}`);
    assert.equal(host.logger.find("settings closed")[0]?.fields["reason"], "service");
    await after.stop();
  });

  it("gives commands that work", async () => {
    assert.equal(commands.filter((line) => line.startsWith("node --test")).length + commands.filter((line) => line.startsWith("npx wsmanor")).length, commands.length);
    const args = (line: string): readonly string[] => [...line.replace(/^npx wsmanor /u, "").replace(/ &$/u, "").matchAll(/'([^']*)'|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare!);
    const [validate, serve, ...asks] = commands.filter((line) => line.startsWith("npx wsmanor")).map(args);
    const validated = await runCommand(validate!, { cwd: stranger.path });
    assert.equal(validated.status, 0, validated.stdout + validated.stderr);
    assert.ok(existsSync(join(stranger.path, "hello", "index.js")));
    const child = spawn(process.execPath, [command, ...serve!, "--json"], { cwd: stranger.path, stdio: ["ignore", "pipe", "ignore"] });
    try {
      await new Promise((resolve, reject) => {
        createInterface({ input: child.stdout }).once("line", resolve);
        child.once("exit", reject);
      });
      const answers = await Promise.all(asks.map((ask) => runCommand(ask, { cwd: stranger.path })));
      assert.deepEqual(answers.map(({ status, stderr }) => [status, stderr]), asks.map(() => [0, ""]));
      assert.match(answers[0]!.stdout, /City = London/u);
      assert.match(answers[1]!.stdout, /Name = Grace/u);
    } finally {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
    }
  });
});
