import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClientScenario, ClientStage, RealClient } from "../../support/client-scenario.js";
import { longCommand, processEnds } from "../../support/process-ends.js";
import { winrmClientLibrary } from "./winrm-client-library.js";
import type { CommandParameters } from "./winrm-client-module.js";

const library = winrmClientLibrary.load;

/** Where and who, in the order in which its functions take them. */
const target = ({ host, proxies }: ClientStage, password = host.password) => ["127.0.0.1", host.user, password, proxies[0]!.port] as const;

const connection = ({ host, proxies }: ClientStage): CommandParameters =>
  ({ host: "127.0.0.1", port: proxies[0]!.port, path: "/wsman", username: host.user, password: host.password, authMethod: "basic" });

/** What `runCommand` gives: the output of one Receive, without blanks at both ends. */
const scenario = (name: string, does: string, expects: string, command: string, expected: string): ClientScenario => ({
  name, does, expects,
  run: async (stage) => assert.equal(await library().runCommand(command, ...target(stage)), expected),
});

/** A shell made and deleted with the functions that `runCommand` is made of. */
async function inShell(stage: ClientStage, command: string, work: (parameters: CommandParameters) => Promise<void>): Promise<void> {
  const { Shell, Command } = library();
  const shell = { ...connection(stage), shellId: await Shell.doCreateShell(connection(stage)) };
  await work({ ...shell, commandId: await Command.doExecuteCommand({ ...shell, command }) });
  await Shell.doDeleteShell(shell);
}

/** Asks until the client says that it was all. Octets: its own text is only right where they are ASCII. */
async function receiveAll(parameters: CommandParameters): Promise<Readonly<Record<string, Buffer>>> {
  const pieces: Record<string, Buffer[]> = { stdout: [], stderr: [] };
  for (let isComplete = false; !isComplete; ) {
    const answer = await library().Command.doReceiveOutputNonBlocking(parameters);
    // What it gives for a stream that ends without octets is no base64.
    for (const { name, content, end } of answer.streams) if (!end) pieces[name]!.push(Buffer.from(content, "base64"));
    ({ isComplete } = answer);
  }
  return { stdout: Buffer.concat(pieces["stdout"]!), stderr: Buffer.concat(pieces["stderr"]!) };
}

const received = (name: string, does: string, expects: string, command: string, check: (streams: Readonly<Record<string, Buffer>>) => void): ClientScenario => ({
  name, does, expects,
  run: (stage) => inShell(stage, command, async (parameters) => check(await receiveAll(parameters))),
});

const answersPrompt = (name: string, does: string, expects: string, command: string, prompts: readonly (readonly [pattern: RegExp, response: string])[], expected: string): ClientScenario => ({
  name, does, expects,
  run: async (stage) => {
    const asked = prompts.map(([pattern, response]) => ({ pattern, response }));
    assert.equal(await library().runInteractiveCommand(command, ...target(stage), asked, undefined, undefined, 10), expected);
  },
});

const ten = 10 * 1024 * 1024;
const refused = /^Error: Failed to process the request: 500/u;

