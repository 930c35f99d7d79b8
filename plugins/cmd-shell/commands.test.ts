import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Shell } from "wsmanor/sdk";
import { FakeClient, outcome, refused, run, tryRun, type ClientOptions, type ShellRequest } from "./fake-client.js";
import { isAlive, octetsWritten, processState, until, withoutProc } from "./fake-proc.js";

const posix = { skip: process.platform === "win32" && "speaks to a POSIX shell" };

/** Folders that every account may look into. */
const plainPath = { environment: { PATH: "/usr/bin:/bin" } };

async function inShell(work: (shell: Shell, client: FakeClient) => Promise<void>, request: ShellRequest = {}, options: ClientOptions = {}): Promise<void> {
  const client = await FakeClient.start(options);
  const shell = await client.open(request);
  try {
    await work(shell, client);
  } finally {
    await shell.close("deleted");
    client.shutdown();
  }
}

describe("commands", posix, () => {
  let folder = "";
  before(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), "cmd-shell-")))));
  after(() => rmSync(folder, { recursive: true }));

  it("are lines for the shell, their arguments as they came", () =>
    inShell(async (shell) => {
      assert.equal((await outcome(shell, "echo", { arguments: ["hello", "world"] })).output.out, "hello world\n");
      assert.equal((await outcome(shell, "printf", { arguments: ["'[%s]'", "a  b", '"c  d"', "'e \" f'"] })).output.out, '[a][b][c  d][e " f]');
      assert.equal((await outcome(shell, "printf '[%s]' \"$((6 * 7))\" | tr 4 x")).output.out, "[x2]");
      assert.equal((await outcome(shell, "echo 'größer 日本 😀'")).output.out, "größer 日本 😀\n");
      assert.equal((await outcome(shell, '"echo whole line"')).output.out, "whole line\n");
      assert.match((await outcome(shell, "-x")).output.err, /-x: *(?:command )?not found/u);
    }, plainPath));

  it("give standard output and standard error apart, and end both", () =>
    inShell(async (shell) => {
      const { output, result } = await outcome(shell, "echo out; echo err >&2; exit 3");
      assert.deepEqual([output.out, output.err, result, [...output.ended].sort()], ["out\n", "err\n", 3, ["stderr", "stdout"]]);
    }));

  it("end with their exit code, also one that a signal ended", () =>
    inShell(async (shell) => {
      for (const [line, code] of [["true", 0], ["false", 1], ["exit 255", 255], ["exit 256", 0], ["kill -KILL $$", 137], ["kill -SEGV $$", 139], ["no-such-program-here", 127]] as const) {
        assert.equal((await outcome(shell, line)).result, code, line);
      }
      assert.match((await outcome(shell, "no-such-program-here")).output.err, /no-such-program-here: not found/u);
    }, plainPath));

  it("read what they are sent, in order, until its end", () =>
    inShell(async (shell) => {
      const { command, output } = await run(shell, "cat; echo over");
      const sent = ["one ", "two ", "", "three "].map((text) => command.send!({ stream: "stdin", data: Buffer.from(text), isLast: false }));
      const last = command.send!({ stream: "stdin", data: Buffer.from("four\n"), isLast: true });
      await Promise.all([...sent, last]);
      assert.equal(await output.result, 0);
      assert.equal(output.out, "one two three four\nover\n");
      assert.equal(refused(await command.send!({ stream: "stdin", data: Buffer.from("x"), isLast: false })).kind, "invalid-parameter");
    }));

  it("wait for more while nobody has said that it was all", () =>
    inShell(async (shell) => {
      const { command, output } = await run(shell, "read a; echo \"got $a\"; read b; echo \"then $b\"; cat");
      await command.send!({ stream: "stdin", data: Buffer.from("1\n"), isLast: false });
      await until(() => output.out === "got 1\n");
      await command.send!({ stream: "stdin", data: Buffer.from("2\n"), isLast: false });
      await until(() => output.out === "got 1\nthen 2\n");
      assert.deepEqual(output.ended, []);
      await command.send!({ stream: "stdin", data: new Uint8Array(), isLast: true });
      assert.equal(await output.result, 0);
    }));

  it("need not read what they are sent", () =>
    inShell(async (shell) => {
      const { command, output } = await run(shell, "exec <&-; echo closed; while [ ! -e closed-go ]; do sleep 0.01; done; exit 4");
      await until(() => output.out === "closed\n");
      for (let nth = 0; nth < 3; nth++) assert.equal(await command.send!({ stream: "stdin", data: Buffer.alloc(1024 * 1024), isLast: false }), undefined);
      await command.send!({ stream: "stdin", data: new Uint8Array(), isLast: true });
      writeFileSync(join(folder, "closed-go"), "");
      assert.equal(await output.result, 4);
      const { command: ended, output: its } = await run(shell, "exit 0");
      await its.result;
      assert.equal(await ended.send!({ stream: "stdin", data: Buffer.from("late"), isLast: true }), undefined);
    }, { workingDirectory: folder }));

  it("hold back who sends more than they read, and what they were sent arrives whole", () =>
    inShell(async (shell) => {
      const { command, output } = await run(shell, "while [ ! -s go ]; do sleep 0.01; done; wc -c");
      const sizes = [1024 * 1024, 1024 * 1024, 5];
      let accepted = 0;
      const sent = sizes.map(async (size, nth) => {
        await command.send!({ stream: "stdin", data: Buffer.alloc(size, 97), isLast: nth === 2 });
        accepted++;
      });
      assert.equal(accepted, 0);
      writeFileSync(join(folder, "go"), "go\n");
      await Promise.all(sent);
      assert.equal(await output.result, 0);
      assert.equal(output.out.trim(), String(2 * 1024 * 1024 + 5));
    }, { workingDirectory: folder }));

  it("have no input where the client named no stream for it, and say nothing into streams that it did not name", () =>
    inShell(async (shell) => {
      const { output, result } = await outcome(shell, "cat; echo out; echo err >&2");
      assert.deepEqual([result, output.out, output.err, output.ended], [0, "out\n", "", ["stdout"]]);
    }, { inputStreams: [], outputStreams: ["stdout"] }));

  it("are held back by a client that reads slowly: 10 MB, of which little is ever on its way", { skip: withoutProc }, () =>
    inShell(async (shell) => {
      const size = 10 * 1024 * 1024;
      const { output } = await run(shell, `echo $$ >pid; exec head -c ${size} /dev/zero`, { slow: true });
      await until(() => output.held !== undefined);
      const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
      await until(() => processState(pid) === "S");
      assert.ok(octetsWritten(pid) < 1024 * 1024, `has written ${octetsWritten(pid)} octets`);
      let isDone = false;
      void output.result.then(() => (isDone = true));
      while (!isDone) {
        if (output.held !== undefined) {
          if (isAlive(pid)) assert.ok(octetsWritten(pid) - output.given < 1024 * 1024);
          output.read();
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.deepEqual([output.given, await output.result], [size, 0]);
    }, { workingDirectory: folder }));

  it("run side by side", () =>
    inShell(async (shell) => {
      const [one, other] = await Promise.all([run(shell, "read x; echo one $x"), run(shell, "read x; echo other $x")]);
      await other.command.send!({ stream: "stdin", data: Buffer.from("2\n"), isLast: true });
      assert.equal(await other.output.result, 0);
      await one.command.send!({ stream: "stdin", data: Buffer.from("1\n"), isLast: true });
      assert.equal(await one.output.result, 0);
      assert.deepEqual([one.output.out, other.output.out], ["one 1\n", "other 2\n"]);
    }));

  it("are refused when they are empty, have a NUL, or are longer than the system takes", () =>
    inShell(async (shell) => {
      assert.equal(refused((await tryRun(shell, "  ")).command).kind, "invalid-parameter");
      assert.equal(refused((await tryRun(shell, "echo a\0b")).command).kind, "invalid-parameter");
      const long = refused((await tryRun(shell, "echo", { arguments: ["x".repeat(8 * 1024 * 1024)] })).command);
      assert.deepEqual([long.kind, long.code], ["internal", 2147942606]);
      assert.match(long.message, /longer than this system takes/u);
    }));

  it("start a program without the shell where WINRS_SKIP_CMD_SHELL says so", () =>
    inShell(async (shell) => {
      const options = { Winrs_Skip_Cmd_Shell: "TRUE", WINRS_CONSOLEMODE_STDIN: "TRUE" };
      const { output } = await outcome(shell, "printf", { arguments: ["[%s]", '$HOME "a b" * ;', "c\\d"], options });
      assert.equal(output.out, "[$HOME][a b][*][;][c\\d]");
      mkdirSync(join(folder, "a b"), { recursive: true });
      writeFileSync(join(folder, "a b", "tool"), "#!/bin/sh\necho \"tool $1\"\n", { mode: 0o755 });
      for (const name of [join(folder, "a b", "tool"), '"a b/tool"', "tool"]) assert.equal((await outcome(shell, name, { arguments: ["x"], options })).output.out, "tool x\n", name);
      for (const name of ["no-such-program", "./none", "echo hello", "\0"]) {
        const { kind, code } = refused((await tryRun(shell, name, { options })).command);
        assert.deepEqual([kind, code], ["internal", 2147942402], name);
      }
      writeFileSync(join(folder, "plain"), "", { mode: 0o644 });
      assert.equal(refused((await tryRun(shell, "./plain", { options })).command).kind, "access-denied");
    }, { workingDirectory: folder, environment: { PATH: `/usr/bin:/bin:a b` } }));

  it("refuse options that they do not know where the client insists, and values that are none", () =>
    inShell(async (shell) => {
      const unknown = refused((await tryRun(shell, "true", { options: { WINRS_OTHER: "1" }, mustComply: true })).command);
      assert.deepEqual([unknown.kind, unknown.detail], ["invalid-options", "not-supported"]);
      const wrong = refused((await tryRun(shell, "true", { options: { WINRS_SKIP_CMD_SHELL: "perhaps" } })).command);
      assert.deepEqual([wrong.kind, wrong.detail], ["invalid-options", "invalid-value"]);
      assert.equal((await outcome(shell, "true", { options: { WINRS_OTHER: "1", WINRS_SKIP_CMD_SHELL: "0" } })).result, 0);
    }));
});

