import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { checkPassword } from "../../src/store/hash-password.js";
import { UsersFile } from "../../src/store/users-file.js";
import { command } from "../support/command.js";
import { debianPackage } from "../support/debian.js";
import { runProgram } from "../support/run-program.js";

/** Gives the command a terminal, types one answer at each question, and ends as the command does. */
const typist = `
import json, os, pty, signal, sys
signal.alarm(30)
words, typed = json.loads(sys.argv[1]), json.loads(sys.argv[2])
pid, end = pty.fork()
if pid == 0:
    os.execv(words[0], words)
seen, asked = b"", 0
while True:
    try:
        piece = os.read(end, 4096)
    except OSError:
        break
    if not piece:
        break
    seen += piece
    while seen.count(b": ") > asked and typed:
        asked += 1
        os.write(end, typed.pop(0).encode())
sys.stdout.write(seen.decode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

describe("a password typed at a terminal", { skip: debianPackage("python3", "python3 -c 'import pty'") }, () => {
  let state = "";
  before(() => {
    state = mkdtempSync(join(tmpdir(), "wsmanor-prompt-"));
  });
  after(() => rmSync(state, { recursive: true }));
  const type = (words: readonly string[], ...typed: string[]) =>
    runProgram("python3", ["-c", typist, JSON.stringify([process.execPath, command, ...words, "--state", state]), JSON.stringify(typed)]);
  const passwordOf = async (name: string, password: string): Promise<boolean> => checkPassword(password, (await new UsersFile(join(state, "users")).find(name))!.hash);

  it("is never shown, and is edited with the terminal's keys", async () => {
    // Ctrl-U, backspace, Ctrl-W and an arrow key.
    const ran = await type(["user", "add", "typist"], "wrong\u0015two wordz\u007fs\r", "two words junk\u0017\u007f\u001b[D\r");
    assert.equal(ran.status, 0, ran.stdout.toString());
    assert.doesNotMatch(ran.stdout.toString(), /wrong|two|junk/u);
    assert.ok(await passwordOf("typist", "two words"));
  });

  it("takes what was typed ahead for the next question", async () => {
    assert.equal((await type(["user", "passwd", "typist"], "pasted\rpasted\r")).status, 0);
    assert.ok(await passwordOf("typist", "pasted"));
  });

  for (const [key, name] of [["\u0004", "Ctrl-D on an empty line"], ["half\u0003", "Ctrl-C"], ["x\u0015\u0004", "Ctrl-D on an erased line"]] as const) {
    it(`${name} leaves with 130 and changes nothing`, async () => {
      assert.equal((await type(["user", "passwd", "typist"], key)).status, 130);
      assert.ok(await passwordOf("typist", "pasted"));
    });
  }
});