const commands: readonly ClientScenario[] = [
  scenario("echo", "runs echo", "gets its output", "echo hello", "hello"),
  scenario("arguments", "gives arguments with spaces and quotes", "the command gets them as the shell reads them", String.raw`printf '%s|' "two  words" 'one " quote' "it's" back\\slash ""`, String.raw`two  words|one " quote|it's|back\slash||`),
  scenario("xml-characters", "has characters in its command that XML has a meaning for", "they arrive as they are", `echo '<a b="c">&amp;]]>'`, '<a b="c">&amp;]]>'),
  scenario("non-ascii-command", "sends characters beyond ASCII in a command", "they are the same", "printf 'ü Ж 你 😀' | od -An -tx1", "c3 bc 20 d0 96 20 e4 bd a0 20 f0 9f 98 80"),
  received("non-ascii-output", "receives characters beyond ASCII (its code page is 437, always)", "gets the octets that they have there, in `streams`; its own text takes them for ASCII", "echo 'é ü ß Ж'", ({ stdout }) => assert.equal(stdout!.toString("hex"), "82208120e1203f0a")),
  answersPrompt("prompt", "answers a prompt (runInteractiveCommand)", "the command reads the answer", `printf 'Name? '; read -r name; echo "<$name>"`, [[/Name\?/u, "Ada Lovelace"]], "Name?<Ada Lovelace>"),
  answersPrompt("two-prompts", "answers two prompts, one after the other", "the command reads each answer", `printf 'One? '; read -r one; printf 'Two? '; read -r two; echo "$two $one"`, [[/One\?/u, "1"], [/Two\?/u, "2"]], "One?Two?2 1"),
  answersPrompt("non-ascii-input", "answers with a character beyond ASCII, in UTF-8 although its code page is 437", "the command reads the characters that those octets are there", "printf '? '; read -r it; printf %s \"$it\" | od -An -tx1 | tr -d ' \\n'", [[/\?/u, "é"]], `?${Buffer.from("├⌐").toString("hex")}`),
  received("ten-megabytes", "runs a command that writes 10 MB, and receives until it is told the end (doReceiveOutputNonBlocking)", "gets every octet", `head -c ${ten} /dev/zero | tr '\\0' x`, ({ stdout }) => {
    assert.equal(stdout!.length, ten);
    assert.equal(createHash("sha256").update(stdout!).digest("hex"), createHash("sha256").update(Buffer.alloc(ten, "x")).digest("hex"));
  }),
  received("stderr", "runs a command that writes to both of its outputs", "gets them apart", "echo out; echo err >&2; exit 3", ({ stdout, stderr }) => assert.deepEqual([String(stdout), String(stderr)], ["out\n", "err\n"])),
  scenario("no-output", "runs a command that writes nothing and fails", "gets nothing; it does not look at exit codes", "exit 7", ""),
  scenario("unknown-command", "runs a command that does not exist", "gets the shell's words", "no-such-command 2>&1 | sed 's/.*: no-such/no-such/'", "no-such-command: not found"),
  { name: "powershell", does: "runs a command with powershell.exe (runPowershell)", expects: "it is started with the client's arguments; that there is none on this system is what it then says",
    run: async (stage) => assert.match(await library().runPowershell("Get-Date", ...target(stage)), /powershell\.exe: not found$/u) },
];

const ends: readonly ClientScenario[] = [
  { name: "longer-than-the-operation-time-out", does: "runs a command that is not over when the host's MaxOperationTimeoutSeconds, here 4, has passed; 60 is what the client always asks for", expects: "fails, as TimedOut means nothing to it; asked again it gets the output",
    run: (stage) => inShell(stage, `until [ -e ${stage.folder}/go ]; do sleep 0.02; done; echo late`, async (parameters) => {
      await assert.rejects(library().Command.doReceiveOutput(parameters), refused);
      writeFileSync(join(stage.folder, "go"), "");
      assert.equal(await library().Command.doReceiveOutput(parameters), "late");
    }) },
  { name: "leaves-in-the-middle", does: "runs a command that goes on after its first output (runCommand, which receives once and deletes the shell)", expects: "gets that output, and nothing is left running",
    run: async (stage) => {
      assert.equal(await library().runCommand(longCommand(stage.folder), ...target(stage)), "runs");
      await processEnds(stage.folder);
    } },
  { name: "bad-shell-id", does: "names a shell that there is not", expects: "is refused",
    run: (stage) => assert.rejects(library().Command.doExecuteCommand({ ...connection(stage), shellId: "11111111-2222-3333-4444-555555555555", command: "echo" }), refused) },
  { name: "delete-twice", does: "deletes a shell twice", expects: "is refused the second time",
    run: async (stage) => {
      const { Shell } = library();
      const shell = { ...connection(stage), shellId: await Shell.doCreateShell(connection(stage)) };
      assert.equal(await Shell.doDeleteShell(shell), "success");
      await assert.rejects(Shell.doDeleteShell(shell), refused);
    } },
  { name: "bad-credentials", does: "gives a wrong password", expects: "is rejected with 401",
    run: (stage) => assert.rejects(library().runCommand("echo", ...target(stage, "wrong")), /^Error: Failed to process the request: 401/u) },
];

/** npm's winrm-client: `runCommand` and its like, and the functions that they are made of. */
export const winrmClient: RealClient = {
  name: "winrm-client", title: "winrm-client (Node.js)", packageName: "winrm-client", hosts: 1, leavesBeforeTheEnd: true, limits: { MaxOperationTimeoutSeconds: 4 },
  install: () => winrmClientLibrary.installation().missing,
  version: () => (JSON.parse(readFileSync(join(winrmClientLibrary.installation().folder, "node_modules", "winrm-client", "package.json"), "utf8")) as { readonly version: string }).version,
  scenarios: [...commands, ...ends],
  cannot: [
    { what: "exit codes", why: "no function tells them, though each answer at the end of a command has one" },
    { what: "terminating a command", why: "it never sends Signal; deleting the shell ends its commands" },
    { what: "the end of input", why: "it sends lines, and never says that one was the last" },
    { what: "an operation time-out of its own", why: "it always asks for 60 seconds" },
    { what: "another code page than 437, environment, working directory", why: "what it opens a shell with is fixed" },
    { what: "copying files", why: "it has no function for that" },
  ],
};