describe("a shell", posix, () => {
  let folder = "";
  before(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), "cmd-shell-")))));
  after(() => rmSync(folder, { recursive: true }));

  it("runs its commands in its folder, the parameter's, or the host's", async () => {
    mkdirSync(join(folder, "below"));
    const pwd = async (request: ShellRequest, options: ClientOptions = {}): Promise<string> => {
      let said = "";
      await inShell(async (shell) => void (said = (await outcome(shell, "pwd")).output.out), request, options);
      return said.trim();
    };
    assert.equal(await pwd({ workingDirectory: folder }), folder);
    assert.equal(await pwd({}), process.cwd());
    const parameters = { DefaultWorkingDirectory: folder };
    assert.deepEqual([await pwd({}, { parameters }), await pwd({ workingDirectory: "below" }, { parameters }), await pwd({ workingDirectory: "/" }, { parameters })], [folder, join(folder, "below"), "/"]);
  });

  it("is refused in a folder that is none, and so are commands when it has gone", async () => {
    const client = await FakeClient.start();
    writeFileSync(join(folder, "file"), "");
    for (const [workingDirectory, why] of [["/no/such/folder", /is not there/u], [join(folder, "file"), /is no folder/u], ["a\0b", /NUL/u], [join(folder, "file", "x"), /ENOTDIR/u]] as const) {
      const { kind, code, message } = refused(await client.tryOpen({ workingDirectory }));
      assert.deepEqual([kind, code], ["internal", 2147942403]);
      assert.match(message, why);
    }
    mkdirSync(join(folder, "passing"));
    const shell = await client.open({ workingDirectory: join(folder, "passing") });
    rmSync(join(folder, "passing"), { recursive: true });
    assert.equal(refused((await tryRun(shell, "true")).command).code, 2147942403);
    await shell.close("deleted");
    client.shutdown();
  });

  it("gives its commands the host's environment and its own over it, or a small one", async () => {
    process.env["CMD_SHELL_TEST"] = "of the host";
    try {
      const line = 'echo "$CMD_SHELL_TEST|$GREETING|$PATH"; env | grep -c "^WSMANOR_COMMAND="';
      const environment = { GREETING: "größer = 'so'\n", PATH: `/usr/bin:/bin:${folder}` };
      await inShell(async (shell) => assert.equal((await outcome(shell, line)).output.out, `of the host|größer = 'so'\n|${environment.PATH}\n1\n`), { environment });
      await inShell(async (shell) => {
        assert.equal((await outcome(shell, line)).output.out, `|größer = 'so'\n|${environment.PATH}\n1\n`);
        const names = (await outcome(shell, "env -0 | tr '\\n\\0' ' \\n' | sed 's/=.*//'")).output.out.trim().split("\n");
        assert.deepEqual(names.filter((name) => !/^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_ALL|LC_CTYPE|TZ|TMPDIR|GREETING|WSMANOR_COMMAND|PWD|OLDPWD|SHLVL|_)$/u.test(name)), []);
      }, { environment }, { parameters: { InheritEnvironment: "false" } });
    } finally {
      delete process.env["CMD_SHELL_TEST"];
    }
  });

  it("refuses variables that no environment can hold, streams that commands do not have, and options it does not know", async () => {
    const client = await FakeClient.start();
    for (const environment of [{ "": "x" }, { "A=B": "x" }, { A: "x\0y" }]) assert.equal(refused(await client.tryOpen({ environment })).kind, "invalid-parameter");
    assert.match(refused(await client.tryOpen({ inputStreams: ["stdin", "pr"] })).message, /"pr"/u);
    assert.match(refused(await client.tryOpen({ outputStreams: ["stdin"] })).message, /"stdin"/u);
    const unknown = refused(await client.tryOpen({ options: { protocolversion: "2.3" }, mustComply: true }));
    assert.deepEqual([unknown.kind, unknown.detail], ["invalid-options", "not-supported"]);
    const page = refused(await client.tryOpen({ options: { WINRS_CODEPAGE: "4711" } }));
    assert.deepEqual([page.kind, page.code], ["invalid-options", 2150859072]);
    assert.equal(refused(await client.tryOpen({ options: { WINRS_NOPROFILE: "maybe" } })).kind, "invalid-options");
    client.shutdown();
  });

  it("takes the options of every client, and those it does not know where nobody insists", () =>
    inShell(async (shell) => assert.equal((await outcome(shell, "true")).result, 0), { options: { winrs_noprofile: "True", WINRS_CODEPAGE: "65001", SOMETHING: "else" } }));

  it("may be another POSIX shell", async () => {
    writeFileSync(join(folder, "other-shell"), '#!/bin/sh\necho "$1:$2"\n', { mode: 0o755 });
    await inShell(async (shell) => assert.equal((await outcome(shell, "a | b")).output.out, "-c:a | b\n"), {}, { parameters: { Shell: join(folder, "other-shell") } });
  });
});

