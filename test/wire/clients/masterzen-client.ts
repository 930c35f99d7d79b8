import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import type { ClientScenario, ClientStage, RealClient } from "../../support/client-scenario.js";
import { debianPackage, debianVersion } from "../../support/debian.js";
import { longCommand, processEnds } from "../../support/process-ends.js";
import { projectRoot } from "../../support/project-root.js";
import { runProgram } from "../../support/run-program.js";

const source = join(projectRoot, "test", "wire", "clients", "masterzen_scenario.go");
const library = "/usr/share/gocode/src/github.com/masterzen/winrm";

interface Said {
  readonly Out: string;
  readonly Err: string;
  readonly Code: number;
  readonly Problem: string;
}

/** As the program takes a command with its arguments. */
const line = (...words: readonly string[]): string => words.join("\u001f");

const said = (Out: string, Err = "", Code = 0): Said => ({ Out, Err, Code, Problem: "" });

let built: string | undefined;

/** Built once a process, into a folder that goes with it; Go's own cache makes the second time quick. */
export function masterzenProgram(): string {
  if (built !== undefined) return built;
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-masterzen-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "masterzen_scenario");
  const build = spawnSync("go", ["build", "-o", file, source], { cwd: folder, env: { ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOFLAGS: "" }, encoding: "utf8" });
  if (!existsSync(file)) throw new Error(`${source} could not be built: ${build.stderr ?? String(build.error)}`);
  return (built = file);
}

async function run({ host, proxies }: ClientStage, how: string, command: string, { input = "", password = host.password }: { readonly input?: string; readonly password?: string } = {}): Promise<Said> {
  const ran = await runProgram(masterzenProgram(), [String(proxies[0]!.port), host.user, password, how, command, input]);
  assert.equal(ran.status, 0, ran.stderr);
  return JSON.parse(ran.stdout.toString()) as Said;
}

const scenario = (name: string, does: string, expects: string, how: string, command: string, expected: Said, input = ""): ClientScenario => ({
  name, does, expects,
  run: async (stage) => assert.deepEqual(await run(stage, how, command, { input }), expected),
});

const ten = 10 * 1024 * 1024;
const sumOfTen = createHash("sha256").update(Buffer.alloc(ten, "x")).digest("hex");

const scenarios: readonly ClientScenario[] = [
  scenario("echo", "runs echo", "gets its output", "shell", line("echo", "hello"), said("hello\n")),
  scenario("arguments", "gives arguments with spaces and quotes, each in an element of its own", "the command gets them as the shell reads them", "shell", line("printf", "'%s;'", '"two  words"', "'one \" quote'", `"it's"`, '""'), said(`two  words;one " quote;it's;;`)),
  scenario("xml-characters", "has characters in its command that XML has a meaning for, in CDATA", "they arrive as they are", "shell", `echo '<a b="c">&amp;'`, said(`<a b="c">&amp;\n`)),
  scenario("non-ascii", "sends and receives characters beyond ASCII (code page 65001)", "they are the same", "input", "echo 'Grüße, Жук, 你好, 😀'; cat", said("Grüße, Жук, 你好, 😀\nä 你 😀"), "ä 你 😀"),
  scenario("stdin", "sends input, and then its end", "the command reads it and sees the end", "input", "cat; echo over", said("one\ntwo\nover\n"), "one\ntwo\n"),
  scenario("line-of-input", "sends a line of input without its end (RunWithString)", "the command reads it; the end, which this library sends to a command that is over, is refused without harm", "string", 'read -r line; echo "<$line>"', said("<one>\n"), "one\n"),
  scenario("ten-megabytes", "runs a command that writes 10 MB", "gets every octet", "shell", `head -c ${ten} /dev/zero | tr '\\0' x`, said(`${ten} octets, SHA-256 ${sumOfTen}`)),
  ...[0, 1, 7, 255].map((code) => scenario(`exit-code-${code}`, `runs a command that exits with ${code}`, `gets ${code}`, "shell", `exit ${code}`, said("", "", code))),
  scenario("stderr", "runs a command that writes to both of its outputs", "gets them apart", "shell", "echo out; echo err >&2; exit 3", said("out\n", "err\n", 3)),
  scenario("unknown-command", "runs a command that does not exist", "exit code 127", "shell", "no-such-command 2>/dev/null", said("", "", 127)),
];

const ends: readonly ClientScenario[] = [
  { name: "longer-than-the-operation-time-out", does: "runs a command that takes 1.2 s with an operation time-out of 1 s", expects: "takes TimedOut for what it is, asks again, and gets the output",
    run: async (stage) => assert.deepEqual(await run(stage, "long", "sleep 1.2; echo late"), said("late\n")) },
  { name: "terminate", does: "terminates a command in the middle", expects: "nothing of it is left running",
    run: async (stage) => {
      assert.deepEqual(await run(stage, "terminate", longCommand(stage.folder)), said("runs\n"));
      await processEnds(stage.folder);
    } },
  { name: "delete-in-the-middle", does: "deletes a shell whose command runs", expects: "nothing of it is left running",
    run: async (stage) => {
      assert.deepEqual(await run(stage, "delete", longCommand(stage.folder)), said("runs\n"));
      await processEnds(stage.folder);
    } },
  { name: "bad-shell-id", does: "names a shell that there is not", expects: "is refused; this library loses the fault, and says of its command that it has been closed",
    run: async (stage) => assert.equal((await run(stage, "shell-id", "echo")).Problem, "Command has already been closed") },
  { name: "bad-credentials", does: "gives a wrong password", expects: "is rejected with 401",
    run: async (stage) => assert.match((await run(stage, "shell", "echo", { password: "wrong" })).Problem, /^http response error: 401/u) },
];

/** Debian's masterzen/winrm, the library of Packer, Terraform and winrmcp. */
export const masterzenClient: RealClient = {
  name: "masterzen", title: "masterzen/winrm (Go)", packageName: "golang-github-masterzen-winrm-dev", hosts: 1, receivesInBackground: true,
  install: () => debianPackage("golang-go", "command -v go") || debianPackage("golang-github-masterzen-winrm-dev", `test -e ${library}/client.go`),
  version: () => debianVersion("golang-github-masterzen-winrm-dev"),
  scenarios: [...scenarios, ...ends],
  cannot: [{ what: "copying files", why: "winrmcp, made with it, does" }],
};

