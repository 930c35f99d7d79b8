import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { projectRoot } from "../../support/project-root.js";
import { startRecorder } from "../../support/recorder.js";
import { runProgram } from "../../support/run-program.js";
import { startRunningHost, type RunningHost } from "../../support/running-host.js";
import { masterzenClient, masterzenProgram } from "./masterzen-client.js";
import { pywinrmClient } from "./pywinrm-client.js";

/** Drives a client once. @returns all that it saw */
type Drive = (url: string, password: string, folder: string) => Promise<string>;

/** Nothing in it is twice the same: what the replay gives was recorded, and runs again nowhere. */
const pywinrm: Drive = async (url, password, folder) => {
  const program = join(projectRoot, "test", "wire", "clients", "pywinrm_scenario.py");
  const ran = await runProgram("/usr/bin/python3", [program, url, url, "tester", password, folder], String.raw`
say(run('echo', ['hello', '"two  words"']))
say(run('date +%s%N; echo err >&2; exit 3'))
say(run('date +%s%N'), run('date +%s%N'))
say(run("printf 'a\\r\\n\\tb: #c\\n  d'; echo; echo 'Grüße, Жук, 😀'; printf '\\033[1m'"))
shell = p.open_shell()
command = p.run_command(shell, 'cat; echo over; date +%N')
send(shell, command, b'one\n')
send(shell, command, b'two\n', end=True)
say(ended(shell, command)[0].decode())
command = p.run_command(shell, 'for n in 0 1 2 3; do printf "\\20$n\\377"; done')
say(list(ended(shell, command)[0]))
say(len(ended(shell, p.run_command(shell, 'head -c 300000 /dev/urandom | base64 -w0'))[0]))
p.close_shell(shell)
say(run('no-such-command-at-all')[2])
`);
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout.toString();
};

const masterzen: Drive = async (url, password) => {
  const said: string[] = [];
  for (const [how, line, input] of [["shell", "date +%N; echo err >&2; exit 7", ""], ["input", "cat; date +%N", "one\ntwo\n"], ["long", "sleep 1.2; date +%N", ""], ["shell", "date\u001f+%N", ""]] as const) {
    const ran = await runProgram(masterzenProgram(), [new URL(url).port, "tester", password, how, line, input]);
    assert.equal(ran.status, 0, ran.stderr);
    said.push(ran.stdout.toString());
  }
  return said.join("");
};

describe("what a real client saw of a host that was recorded", () => {
  let host: RunningHost;
  let folder: string;
  before(async () => {
    host = await startRunningHost({ config: join(projectRoot, "config", "examples", "shell") });
    folder = mkdtempSync(join(tmpdir(), "wsmanor-client-"));
  });
  after(async () => {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [client, drive] of [[pywinrmClient, pywinrm], [masterzenClient, masterzen]] as const) {
    it(`it sees of the replay: ${client.title}`, { skip: client.install() }, async () => {
      const recorder = await startRecorder(host.urls[0]!);
      try {
        const live = await drive(recorder.url, host.password, folder);
        assert.match(live, /err/u);
        await recorder.stop();
        assert.deepEqual(recorder.told, []);
        for (const id of [host.password, "ShellId", "uuid:"]) assert.ok(!recorder.text().includes(id), id);
        const mock = await recorder.replay();
        try {
          assert.equal(await drive(mock.url, mock.password, folder), live);
          mock.verify("nothing unmatched", "no shell leaked");
        } finally {
          await mock.stop();
        }
      } finally {
        await recorder.remove();
      }
    });
  }
});
