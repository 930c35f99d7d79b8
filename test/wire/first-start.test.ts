import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { projectRoot } from "../support/project-root.js";
import { command, runCommand } from "../support/command.js";

/** Starts the host as a stranger does and collects what it prints until it says it is ready. */
async function firstStart(state: string): Promise<{ output: string; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--state", state], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  let output = "";
  child.stderr.resume();
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (/ready/iu.test(output)) resolve();
    });
    void exited.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return {
    output,
    stop: () => {
      child.kill("SIGTERM");
      return exited;
    },
  };
}

describe("the first start", () => {
  it("makes the account, prints its password once with three commands, and those commands work as printed", async () => {
    const state = join(mkdtempSync(join(tmpdir(), "wsmanor-first-")), "state");
    try {
      const first = await firstStart(state);
      const password = /password[^\n]*?([A-Za-z0-9_-]{16,})/iu.exec(first.output)?.[1];
      assert.ok(password, first.output);
      const commands = first.output.split("\n").map((line) => line.trim()).filter((line) => line.startsWith("npx wsmanor "));
      assert.equal(commands.length, 3, first.output);
      for (const line of commands) {
        const words = line.split(" ").slice(2).map((word) => word.replace(/^'(.*)'$/u, "$1"));
        const ran = await runCommand(words);
        assert.equal(ran.status, 0, `${line}\n${ran.stdout}${ran.stderr}`);
        assert.notEqual(ran.stdout.trim(), "");
      }
      assert.equal(statSync(join(state, "users")).mode & 0o077, 0, "the users file is its owner's alone");
      assert.ok(!readFileSync(join(state, "users"), "utf8").includes(password));
      assert.equal(await first.stop(), 0);

      const second = await firstStart(state);
      assert.ok(!second.output.includes(password), "a password is shown once");
      assert.doesNotMatch(second.output, /password/iu);
      assert.equal(await second.stop(), 0);
      assert.ok(!existsSync(join(state, "local-credentials")), "the local key lives as long as the process");
    } finally {
      rmSync(join(state, ".."), { recursive: true, force: true });
    }
  });

  it("ships no password: the shipped configuration and code hold no account", () => {
    for (const file of ["config/applicationHost.config", "config/wsman/web.config"]) {
      assert.doesNotMatch(readFileSync(join(projectRoot, file), "utf8"), /password="[^"]+"/iu);
    }
  });
});
