import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClientScenario, ClientStage, RealClient } from "../../support/client-scenario.js";
import { debianPackage, debianVersion } from "../../support/debian.js";
import { runProgram } from "../../support/run-program.js";

/** Where there is no cmd.exe to replace `%TEMP%`, this is the beginning of a file's name in the shell's working directory. */
const uploaded = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.startsWith("%TEMP%\\winrmcp-"));

const copy = ({ host, proxies }: ClientStage, from: string, to: string, password = host.password) =>
  runProgram("winrmcp", ["-addr", `127.0.0.1:${proxies[0]!.port}`, "-user", host.user, "-pass", password, from, to]);

/**
 * winrmcp copies in two steps: `echo CHUNK >> "%TEMP%\\winrmcp-ID.tmp"`, a command for every few thousand octets of base64, and then a
 * script for `powershell.exe` that decodes that file into the destination. The first step does on this system what it does on Windows, for
 * sh reads that line as cmd.exe does; the second needs a PowerShell.
 */
function copies(name: string, what: string, fileName: string, content: Buffer): ClientScenario {
  return {
    name, does: `copies ${what}`,
    expects: `${content.length === 0 ? "nothing is sent" : "all octets arrive in its temporary file"}; that the last step, decoding it there, needs powershell.exe is what it then says, with the exit code`,
    run: async (stage) => {
      const from = join(stage.folder, fileName);
      writeFileSync(from, content);
      const ran = await copy(stage, from, `C:/there/${fileName}`);
      const files = uploaded(stage.workingDirectory);
      const lines = files.map((file) => readFileSync(join(stage.workingDirectory, file), "utf8"));
      for (const file of files) rmSync(join(stage.workingDirectory, file));
      // Chunks are encoded one by one, so they are decoded one by one.
      const octets = Buffer.concat(lines.flatMap((text) => text.split("\n").map((line) => Buffer.from(line, "base64"))));
      assert.equal(files.length, content.length === 0 ? 0 : 1);
      assert.ok(octets.equals(content), `${octets.length} octets arrived of ${content.length}`);
      assert.equal(ran.status, 1);
      assert.match(`${ran.stdout.toString()}${ran.stderr}`, new RegExp(`to '?C:\\\\there\\\\${fileName}'?: restore operation returned code=127\n.*powershell\\.exe: not found`, "u"));
    },
  };
}

/** Octets that do not repeat, the same in every run. */
const megabyte = Buffer.from(Uint32Array.from({ length: 262_144 }, (_, n) => Math.imul(n + 1, 2_654_435_761)).buffer);

/** Debian's winrmcp, made with the Go library masterzen/winrm. */
export const winrmcpClient: RealClient = {
  name: "winrmcp", title: "winrmcp", packageName: "winrmcp", hosts: 1, receivesInBackground: true,
  install: () => debianPackage("winrmcp"),
  version: () => debianVersion("winrmcp"),
  scenarios: [
    copies("small-file", "a small file", "small.txt", Buffer.from("content\n")),
    copies("empty-file", "an empty file", "empty.txt", Buffer.alloc(0)),
    copies("megabyte", "a binary file of 1 MB", "megabyte.bin", megabyte),
    copies("non-ascii-name", "a file whose name has characters beyond ASCII", "Grüße 你好.txt", Buffer.from("ä 你 😀")),
    copies("name-with-spaces", "a file whose name has spaces", "a name with spaces.txt", Buffer.from([0, 255, 10, 13, 32])),
    { name: "bad-credentials", does: "gives a wrong password", expects: "is rejected with 401",
      run: async (stage) => {
        const from = join(stage.folder, "file.txt");
        writeFileSync(from, "content");
        const ran = await copy(stage, from, "C:/there.txt", "wrong");
        assert.equal(ran.status, 1);
        assert.match(`${ran.stdout.toString()}${ran.stderr}`, /http response error: 401/u);
        assert.deepEqual(uploaded(stage.workingDirectory), []);
      } },
  ],
  cannot: [
    { what: "commands, arguments and input of one's own, and their exit codes", why: "it copies files and does nothing else; what it does that with are commands" },
    { what: "commands longer than an operation time-out, and terminating one", why: "each of its commands is over at once" },
    { what: "naming a shell", why: "it opens its own" },
    { what: "the last step of a copy on this system", why: "it is a script for powershell.exe" },
  ],
};
