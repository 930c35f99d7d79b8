import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import ts from "typescript";
import { findCommand } from "../../src/cli/commands.js";
import { presets } from "../../src/mock/presets/presets.js";
import { faultPlaces, presetNames } from "../../src/mock/script/mock-script.js";
import { readScript } from "../../src/mock/script/read-script.js";
import { faultPresets } from "../../src/mock/script/scripted-fault.js";
import { command } from "../support/command.js";
import { projectRoot } from "../support/project-root.js";
import { StrangersProject } from "../support/strangers-project.js";

const page = readFileSync(join(projectRoot, "docs", "mock.md"), "utf8");
const blocksOf = (text: string): readonly { readonly language: string; readonly name: string; readonly text: string }[] =>
  [...text.matchAll(/^```(\w+) ?(\S*)\n([^]*?)^```$/gmu)].map(([, language, name, content]) => ({ language: language!, name: name!, text: content! }));
const blocks = blocksOf(page);

/** `$ command` lines with the output shown below each; `…` stands for anything on its line. */
const transcript = blocks.filter(({ language }) => language === "console").flatMap(({ text }) => text.split(/^\$ /mu).slice(1)).map((part) => ({ line: part.slice(0, part.indexOf("\n")), output: part.slice(part.indexOf("\n") + 1) }));
const pattern = (shown: string): RegExp => new RegExp(`^${shown.split("…").map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("[^\\n,]+")}$`, "u");

describe("docs/mock.md", () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "wsmanor-docs-"));
    writeFileSync(join(root, "wsmanor"), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`);
    chmodSync(join(root, "wsmanor"), 0o755);
    for (const { language, name, text } of blocks) if (language === "yaml") writeFileSync(join(root, name), text);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  for (const { line, output } of transcript) {
    it(`shows what is printed by: ${line}`, async () => {
      const child = spawn("sh", ["-c", line], { cwd: root, env: { ...process.env, PATH: `${root}:${process.env["PATH"]}` } });
      let printed = "";
      child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      await new Promise((resolve) => child.once("close", resolve));
      assert.match(printed, pattern(output));
    });
  }

  it("shows scripts that are right, and so does the README", () => {
    const scripts = [...blocks, ...blocksOf(readFileSync(join(projectRoot, "README.md"), "utf8"))].filter(({ language }) => language === "yaml");
    assert.deepEqual(scripts.map(({ name }) => name), ["answers.yaml", "faults.yaml", "expect.yaml", "answers.yaml"]);
    for (const { name, text } of scripts) assert.deepEqual(readScript(text, name).diagnostics, [], name);
  });

  it("shows a test that compiles and passes", async () => {
    const [{ name, text } = { name: "", text: "" }, ...more] = blocks.filter(({ language }) => language === "ts");
    assert.deepEqual([name, more], ["deploy.test.ts", []]);
    const stranger = new StrangersProject();
    try {
      const program = ts.createProgram([stranger.write(name, text)], { strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ["lib.es2023.d.ts"], types: ["node"], typeRoots: [join(projectRoot, "node_modules", "@types")], skipLibCheck: true });
      assert.deepEqual(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")), []);
      program.emit();
      const { NODE_TEST_CONTEXT: _, ...env } = process.env;
      const ran = spawnSync(process.execPath, ["--test", name.replace(/ts$/u, "js")], { cwd: stranger.path, encoding: "utf8", env });
      assert.equal(ran.status, 0, `${ran.stdout}${ran.stderr}`);
    } finally {
      stranger.remove();
    }
  });

  it("lists every preset, every fault and every place", () => {
    const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.*?) \|(?: (.*?) \| (.*?) \|)?/gmu)];
    assert.deepEqual(rows.map(([, first]) => first), [...presetNames, ...faultPresets]);
    for (const [, name, identify, server, account] of rows.slice(0, presetNames.length)) {
      const preset = presets[name as keyof typeof presets];
      assert.deepEqual([identify, server, account], [`${preset.vendor}, ${preset.version}`, preset.server ?? "none", preset.account]);
    }
    for (const place of faultPlaces) assert.ok(page.includes(`\`${place}\``), place);
  });

  it("names only switches that there are", () => {
    const known = new Set(findCommand("mock")!.switches.flatMap(({ name, short }) => [name, short]));
    for (const [, name] of page.matchAll(/[\s`]--([a-z][a-z-]*)/gu)) assert.ok(known.has(name), name);
  });
});
