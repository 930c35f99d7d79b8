import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { runCommand } from "../../support/command.js";
import { projectRoot } from "../../support/project-root.js";
import { runLine } from "./test-terminal.js";

/** Words of a shell line: blanks part them, double quotes keep together. */
const words = (line: string): readonly string[] => [...line.matchAll(/(?:[^\s"]|"[^"]*")+/gu)].map(([word]) => word.replaceAll('"', ""));

/** Lines that went and came, in the order of the later text. */
function differences(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let shown = "";
  for (let from = 0, to = 0; from < old.length || to < now.length; ) {
    if (old[from] === now[to]) {
      from++;
      to++;
      continue;
    }
    const kept = now.slice(to).findIndex((line) => line === old[from]);
    const gone = old.slice(from).findIndex((line) => line === now[to]);
    if (kept >= 0 && (gone < 0 || kept <= gone)) for (; now[to] !== old[from]; to++) shown += `+${now[to]!}\n`;
    else if (gone >= 0) for (; old[from] !== now[to]; from++) shown += `-${old[from]!}\n`;
    else {
      if (from < old.length) shown += `-${old[from++]!}\n`;
      if (to < now.length) shown += `+${now[to++]!}\n`;
    }
  }
  return shown;
}

/** Runs a line in a folder, in this process: starting one for each line would cost more than all it does. */
async function runIn(folder: string, line: readonly string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { status, out, err } = await runLine(line);
    return { status, stdout: out, stderr: err };
  } finally {
    process.chdir(before);
  }
}

/**
 * Runs the lines of a transcript in a copy of the shipped configuration, the last one as a process of its own. `$ diff FILE` shows what
 * became of a file since the last time.
 * @returns the transcript as it really is
 */
async function rerun(transcript: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-config-"));
  try {
    cpSync(join(projectRoot, "config", "applicationHost.config"), join(folder, "applicationHost.config"));
    cpSync(join(projectRoot, "config", "wsman"), join(folder, "wsman"), { recursive: true });
    const seen = new Map(["applicationHost.config", "wsman/web.config"].map((name) => [name, readFileSync(join(folder, name), "utf8")]));
    let real = "";
    const lines = [...transcript.matchAll(/^\$ (.*)$/gmu)];
    const last = lines.findLastIndex(([, command]) => !command!.startsWith("diff "));
    for (const [at, [line, command]] of lines.entries()) {
      const [first, ...rest] = words(command!);
      real += `${line}\n`;
      if (first === "diff") {
        const now = readFileSync(join(folder, rest[0]!), "utf8");
        real += differences(seen.get(rest[0]!)!, now);
        seen.set(rest[0]!, now);
        continue;
      }
      const { status, stdout, stderr } = await (at === last ? runCommand([...rest, "--config", "."], { cwd: folder }) : runIn(folder, [...rest, "--config", "."]));
      real += `${stdout}${stderr}${status === 0 ? "" : `(exit code ${status})\n`}`.replaceAll(join(projectRoot, "dist", "bundled"), "PLUGINS").replaceAll(`${projectRoot}/`, "").replaceAll(folder, "FOLDER");
    }
    return real;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("wsmanor config", () => {
  for (const name of ["show", "edit", "refusals"]) {
    it(`as test/golden/cli/config/${name}.txt shows`, { skip: process.platform === "win32" }, async () => {
      const transcript = readFileSync(join(projectRoot, "test/golden/cli/config", `${name}.txt`), "utf8");
      assert.equal(await rerun(transcript), transcript);
    });
  }

  const misuse: readonly (readonly [words: readonly string[], message: RegExp])[] = [
    [["config"], /what to do is missing: list, get, set, add, remove or show/u],
    [["config", "sett"], /"sett" \(argument 2\) is not something config does.*Did you mean set\?/u],
    [["config", "set"], /what to set is missing/u],
    [["config", "set", "wsmanor"], /what to set is missing/u],
    [["config", "set", "/a:b"], /the section is missing/u],
    [["config", "set", "wsmanor", "/allowUnencrypted"], /has no value/u],
    [["config", "set", "wsmanor", "/[a='b']:c"], /names an entry/u],
    [["config", "set", "wsmanor", "/[a='b'"], /character 8: expected "," or "\]", found the end/u],
    [["config", "set", "wsmanor", "/[a=b]"], /the value of a in quotes/u],
    [["config", "set", "wsmanor", "/a..b:c"], /expected a name, or \[name='value'\]/u],
    [["config", "add", "wsmanor", "/a"], /does not end with an entry/u],
    [["config", "remove", "wsmanor", "/+[a='b']"], /adds, and config remove does not/u],
    [["config", "get", "wsmanor", "/a:b"], /only config set gives values/u],
    [["config", "show", "wsmanor", "x", "y"], /"y" \(argument 5\) is one too many/u],
    [["config", "list", "--commit:app"], /has no use with config list/u],
    [["config", "get", "wsmanur"], /"wsmanur" \(argument 3\) is not a section.*Did you mean wsmanor\?/u],
    [["config", "get", "wsmanor", "Default Web Site/wsmann"], /Did you mean Default Web Site\/wsman\?/u],
  ];
  for (const [line, message] of misuse) {
    it(`refuses: ${line.join(" ")}`, async () => {
      const ran = await runLine(line);
      assert.equal(ran.status, 2);
      assert.match(ran.err.replaceAll("\n", " "), message);
    });
  }

  it("prints JSON for programs, secrets masked", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-config-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(projectRoot, "config", "wsman"), folder, { recursive: true });
    const line = (...more: string[]) => runIn(folder, ["config", ...more, "--json", "--config", join(folder, "web.config")]);
    const entry = "/PluginModules.OperationsPlugins.[Name='registry'].InitializationParameters.";
    const plain = (...more: string[]) => runIn(folder, ["config", ...more, "--config", join(folder, "web.config")]);
    const added = await plain("add", "wsmanagement.config", `${entry}[Name='Password',Value='hush']`);
    const set1 = await plain("set", "wsmanagement.config", `${entry}[Name='Password'].Value:hush hush`);
    assert.deepEqual([added.status, set1.status], [0, 0], added.stderr + set1.stderr);
    assert.match(readFileSync(join(folder, "web.config"), "utf8"), /<Param Name="Password" Value="hush hush"\/>/u);
    const shown = [added, set1, await plain("show", "--effective", "--origin"), await plain("list", "wsmanagement.config"), await line("show"), await line("list", "wsmanagement.config")].map(({ stdout }) => stdout).join("");
    assert.ok(!shown.includes("hush"));
    assert.ok(shown.includes("******"));
    const got = JSON.parse((await line("get", "wsmanagement.config", "/OperationsConfiguration.MaxEnvelopeSizeKB")).stdout) as { value: string; origin: { line: number } }[];
    assert.deepEqual([got.length, got[0]!.value, got[0]!.origin.line], [1, "500", 7]);
    const set = JSON.parse((await line("set", "wsmanagement.config", "/OperationsConfiguration.MaxEnvelopeSizeKB:501")).stdout) as { applied: boolean; changes: { line: number }[] };
    assert.deepEqual([set.applied, set.changes[0]!.line], [true, 7]);
    const refused = await line("set", "wsmanagement.config", "/OperationsConfiguration.MaxEnvelopeSizeKB:1");
    const { error } = JSON.parse(refused.stderr) as { error: { message: string; diagnostics: { rule: string }[] } };
    assert.deepEqual([refused.status, error.diagnostics[0]!.rule], [2, "invalid-value"]);
    assert.match(error.message, /Nothing was changed/u);
  });
});
