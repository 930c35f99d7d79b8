import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { describe, it } from "node:test";
import { command, runCommand } from "../../support/command.js";

describe("the process", () => {
  it("ends with the command's code and shows no stack", async () => {
    const done = await runCommand(["helpmsg", "5"]);
    assert.deepEqual([done.status, done.stderr], [0, ""]);
    const wrong = await runCommand(["frobnicate"]);
    assert.equal(wrong.status, 2);
    assert.doesNotMatch(wrong.stderr, /\n\s+at /u);
  });

  it("does not mind a reader that leaves", async () => {
    const status = await new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, [command, "--help"], { stdio: ["ignore", "pipe", "inherit"] });
      child.stdout.destroy();
      child.on("close", resolve);
    });
    assert.equal(status, 0);
  });

  it("tells when its answer cannot be written", { skip: existsSync("/dev/full") ? false : "there is no /dev/full" }, async () => {
    for (const [words, shape] of [[["--help"], /^Error: standard output cannot be written: .*ENOSPC.*\n$/u], [["helpmsg", "5", "--json"], /^\{"error":\{"message":"standard output cannot be written: .*ENOSPC.*"\}\}\n$/u]] as const) {
      const full = openSync("/dev/full", "w");
      try {
        const child = spawn(process.execPath, [command, ...words], { stdio: ["ignore", full, "pipe"] });
        let said = "";
        child.stderr!.on("data", (chunk: Buffer) => (said += chunk.toString()));
        const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
        assert.equal(status, 1);
        assert.match(said, shape);
      } finally {
        closeSync(full);
      }
    }
  });

  it("runs where code from strings is forbidden", async () => {
    const environment = { ...process.env, NODE_OPTIONS: "--disallow-code-generation-from-strings --disable-proto=delete" };
    const ran = await runCommand(["enumerate", "--help"], { env: environment });
    assert.deepEqual([ran.status, ran.stderr], [0, ""]);
  });
});
