import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { commands } from "../../src/cli/commands.js";
import { projectRoot } from "../support/project-root.js";
import { shellWords } from "../support/shell-words.js";
import { runCommand } from "../support/command.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { runLine } from "../unit/cli/test-terminal.js";

/** Words of a shell line: blanks part them, single quotes keep together. Enough for what the pages show. */
const words = (line: string): readonly string[] => [...line.matchAll(/(?:[^\s']|'[^']*')+/gu)].map(([word]) => word.replaceAll("'", ""));

/** The lines of the fenced blocks of one language. */
const fenced = (markdown: string, language: string): readonly string[] =>
  [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gmu)].filter((block) => block[1] === language).flatMap((block) => block[2]!.trimEnd().split("\n"));

const page = (name: string): string => readFileSync(join(projectRoot, name), "utf8");
const shown = (name: string): readonly string[] => fenced(page(name), "sh").filter((line) => line.startsWith("npx wsmanor "));

describe("commands that the pages and the help show", () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost();
  });
  after(() => host.stop());

  /** The first line of each verb runs as a process, the others in this one. */
  const run = async (line: readonly string[]): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> => {
    const environment = { WSMANOR_STATE: host.state };
    const isFirst = !seen.has(line[0]!);
    seen.add(line[0]!);
    if (isFirst) return runCommand(line, { env: { ...process.env, ...environment } });
    const { status, out, err } = await runLine(line, { environment });
    return { status, stdout: out, stderr: err };
  };
  const seen = new Set<string>();

  const works = async (line: string): Promise<void> => {
    const ran = await run(words(line).slice(line.startsWith("npx ") ? 2 : 1));
    assert.equal(ran.status, 0, `${line}\n${ran.stdout}${ran.stderr}`);
    assert.ok(ran.stdout !== "" || / (?:delete|set) /u.test(line), `${line} printed nothing`);
    assert.equal(ran.stderr, "", line);
  };

  for (const name of ["README.md", "docs/command.md", "plugins/registry/README.md", "plugins/winrm-config/README.md", "plugins/system/README.md"]) {
    const lines = shown(name);
    if (lines.length === 0) continue;
    it(`work in the order of ${name}`, async () => {
      for (const line of lines) await works(line);
      await run(["delete", "urn:wsmanor:registry?Key=Software"]);
    });
  }

  it("work in the order of the help, for every verb that talks to a host", async () => {
    const order = ["status", "identify", "get", "create", "set", "enumerate", "invoke", "delete", "helpmsg"];
    assert.deepEqual(commands.map(({ name }) => name).filter((name) => !order.includes(name)).sort(), ["audit", "config", "mock", "reload", "serve", "syncml", "user", "validate"]);
    for (const name of order) {
      const { examples } = commands.find((command) => command.name === name)!;
      assert.ok(examples.length > 0);
      for (const example of examples) if (!example.includes("https://server")) await works(`wsmanor ${example}`);
    }
  });

  it("work in the order of the help, for config", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-shown-"));
    try {
      cpSync(join(projectRoot, "config"), folder, { recursive: true });
      for (const example of commands.find(({ name }) => name === "config")!.examples) {
        const ran = await run([...shellWords(example), "--config", folder]);
        assert.equal(ran.status, 0, `${example}\n${ran.stderr}`);
        assert.ok(ran.stdout !== "" && ran.stderr === "");
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("docs/command.md shows the rule for .local that the authorization example has", () => {
    const rules = JSON.parse(page("config/examples/authorization/wsman/authorization.json")) as { readonly users: Record<string, unknown> };
    const rule = JSON.parse(`{${fenced(page("docs/command.md"), "json").join("\n")}}`) as Record<string, unknown>;
    assert.deepEqual(rule, { ".local": rules.users[".local"] });
  });

  it("fail as docs/command.md shows", async () => {
    const transcript = /^\$ wsmanor (.*)\n([\s\S]*?)^```$/mu.exec(page("docs/command.md"))!;
    const ran = await runCommand(words(transcript[1]!));
    assert.equal(ran.status, 2);
    assert.equal(ran.stderr, transcript[2]);
  });
});
