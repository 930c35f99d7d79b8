import assert from "node:assert/strict";
import { join } from "node:path";
import type { ClientScenario, RealClient } from "../../support/client-scenario.js";
import { debianPackage } from "../../support/debian.js";
import { projectRoot } from "../../support/project-root.js";
import { runProgram } from "../../support/run-program.js";

/** Debian's Python, not the machine's own: the package is installed for that one. */
const python = "/usr/bin/python3";
const program = join(projectRoot, "test", "wire", "clients", "pywinrm_scenario.py");

/** What `say` of the script was given is to be equal to `said`. */
function scenario(name: string, does: string, expects: string, script: string, said: readonly unknown[]): ClientScenario {
  return {
    name, does, expects,
    run: async ({ host, proxies, folder }) => {
      const at = (port: number): string => `http://127.0.0.1:${port}/wsman`;
      const ran = await runProgram(python, [program, at(proxies[0]!.port), at(host.port), host.user, host.password, folder], script);
      assert.equal(ran.status, 0, ran.stderr);
      assert.deepEqual(JSON.parse(ran.stdout.toString().replaceAll(folder, "FOLDER")), said);
    },
  };
}

const exitCodes = [0, 1, 7, 255].map((code) =>
  scenario(`exit-code-${code}`, `runs a command that exits with ${code}`, `gets ${code}`, `say(run('exit ${code}'))`, [["", "", code]]));

const gone = ["WinRMError", "w:InvalidSelectors", "2150858843"];

const commands = [
  scenario("echo", "runs echo", "gets its output", "say(run('echo', ['hello']))", [["hello\n", "", 0]]),
  scenario("arguments", "gives arguments with spaces and quotes", "the command gets them as the shell reads them",
    String.raw`say(run('printf', ["'%s|'", '"two  words"', "'one \" quote'", '"it' + "'" + 's"', r"back\\slash", '""']))`, [[String.raw`two  words|one " quote|it's|back\slash||`, "", 0]]),
  scenario("xml-characters", "has characters in its command that XML has a meaning for", "they arrive as they are", `say(run("echo '<a b=\\"c\\">&amp;]]>'"))`, [['<a b="c">&amp;]]>\n', "", 0]]),
  scenario("non-ascii-65001", "sends and receives characters beyond ASCII, code page 65001", "they are the same",
    String.raw`
shell = p.open_shell(codepage=65001)
command = p.run_command(shell, "echo 'Grüße, Жук, 你好, 😀'; cat")
send(shell, command, 'ä 你 😀'.encode(), end=True)
say(ended(shell, command)[0].decode())
p.close_shell(shell)`, ["Grüße, Жук, 你好, 😀\nä 你 😀"]),
  scenario("non-ascii-437", "sends and receives characters beyond ASCII, code page 437", "they are converted both ways; what the page does not have becomes a question mark",
    String.raw`
shell = p.open_shell(codepage=437)
command = p.run_command(shell, "echo 'é ü ß Ж'; od -An -tx1")
send(shell, command, 'é'.encode('cp437'), end=True)
say(ended(shell, command)[0].decode('cp437'))
p.close_shell(shell)`, ["é ü ß ?\n c3 a9\n"]),
  scenario("stdin", "sends input in two pieces, the second one the last", "the command reads both and sees the end",
    String.raw`
shell = p.open_shell()
command = p.run_command(shell, 'cat; echo over')
send(shell, command, b'one\n')
send(shell, command, b'two\n', end=True)
say(ended(shell, command)[0].decode())
p.close_shell(shell)`, ["one\ntwo\nover\n"]),
  scenario("ten-megabytes", "runs a command that writes 10 MB", "gets every octet, in order",
    String.raw`
out = run('seq 1000000 | head -c 10485760; seq 1000000 | head -c 3596864')[0]
expected = ''.join('%d\n' % n for n in range(1, 1000001))
say(len(out), out == expected + expected[:3596864])`, [6888896 + 3596864, true]),
  scenario("all-octets", "runs a command that writes each of the 256 octets", "gets them unchanged with code page 65001",
    String.raw`
shell = p.open_shell(codepage=65001)
say(list(ended(shell, p.run_command(shell, 'for i in 0 1 2 3; do for j in 0 1 2 3 4 5 6 7; do for k in 0 1 2 3 4 5 6 7; do printf "\\\\$i$j$k"; done; done; done'))[0]) == list(range(256)))
p.close_shell(shell)`, [true]),
  ...exitCodes,
  scenario("stderr", "runs a command that writes to both of its outputs", "gets them apart", "say(run('echo out; echo err >&2; echo more; exit 3'))", [["out\nmore\n", "err\n", 3]]),
  scenario("no-output", "runs a command that writes nothing", "gets nothing, and an exit code", "say(run('true'))", [["", "", 0]]),
  scenario("environment", "sets a variable and a working directory", "the command has them", "say(run('echo \"$COLOUR\"; pwd', env_vars={'COLOUR': 'dark  green'}, working_directory=folder))", [["dark  green\nFOLDER\n", "", 0]]),
  scenario("two-shells", "opens two shells with another value of a variable each", "each command sees its shell's own",
    String.raw`
one, two = p.open_shell(env_vars={'N': '1'}), p.open_shell(env_vars={'N': '2'})
say([ended(shell, p.run_command(shell, 'echo $N'))[0].decode() for shell in (two, one)])
p.close_shell(one)
p.close_shell(two)`, [["2\n", "1\n"]]),
  scenario("one-shell-many-commands", "runs five commands one after the other in one shell", "each is answered",
    String.raw`
shell = p.open_shell()
say(*(ended(shell, p.run_command(shell, 'echo %d' % n))[0].decode() for n in range(5)))
p.close_shell(shell)`, ["0\n", "1\n", "2\n", "3\n", "4\n"]),
  scenario("two-commands-at-once", "runs two commands at once in one shell, the first of which waits for the second", "both come to their end",
    String.raw`
shell = p.open_shell(working_directory=folder)
one = p.run_command(shell, 'until [ -e second ]; do sleep 0.02; done; echo first')
two = p.run_command(shell, 'touch second; echo second')
say(ended(shell, one)[0].decode(), ended(shell, two)[0].decode())
p.close_shell(shell)`, ["first\n", "second\n"]),
  scenario("skip-cmd-shell", "starts a program directly (WINRS_SKIP_CMD_SHELL)", "no shell has read its arguments", "say(run('printf', ['%s', '$HOME'], skip_cmd_shell=True))", [["$HOME", "", 0]]),
];

