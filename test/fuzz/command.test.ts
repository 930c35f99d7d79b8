import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { projectRoot } from "../support/project-root.js";
import { allTargets } from "./all-targets.js";
import { parseFuzzOptions } from "./fuzz-options.js";
import { fuzzRounds, type FuzzSurroundings } from "./fuzz-rounds.js";
import { pureTarget, type FuzzTarget } from "./fuzz-target.js";
import { readInput } from "./kept-input.js";
import { repeatInput } from "./repeat-input.js";

const main = join(projectRoot, "dist", "test", "fuzz", "main.js");
const fuzz = (...args: readonly string[]) => spawnSync(process.execPath, [main, ...args], { encoding: "utf8", timeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "wsmanor-fuzz-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run fuzz", () => {
  it("goes round until its time is over, and counts", () => {
    const { status, stdout, stderr } = fuzz("--seconds", "1", "--seed=7");
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^round 1, seed 7\n/u);
    assert.match(stdout, /\nhttp +\d+ cases\n[\s\S]*rounds, \d+\.\d s, every promise kept\n$/u);
  });

  it("ends with the counts when it is interrupted", async () => {
    const child = spawn(process.execPath, [main, "--target", "like"], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (text === "") child.kill("SIGINT");
      text += chunk.toString();
    });
    const status = await new Promise((resolve) => child.once("close", resolve));
    assert.equal(status, 0);
    assert.match(text, /every promise kept\n$/u);
  });

  it("says what it is, and every target", () => {
    const { status, stdout } = fuzz("--help");
    assert.equal(status, 0);
    for (const { name, promise } of allTargets) assert.ok(stdout.includes(name) && stdout.includes(promise), name);
  });

  const wrong: readonly (readonly [readonly string[], string])[] = [
    [["--target", "wsl"], 'There is no target "wsl". Did you mean wql? --help lists them.'],
    [["--seconds", "soon"], '--seconds takes a number above 0, not "soon".'],
    [["--seed=-1"], '--seed takes a whole number from 0 to 4294967295, not "-1".'],
    [["--seed"], "--seed needs a value."],
    [["--seed", "1", "--seed", "2"], "--seed is given twice."],
    [["--fast"], '"--fast" is no option: there are --target, --seconds, --seed, --input, --keep and --help.'],
  ];
  it("refuses what it does not know, in one line", () => {
    for (const [args, message] of wrong) assert.deepEqual(parseFuzzOptions(args, allTargets.map(({ name }) => name)), { ok: false, error: message });
    const { status, stdout, stderr } = fuzz(...wrong[0]![0]);
    assert.deepEqual([status, stdout, stderr], [2, "", `Error: ${wrong[0]![1]}\n`]);
  });

  it("refuses a file that it did not keep", async () => {
    const file = join(folder, "other.json");
    writeFileSync(file, "{}");
    const said: unknown[] = [];
    assert.equal(await repeatInput(file, { targets: allTargets, print: () => undefined, complain: (what) => said.push(what), isEnding: () => false }), 2);
    assert.deepEqual(said, [`Error: ${file} holds no input of a fuzz target.`]);
  });
});

describe("a broken promise", () => {
  const broken: FuzzTarget = pureTarget<string>({
    name: "broken", promise: "None.", cases: 5000, least: { read: 0, refused: 0 },
    make: (random) => Array.from({ length: 100 }, () => random.pick(["a", "b", "c", "\ud800"])).join(""),
    check: (text) => (assert.ok(!/c.*\ud800\ud800/u.test(text), "a c and two halves"), true),
  });
  const said: string[] = [];
  const around: FuzzSurroundings = { targets: [broken], print: (line) => void said.push(line), complain: (what) => void said.push(String(what)), isEnding: () => false };

  it("is made small, kept in a file, and told with the commands that repeat it", async () => {
    const status = await fuzzRounds({ help: false, target: undefined, seconds: 30, seed: 3, input: undefined, keep: folder }, around);
    assert.equal(status, 1);
    const [name] = readdirSync(folder).filter((file) => file.startsWith("broken-"));
    assert.deepEqual(readInput(join(folder, name!)), { target: "broken", input: "c\ud800\ud800" });
    const text = said.join("\n");
    assert.match(text, /broken, seed 3, case \d+: AssertionError: a c and two halves/u);
    assert.ok(text.includes("The input, 3 of 100 long, is kept in ") && text.includes(`Again: npm run fuzz -- --input `) && text.includes(name!), text);
    assert.ok(text.includes("The whole round again: npm run fuzz -- --target broken --seed 3"), text);
    assert.equal(await repeatInput(join(folder, name!), around), 1);
  });

  it("that is mended is kept", async () => {
    const mended = { ...broken, open: () => ({ make: () => "", check: () => true }) };
    const [name] = readdirSync(folder).filter((file) => file.startsWith("broken-"));
    assert.equal(await repeatInput(join(folder, name!), { ...around, targets: [mended] }), 0);
  });
});
