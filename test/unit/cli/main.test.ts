import assert from "node:assert/strict";
import { spawn } from "node:child_process";
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

  it("runs where code from strings is forbidden", async () => {
    const environment = { ...process.env, NODE_OPTIONS: "--disallow-code-generation-from-strings --disable-proto=delete" };
    const ran = await runCommand(["enumerate", "--help"], { env: environment });
    assert.deepEqual([ran.status, ran.stderr], [0, ""]);
  });
});
