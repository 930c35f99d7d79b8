import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { goldenTranscript } from "../../support/golden-transcript.js";
import { runMockClient, type MockStage } from "../../support/mock-client-run.js";
import { runProgram } from "../../support/run-program.js";
import type { MockScript } from "../../../src/testing/index.js";
import { ansibleClient } from "./ansible-client.js";
import { masterzenClient, masterzenProgram } from "./masterzen-client.js";
import { pywinrmClient } from "./pywinrm-client.js";
import { winrmClient } from "./winrm-client-client.js";
import { winrmClientLibrary } from "./winrm-client-library.js";
import { winrmcpClient } from "./winrmcp-client.js";

/** What a Windows would say; the clients have never seen one here. */
const script: MockScript = {
  commands: [
    { match: "hostname", reply: { stdout: "web01\r\n" } },
    { match: "echo %OS%", reply: { stdout: "Windows_NT\r\n" } },
    { match: { contains: "Get-Service" }, reply: { stdout: "Running\r\n", stderr: "", exitCode: 3 } },
    { match: "poll", reply: { fault: { preset: "timed-out", times: 2 }, stdout: "at last\r\n" } },
    { match: "forbidden", reply: { fault: "access-denied" } },
    // winrmcp: pieces of base64 into a temporary file, then a PowerShell script that makes the file of them.
    { match: { regex: "^echo [A-Za-z0-9+/=]+ >> " }, reply: {} },
    { match: { contains: "FromBase64String" }, reply: { exitCode: 0 } },
    { match: { contains: "Remove-Item" }, reply: {} },
  ],
};

const test = (client: { readonly name: string; readonly title: string; install(): string | false; readonly receivesInBackground?: boolean }, drive: (stage: MockStage) => Promise<void>): void => {
  it(client.title, { skip: client.install() }, async () => goldenTranscript("mock", client.name, await runMockClient(script, drive, client.receivesInBackground)));
};

describe("a mock, asked by clients that others wrote", () => {
  test(pywinrmClient, async ({ mock, port, folder }) => {
    const program = join(folder, "client.py");
    writeFileSync(program, `
import json, sys, winrm
session = winrm.Session('http://127.0.0.1:${port}/wsman', auth=('vagrant', 'vagrant'))
said = []
for ask in (lambda: session.run_cmd('hostname'), lambda: session.run_cmd('echo', ['%OS%']), lambda: session.run_ps('Get-Service'), lambda: session.run_cmd('frobnicate'), lambda: session.run_cmd('poll')):
    answer = ask()
    said.append([answer.std_out.decode(), answer.status_code])
shell = session.protocol.open_shell()
try:
    session.protocol.run_command(shell, 'forbidden')
except Exception as error:
    said.append([type(error).__name__, 'w:AccessDenied' in str(error)])
session.protocol.close_shell(shell)
print(json.dumps(said))
`);
    const ran = await runProgram("/usr/bin/python3", [program]);
    assert.equal(ran.status, 0, ran.stderr);
    assert.deepEqual(JSON.parse(ran.stdout.toString()), [["web01\r\n", 0], ["Windows_NT\r\n", 0], ["Running\r\n", 3], ["", 1], ["at last\r\n", 0], ["WinRMError", true]]);
    mock.verify("ran 1x hostname", "ran 1x Get-Service", "no shell leaked");
  });

  test(masterzenClient, async ({ mock, port }) => {
    const run = async (line: string): Promise<unknown> => {
      const ran = await runProgram(masterzenProgram(), [String(port), "vagrant", "vagrant", "shell", line]);
      return JSON.parse(ran.stdout.toString());
    };
    assert.deepEqual(await run("hostname"), { Out: "web01\r\n", Err: "", Code: 0, Problem: "" });
    assert.deepEqual(await run("poll"), { Out: "at last\r\n", Err: "", Code: 0, Problem: "" });
    // All that this library tells of a Command that was refused; the reason stands in the transcript.
    assert.equal((await run("forbidden") as { readonly Problem: string }).Problem, "Command has already been closed");
    mock.verify("ran 1x poll", "ran 1x hostname");
  });

  test(winrmcpClient, async ({ mock, port, folder }) => {
    writeFileSync(join(folder, "file.txt"), "content\n");
    const ran = await runProgram("winrmcp", ["-addr", `127.0.0.1:${port}`, "-user", "vagrant", "-pass", "vagrant", join(folder, "file.txt"), "C:/there.txt"]);
    assert.equal(ran.status, 0, `${ran.stdout.toString()}${ran.stderr}`);
    const [piece] = mock.commands();
    assert.match(piece!.line, /^echo Y29udGVudAo= >> "%TEMP%\\winrmcp-/u);
    mock.verify({ ran: { startsWith: "echo " }, times: 1 }, { ran: { contains: "FromBase64String" }, times: 1 }, "nothing unmatched", "no shell leaked");
  });

  test({ ...ansibleClient, title: "Ansible, connection winrm (raw)" }, async ({ mock, port, folder }) => {
    writeFileSync(join(folder, "hosts.ini"), `one ansible_host=127.0.0.1 ansible_port=${port} ansible_connection=winrm ansible_winrm_transport=basic ansible_winrm_scheme=http ansible_user=vagrant ansible_password=vagrant\n`);
    const env = ["ANSIBLE_NOCOLOR=true", "ANSIBLE_HOST_KEY_CHECKING=false", `ANSIBLE_HOME=${join(folder, "ansible")}`, `ANSIBLE_LOCAL_TEMP=${join(folder, "ansible", "tmp")}`];
    const ran = await runProgram("env", [...env, "ansible", "one", "-i", join(folder, "hosts.ini"), "-m", "raw", "-a", "Get-Service spooler"]);
    assert.match(ran.stdout.toString(), /one \| FAILED \| rc=3 >>\s+Running/u, ran.stderr);
    mock.verify({ ran: { contains: "Get-Service spooler" }, times: 1 }, "nothing unmatched", "no shell leaked");
  });

  test(winrmClient, async ({ mock, port }) => {
    const { runCommand, runPowershell } = winrmClientLibrary.load();
    const ask = (run: typeof runCommand, line: string): Promise<string> => run(line, "127.0.0.1", "vagrant", "vagrant", port);
    assert.equal(await ask(runCommand, "hostname"), "web01");
    assert.equal(await ask(runPowershell, "Get-Service"), "Running");
    // TimedOut means nothing to it.
    await assert.rejects(ask(runCommand, "poll"), /^Error: Failed to process the request: 500/u);
    await assert.rejects(ask(runCommand, "forbidden"), /^Error: Failed to process the request: 500/u);
    mock.verify("ran 1x hostname", "ran 1x poll", { ran: { contains: "Get-Service" }, times: 1 }, "nothing unmatched", "no shell leaked");
  });
});
