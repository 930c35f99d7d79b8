import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { findCommand } from "../../src/cli/commands.js";
import { projectRoot } from "../support/project-root.js";
import { command } from "../support/command.js";
import { startProcess, type StartedProcess } from "../support/started-host.js";

const text = readFileSync(join(projectRoot, "docs", "running.md"), "utf8");
const blocks = (language: string): string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gmu"))].map(([, content]) => content!);

/** `$ command` lines with the output shown below each; `…` stands for anything on its line. */
const transcript = blocks("console").flatMap((block) => block.split(/^\$ /mu).slice(1)).map((part) => ({ line: part.slice(0, part.indexOf("\n")), output: part.slice(part.indexOf("\n") + 1) }));
const pattern = (shown: string): RegExp => new RegExp(`^${shown.split("…").map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("[^\\n]+")}$`, "u");

describe("docs/running.md", () => {
  let root = "";
  let state = "";
  let host: StartedProcess | undefined;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "wsmanor-docs-"));
    state = join(root, "state");
    writeFileSync(join(root, "wsmanor"), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`);
    chmodSync(join(root, "wsmanor"), 0o755);
  });
  after(async () => {
    host?.process.kill("SIGKILL");
    await host?.ended;
    rmSync(root, { recursive: true });
  });
  const asShown = (output: string): string => output.replaceAll(state, "/var/lib/wsmanor").replaceAll(/127\.0\.0\.1:\d+/gu, "127.0.0.1:5985");

  it("shows a first start as it is", async () => {
    const { line, output } = transcript[0]!;
    assert.equal(line, "wsmanor serve --state /var/lib/wsmanor");
    host = startProcess(state, { args: ["--port", "0"] });
    while (!host.stdout().includes("is ready")) {
      assert.equal(host.process.exitCode, null, host.stderr());
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    assert.match(asShown(host.stdout()), pattern(output));
  });

  for (const { line, output } of transcript.slice(1)) {
    it(`shows what is printed by: ${line}`, async () => {
      const child = spawn("sh", ["-c", line.replaceAll("/var/lib/wsmanor", state)], { env: { ...process.env, PATH: `${root}:${process.env["PATH"]}` } });
      let printed = "";
      child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
      await new Promise((resolve) => child.once("close", resolve));
      assert.match(asShown(printed), pattern(output));
    });
  }

  it("names only switches and verbs that exist", () => {
    for (const [, verb, rest] of text.matchAll(/\bwsmanor ([a-z]+)([^`\n|]*)/gu)) {
      const found = verb === "help" ? undefined : findCommand(verb!);
      assert.ok(found !== undefined || verb === "help", verb);
      for (const [, name] of (rest ?? "").matchAll(/ --([a-z-]+)/gu)) assert.ok(name === "help" || found?.switches.some((each) => each.name === name), `${verb} --${name}`);
    }
  });

  it("has a unit that serves the directories the text speaks of", () => {
    const [unit = ""] = blocks("ini");
    assert.match(unit, /^ExecStart=\/usr\/bin\/env wsmanor serve --config \/etc\/wsmanor --state \/var\/lib\/wsmanor --log-format json$/mu);
    for (const [section, key] of [["Service", "User=wsmanor"], ["Service", "StateDirectory=wsmanor"], ["Install", "WantedBy=multi-user.target"]]) assert.ok(unit.slice(unit.indexOf(`[${section}]`)).includes(`\n${key}\n`), key);
  });
});