const ends = [
  scenario("longer-than-the-operation-time-out", "runs a command that goes on until an operation with a time-out of 1 s has timed out", "is told TimedOut, asks again, and gets the output",
    String.raw`
p = protocol(operation_timeout_sec=1, read_timeout_sec=15)
shell = p.open_shell(working_directory=folder)
command = p.run_command(shell, 'until [ -e go ]; do sleep 0.02; done; echo late')
first = refused(p._raw_get_command_output, shell, command)
open(folder + '/go', 'w').close()
say(first, ended(shell, command)[0].decode())
p.close_shell(shell)`, ["WinRMOperationTimeoutError", "late\n"]),
  scenario("terminate", "terminates a command in the middle", "nothing of it is left running, it is not known any more, and the shell goes on",
    String.raw`
shell = p.open_shell()
command = start_long(shell)
p.cleanup_command(shell, command)
say(all_gone(), refused(p.get_command_output, shell, command), ended(shell, p.run_command(shell, 'echo on'))[0].decode())
p.close_shell(shell)`, [true, gone, "on\n"]),
  scenario("delete-in-the-middle", "deletes a shell whose command runs", "nothing of it is left running, and the shell is not known any more",
    String.raw`
shell = p.open_shell()
start_long(shell)
p.close_shell(shell)
say(all_gone(), refused(p.run_command, shell, 'echo'))`, [true, gone]),
  scenario("idle", "leaves a shell with an IdleTimeOut of 1 s alone while its command runs", "the shell ends, and nothing is left running",
    String.raw`
shell = p.open_shell(idle_timeout='PT1S')
start_long(shell)
say(all_gone(), refused(p.run_command, shell, 'echo'))`, [true, gone]),
  scenario("idle-time-out-in-use", "receives from a command for longer than the shell's IdleTimeOut", "the shell does not end meanwhile",
    String.raw`
shell = p.open_shell(idle_timeout='PT1S')
say(ended(shell, p.run_command(shell, 'sleep 1.5; echo here'))[0].decode())
p.close_shell(shell)`, ["here\n"]),
];

const unknown = "11111111-2222-3333-4444-555555555555";
const refusals = [
  scenario("bad-shell-id", "names a shell that there is not", "is told so", `say(refused(p.run_command, '${unknown}', 'echo'))`, [gone]),
  scenario("delete-twice", "deletes a shell twice", "is told the second time that there is none",
    String.raw`
shell = p.open_shell()
p.close_shell(shell)
say(refused(p.close_shell, shell))`, [gone]),
  scenario("bad-command-id", "receives from a command that there is not", "is told so", `
shell = p.open_shell()
say(refused(p.get_command_output, shell, '${unknown}'))
p.close_shell(shell)`, [gone]),
  scenario("bad-credentials", "gives a wrong password", "is rejected",
    String.raw`
p = protocol(password='wrong')
say(refused(p.open_shell))`, ["InvalidCredentialsError"]),
  scenario("unknown-code-page", "asks for code page 99999", "no shell is opened", "say(refused(p.open_shell, codepage=99999))", [["WinRMError", "w:InvalidOptions", "2150859072"]]),
  scenario("unknown-command", "runs a command that does not exist", "exit code 127 and the shell's words", "out, err, code = run('no-such-command')\nsay(out, 'no-such-command: not found' in err, code)", ["", true, 127]),
  scenario("unknown-program", "starts a program that does not exist directly", "is told that the file is not found",
    String.raw`
shell = p.open_shell()
say(refused(p.run_command, shell, 'no-such-program', skip_cmd_shell=True))
p.close_shell(shell)`, [["WinRMError", "w:InternalError", "2147942402"]]),
  scenario("unknown-directory", "opens a shell in a folder that does not exist", "no shell is opened", "say(refused(p.open_shell, working_directory=folder + '/none'))", [["WinRMError", "w:InternalError", "2147942403"]]),
];

/** Debian's pywinrm, through `winrm.protocol.Protocol`: what Session and Ansible are made of. */
export const pywinrmClient: RealClient = {
  name: "pywinrm", title: "pywinrm", packageName: "python3-winrm", hosts: 1,
  install: () => debianPackage("python3-winrm", `${python} -c 'import winrm'`),
  scenarios: [...commands, ...ends, ...refusals],
};
