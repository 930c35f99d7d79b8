import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { basic } from "../support/basic.js";
import { runCommand } from "../support/command.js";
import { startMockProcess, type MockProcess } from "../support/mock-process.js";
import { projectRoot } from "../support/project-root.js";
import { ShellSession } from "../support/shell-session.js";

const example = (name: string): string => join(projectRoot, "config", "mock", name);
const openShell = ({ ready: { url, username, password } }: MockProcess): Promise<ShellSession> => ShellSession.open(url, basic(username, password));
const lastLine = (mock: MockProcess): unknown => JSON.parse(mock.stdout().trim().split("\n").at(-1)!);

describe("wsmanor mock", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "wsmanor-test-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("says in a line of JSON where it is and who may come in, and ends when standard input does", async () => {
    const mock = await startMockProcess(["--preset", "windows-2016", "--until-stdin-closes"]);
    const { url, port, username, password, preset } = mock.ready;
    assert.deepEqual([url, username, preset], [`http://127.0.0.1:${port}/wsman`, "Administrator", "windows-2016"]);
    assert.ok(password.length >= 16);
    assert.equal((await (await openShell(mock)).run("whoami")).exitCode, 1);
    mock.process.stdin!.end();
    assert.equal(await mock.ended, 0);
    assert.deepEqual(lastLine(mock), { event: "result", passed: true, expectations: [], commands: [{ line: "whoami", exitCode: 1 }] });
    assert.equal(mock.stderr(), "");
  });

  it("does not stay for its open input when a signal ends it, or when it cannot start", async () => {
    const mock = await startMockProcess(["--until-stdin-closes"]);
    mock.process.kill("SIGTERM");
    assert.equal(await mock.ended, 0);
    await assert.rejects(startMockProcess(["--until-stdin-closes", "--address", "203.0.113.1"]), /the mock ended with 1:\n.*no such address/u);
  });

  it("goes on with closed input unless asked, and takes what it had on the disk away when a signal ends it", async () => {
    const temporary = mkdtempSync(join(folder, "tmp-"));
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = temporary;
    const mock = await startMockProcess([]);
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    mock.process.stdin!.end();
    assert.equal(readdirSync(temporary).length, 1);
    await (await openShell(mock)).delete();
    mock.process.kill("SIGTERM");
    assert.equal(await mock.ended, 0);
    assert.deepEqual(readdirSync(temporary), []);
  });

  it("answers as the example says, and tells what was expected as exit code, JSON and JUnit", async () => {
    const junit = join(folder, "results.xml");
    const mock = await startMockProcess([example("answers.yaml"), "--until-stdin-closes", "--expect", "ran 2x Get-Service", "--expect", "ran 0x /^format/", "--junit", junit]);
    const shell = await openShell(mock);
    await assert.rejects(openShell(mock), /w:QuotaLimit/u);
    assert.equal((await shell.run("hostname")).stdout, "web01\r\n");
    assert.equal((await shell.run("Get-Service", "x")).stdout, "Stopped\r\n");
    assert.equal((await shell.run("Get-Service", "x")).stdout, "Running\r\n");
    assert.equal((await shell.run("MsiExec", "/i", "a.msi", "/quiet")).exitCode, 3010);
    await assert.rejects(shell.run("restart"));
    mock.process.stdin!.end();
    assert.equal(await mock.ended, 1);
    assert.equal(readFileSync(junit, "utf8").replaceAll(shell.id, "SHELL"), readFileSync(join(projectRoot, "test", "golden", "mock", "junit.xml"), "utf8"));
    const result = lastLine(mock) as { readonly passed: boolean; readonly expectations: readonly { readonly passed: boolean }[] };
    assert.deepEqual([result.passed, result.expectations.map(({ passed }) => passed)], [false, [true, false, false, true]]);
  });

  it("takes accounts, preset and what is expected from the command line", async () => {
    const expected = join(folder, "expected.yaml");
    writeFileSync(expected, "expect: [{ ran: nothing, times: 0 }]\n");
    const mock = await startMockProcess([example("answers.yaml"), "--preset", "omi", "-u", "root", "-p", "secret", "--expect-file", expected]);
    assert.deepEqual([mock.ready.username, mock.ready.password, mock.ready.preset], ["root", "secret", "omi"]);
    const shell = await openShell(mock);
    await shell.run("hostname");
    await shell.delete();
    mock.process.kill("SIGINT");
    assert.equal(await mock.ended, 0);
    assert.equal((lastLine(mock) as { expectations: unknown[] }).expectations.length, 3);
  });

  it("tells people the same in words", async () => {
    const outcome = await runCommand(["mock", "--port", "0", "--until-stdin-closes", "--expect", "no shell leaked", "--expect", "ran hostname", "-u", "a", "-p", "b"]);
    assert.equal(outcome.status, 1);
    assert.match(outcome.stdout, /^A windows-2022 that executes nothing is ready: http:\/\/127\.0\.0\.1:\d+\/wsman\nAccount: a with the password b\nok {6}no shell leaked\nFAILED {2}ran "hostname" at least once\n {8}It was 0 times\. What was run: nothing\.\n2 expectations, 1 failed\n$/u);
  });

  it("loads a TypeScript file, inside a project and where no package is near", async () => {
    for (const hasPackage of [true, false]) {
      const project = mkdtempSync(join(folder, "project-"));
      cpSync(example("answers.ts"), join(project, "answers.ts"));
      symlinkSync(join(projectRoot, "node_modules"), join(project, "node_modules"));
      if (!hasPackage) rmSync(join(project, "node_modules"));
      if (!hasPackage && !("typescript" in process.features)) {
        const { status, stderr } = await runCommand(["mock", "answers.ts", "--port", "0"], { cwd: project });
        assert.equal(status, 2);
        assert.match(stderr, /answers\.ts is TypeScript, which this Node \(v[\d.]+\) does not load by itself; install the package typescript beside it, use Node 22\.18 or later, or write the script in YAML or JavaScript/u);
        continue;
      }
      const mock = await startMockProcess(["answers.ts", "--until-stdin-closes"], project);
      const shell = await openShell(mock);
      assert.equal((await shell.run("echo", "two", "words")).stdout, "two words\r\n");
      for (const count of ["1", "2"]) assert.equal((await shell.run("count")).stdout, count);
      mock.process.stdin!.end();
      assert.equal(await mock.ended, 0);
    }
  });

  it("finds wsmanor/testing for a script that lies outside every project", async () => {
    const script = join(folder, "answers.mjs");
    writeFileSync(script, 'import { defineMock } from "wsmanor/testing";\nexport default defineMock({ users: { a: "b" } });\n');
    const mock = await startMockProcess([script, "--until-stdin-closes"]);
    assert.equal(mock.ready.username, "a");
    mock.process.stdin!.end();
    assert.equal(await mock.ended, 0);
  });

  it("starts with nothing that is wrong, and says what it is", async () => {
    const wrong = join(folder, "wrong.yaml");
    writeFileSync(wrong, "commands:\n  - match: hostname\n    reply: { exitcode: 1 }\n");
    const outcome = await runCommand(["mock", "wrong.yaml", "--expect", "runs"], { cwd: folder });
    assert.equal(outcome.status, 2);
    assert.equal(outcome.stdout, "");
    assert.equal(outcome.stderr, [
      'wrong.yaml:3:14  error    unknown-key  "exitcode" is not a key that is known here.',
      "    reply: { exitcode: 1 }",
      "             ^^^^^^^^",
      "    Known here: delay, awaitStdin, stdout, stderr, output, exitCode, fault.",
      "    Did you mean exitCode?",
      "",
      'error    wrong-expectation  "runs" is not an expectation; one of "ran hostname", "ran 2x hostname", "ran 0x /regex/", "queried 1x SELECT …", "no shell leaked", "nothing unmatched".',
      "",
      "2 problems, 0 warnings",
      "",
    ].join("\n"));
    for (const [args, said] of [
      [["--preset", "windows-2020"], /"windows-2020" is not a value of -preset .*Did you mean windows-2022\?/u],
      [["-u", "a"], /-username and -password go together; -password is missing/u],
      [["a.yaml", "b.yaml"], /"b\.yaml" \(argument 3\) is one too many/u],
      [["--port", "70000"], /is not a value of --port/u],
      [["--address", "localhost"], /"localhost" \(argument 2\) is not a value of -address: it takes an IP address/u],
      [["--port", "0", "--junit", join(folder, "none", "results.xml")], /--junit ".*results\.xml" cannot be written: its folder is not there/u],
      [[join(folder, "none.yaml")], /script-not-loaded {2}The script .*none\.yaml cannot be loaded: there is no such file\n/u],
      [[join(folder, "none.ts")], /script-not-loaded {2}The script .*none\.ts cannot be loaded: there is no such file\n/u],
      [[folder], /script-not-loaded {2}The script .* cannot be loaded: it is a folder\n/u],
    ] as const) {
      const { status, stderr } = await runCommand(["mock", ...args]);
      assert.equal(status, 2);
      assert.match(stderr, said);
    }
    assert.ok(existsSync(wrong));
  });
});
