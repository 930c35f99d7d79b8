import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Account, Accounts } from "./accounts.js";
import { FakeClient, outcome, refused, run, tryRun } from "./fake-client.js";
import { findAccount } from "./find-account.js";
import { isAlive, until, withoutProc } from "./fake-proc.js";
import { tryScript } from "./try-script.js";

const linux = { skip: withoutProc };
const asRoot = { skip: withoutProc !== false ? withoutProc : process.getuid?.() !== 0 && "only root may switch to another account" };

/** An account that no machine has. */
const somebody: Account = { name: "somebody", uid: 54321, gid: 54322, groups: [54322, 54323, 54324], home: "/", shell: "/bin/sh" };
const accounts: Accounts = { findAccount: async (name) => (name === "somebody" ? somebody : findAccount(name)), userId: () => process.geteuid?.() };

describe("limits", linux, () => {
  it("are what the operating system says they are", async () => {
    const client = await FakeClient.start({ parameters: { MaxMemoryPerShellMB: "512", MaxCpuSecondsPerCommand: "100", MaxProcessesPerShell: "200" } });
    const shell = await client.open();
    const { output } = await outcome(shell, "exec cat /proc/self/limits");
    assert.match(output.out, /^Max cpu time +100 +101 /mu);
    assert.match(output.out, /^Max address space +536870912 +536870912 /mu);
    assert.match(output.out, /^Max processes +200 +200 /mu);
    const direct = await outcome(shell, "cat", { arguments: ["/proc/self/limits"], options: { WINRS_SKIP_CMD_SHELL: "TRUE" } });
    assert.match(direct.output.out, /^Max address space +536870912 /mu);
    assert.equal(refused((await tryRun(shell, "none-such", { options: { WINRS_SKIP_CMD_SHELL: "TRUE" } })).command).code, 2147942402);
    await shell.close("deleted");
    client.shutdown();
  });

  it("end who uses more processor time, and give no memory beyond", async () => {
    const client = await FakeClient.start({ parameters: { MaxMemoryPerShellMB: "256", MaxCpuSecondsPerCommand: "1" } });
    const shell = await client.open();
    const busy = await outcome(shell, "ulimit -c 0; while :; do :; done");
    assert.equal(busy.result, 152);
    await shell.close("deleted");
    client.shutdown();
    // Time enough to fill it on a slow machine.
    const patient = await FakeClient.start({ parameters: { MaxMemoryPerShellMB: "256", MaxCpuSecondsPerCommand: "60" } });
    const other = await patient.open();
    const large = await outcome(other, "exec head -c 400000000 /dev/zero | tail -n 1 >/dev/null", {});
    assert.match(large.output.err, /memory/u);
    await other.close("deleted");
    patient.shutdown();
  });

  it("that cannot be set are told in the shell's words", async () => {
    assert.equal(await tryScript("{ ulimit -S -t 10; } || exit 126"), undefined);
    assert.match((await tryScript("ulimit -S -n 5; { ulimit -H -n 4; } || exit 126"))!, /ulimit/u);
  });
});

describe("RunAsSender", asRoot, () => {
  it("runs commands as the sender's account with all its groups, and not with the host's environment", async () => {
    process.env["CMD_SHELL_TEST"] = "of the host";
    const client = await FakeClient.start({ parameters: { RunAsSender: "true", MaxProcessesPerShell: "300" }, accounts });
    try {
      const environment = { "A QUOTE": "left out", QUOTED: "it's $HOME\n\"x\"", UID: "0", LD_PRELOAD: "/nowhere/evil.so" };
      const shell = await client.open({ sender: "somebody", environment });
      const { output, result } = await outcome(shell, 'id -u; id -g; id -G; echo "$QUOTED|$CMD_SHELL_TEST|$USER|$HOME"; pwd; grep -E "^(CapEff|CapPrm|CapInh|CapAmb)" /proc/self/status; cat; ls /proc/self/fd | wc -l', {}, "read\n");
      const lines = output.out.split("\n");
      assert.deepEqual(lines.slice(0, 3), ["54321", "54322", "54322 54323 54324"], output.err);
      assert.deepEqual(lines.slice(3, 6), ["it's $HOME", '"x"||somebody|/', "/"]);
      assert.deepEqual(lines.slice(6, 10).map((line) => /0+$/u.test(line)), [true, true, true, true], output.out);
      assert.deepEqual([lines[10], result], ["read", 0]);
      await shell.close("deleted");
    } finally {
      delete process.env["CMD_SHELL_TEST"];
      client.shutdown();
    }
  });

  it("lets nothing of the client's environment near a process that is still root", async () => {
    const client = await FakeClient.start({ parameters: { RunAsSender: "true" }, accounts });
    // The dynamic linker says for each program that is started that it cannot load it.
    const shell = await client.open({ sender: "somebody", environment: { LD_PRELOAD: "/nowhere/evil.so" } });
    const { output } = await outcome(shell, "true");
    assert.doesNotMatch(output.err, /setpriv/u);
    await shell.close("deleted");
    client.shutdown();
  });

  it("ends them, and goes only where the account may go", async () => {
    const client = await FakeClient.start({ parameters: { RunAsSender: "true" }, accounts });
    const folder = mkdtempSync(join(tmpdir(), "cmd-shell-"));
    chmodSync(folder, 0o700);
    const shell = await client.open({ sender: "somebody" });
    const ran = await run(shell, "setsid sleep 1000 & echo $!; wait");
    await until(() => ran.output.out.includes("\n"));
    await ran.command.close("deleted");
    assert.ok(!isAlive(Number(ran.output.out)));
    await shell.close("deleted");
    const elsewhere = await client.open({ sender: "somebody", workingDirectory: folder });
    const { result, output } = await outcome(elsewhere, "echo in");
    assert.deepEqual([result, output.out], [126, ""]);
    assert.match(output.err, /cd: .*/u);
    await elsewhere.close("deleted");
    rmSync(folder, { recursive: true });
    client.shutdown();
  });

  it("refuses who has no account, and is never root", async () => {
    const client = await FakeClient.start({ parameters: { RunAsSender: "true" }, accounts });
    for (const [sender, why] of [["no-such-account", /no account "no-such-account"/u], ["54321", /no account "54321"/u], ["0", /no account "0"/u], ["-u", /no account/u], ["", /no account/u], ["root", /never done as root/u]] as const) {
      const { kind, message } = refused(await client.tryOpen({ sender }));
      assert.equal(kind, "access-denied");
      assert.match(message, why);
    }
    const nobody = await client.open({ sender: "nobody", workingDirectory: "/" });
    assert.equal((await outcome(nobody, "id -un")).output.out, "nobody\n");
    await nobody.close("deleted");
    client.shutdown();
  });
});

describe("RunAsSender of a host that may not switch", linux, () => {
  const powerless: Accounts = { ...accounts, userId: () => 1000 };

  it("does not start, and warns who only validates", async () => {
    await assert.rejects(FakeClient.start({ parameters: { RunAsSender: "true" }, accounts: powerless }), /may not switch to another account/u);
    const client = await FakeClient.start({ parameters: { RunAsSender: "true" }, accounts: powerless, validateOnly: true });
    assert.equal(client.logger.find("may not switch", "warn").length, 1);
    assert.equal(refused(await client.tryOpen({ sender: "nobody" })).kind, "access-denied");
    client.shutdown();
  });
});