describe("parameters", posix, () => {
  it("that cannot be are told, all of them", async () => {
    await assert.rejects(FakeClient.start({ parameters: { MaxProcessesPerShell: "many", MaxMemoryPerShellMB: "-1", MaxCpuSecondsPerCommand: "1.5", RunAsSender: "yes", Shell: "sh" } }), (error: Error) => {
      for (const name of ["MaxProcessesPerShell", "MaxMemoryPerShellMB", "MaxCpuSecondsPerCommand", "RunAsSender", "Shell"]) assert.match(error.message, new RegExp(`the parameter ${name} is "`, "u"));
      return true;
    });
    await assert.rejects(FakeClient.start({ parameters: { RunAsSendr: "true" } }), /there is no parameter "RunAsSendr"; there are .*RunAsSender/u);
    await assert.rejects(FakeClient.start({ parameters: { Shell: "/no/such/shell" } }), /Shell names \/no\/such\/shell/u);
    await assert.rejects(FakeClient.start({ parameters: { DefaultWorkingDirectory: "/no/such/folder" } }), /DefaultWorkingDirectory names \/no\/such\/folder/u);
    (await FakeClient.start({ parameters: { MaxProcessesPerShell: "0", MaxMemoryPerShellMB: "", RunAsSender: "FALSE", inheritenvironment: "true" } })).shutdown();
  });
});
