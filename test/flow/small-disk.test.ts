import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { verifyAuditLog } from "../../src/host/logging/audit-chain.js";
import { runCommand } from "../support/command.js";
import { post } from "../support/plain-request.js";
import { projectRoot } from "../support/project-root.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { localAuthorization, startProcess } from "../support/started-host.js";
import { surviveDiskTrouble } from "./disk-trouble.js";

const run = (...words: readonly string[]): boolean => spawnSync(words[0]!, words.slice(1)).status === 0;

/** Gives a file system of its own, of 1 MB. @returns what takes it away; `undefined` where this machine lets nobody mount */
function mountSmallDisk(): { readonly folder: string; readonly remove: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-small-"));
  const isMounted = run("mount", "-t", "tmpfs", "-o", "size=1m,mode=0755", "tmpfs", folder);
  const remove = (): void => {
    if (isMounted) run("umount", "-l", folder);
    rmSync(folder, { recursive: true });
  };
  if (isMounted) return { folder, remove };
  remove();
  return undefined;
}

async function onSmallDisk(work: (folder: string) => Promise<void>): Promise<void> {
  const disk = mountSmallDisk()!;
  try {
    await work(disk.folder);
  } finally {
    disk.remove();
  }
}

const trial = process.getuid?.() === 0 ? mountSmallDisk() : undefined;
trial?.remove();
const skip = trial === undefined ? "mounting takes root, and a machine that lets root mount" : false;

/** Takes all that is left of it. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  appendFileSync(join(folder, "fill"), Buffer.alloc(bavail * bsize));
}

const registry = "urn:wsmanor:registry";

describe("a disk of 1 MB", { skip }, () => {
  it("that is full", async () => {
    await onSmallDisk((folder) => surviveDiskTrouble(join(folder, "state"), { begin: () => fill(folder), end: () => rmSync(join(folder, "fill")), reason: /ENOSPC/u, refusesAccounts: true }));
  });

  it("that becomes read-only", async () => {
    await onSmallDisk((folder) => surviveDiskTrouble(join(folder, "state"), {
      // Over itself, because a file system with a file open for writing does not let itself be made read-only by hand.
      begin: () => assert.ok(run("mount", "--bind", join(folder, "state"), join(folder, "state")) && run("mount", "-o", "remount,ro,bind", join(folder, "state"))),
      end: () => assert.ok(run("umount", join(folder, "state"))),
      reason: /EROFS/u,
      refusesAccounts: true,
    }));
  });

  it("that fills while everything is on it: what was acknowledged is there, what was refused is not, and the log says so", async () => {
    await onSmallDisk(async (folder) => {
      const [state, config, logFile, webConfig] = [join(folder, "state"), join(folder, "config"), join(folder, "log"), join(folder, "config", "wsman", "web.config")];
      for (const name of ["applicationHost.config", "wsman"]) cpSync(join(projectRoot, "config", name), join(config, name), { recursive: true });
      const log = openSync(logFile, "a");
      const host = startProcess(state, { args: ["--config", config, "--port", "0", "--json"], stderr: log });
      closeSync(log);
      const acknowledged: string[] = [];
      const refused: string[] = [];
      try {
        const [url = ""] = await host.ready();
        const authorization = localAuthorization(state);
        const put = async (name: string): Promise<void> => {
          const { status, text } = await post(url, soapEnvelope({
            action: actions.create, resourceUri: registry, selectors: { Key: "Disk", Value: name },
            body: `<r:Value xmlns:r="${registry}"><r:Type>String</r:Type><r:Data>${"x".repeat(30_000)}</r:Data></r:Value>`,
          }), { authorization });
          if (status !== 200) assert.match(text, /could not be written to the disk; nothing was changed/u);
          (status === 200 ? acknowledged : refused).push(name);
        };
        const has = async (name: string): Promise<boolean> => (await post(url, soapEnvelope({ action: actions.get, resourceUri: registry, selectors: { Key: "Disk", Value: name } }), { authorization })).status === 200;
        const there = async (names: readonly string[]): Promise<readonly boolean[]> => Promise.all(names.map(has));
        const command = (...words: string[]): ReturnType<typeof runCommand> => runCommand(words, { env: { ...process.env, WSMANOR_STATE: state }, input: "a password\n" });
        const edit = (seconds: number) => command("config", "set", "system.webServer/system.management.wsmanagement.config", `/OperationsConfiguration.MaxOperationTimeoutSeconds:${seconds}`, "--config", config);
        const setIdle = (milliseconds: number) => command("set", "winrm/config/winrs", `@{IdleTimeout="${milliseconds}"}`);

        for (let count = 0; refused.length < 3; count++) await put(`v${count}`);
        assert.ok(acknowledged.length > 3, `${acknowledged.length} before it was full`);
        assert.equal((await setIdle(120_000)).status, 0);
        const before = readFileSync(webConfig, "utf8");
        fill(folder);
        await put("full");
        for (const failed of [await setIdle(180_000), await command("user", "add", "full", "--password-file", "-"), await edit(61)]) {
          assert.equal(failed.status, 1, failed.stdout + failed.stderr);
          assert.match(failed.stderr, /ENOSPC|no space/iu);
        }
        assert.equal(readFileSync(webConfig, "utf8"), before, "an edit that failed changes nothing");
        assert.deepEqual(new Set(await there(acknowledged)), new Set([true]), "reading goes on");
        assert.deepEqual(new Set(await there(refused)), new Set([false]));

        // Lines of requests are written in blocks of 64 KiB: enough of them that several cannot be.
        fill(folder);
        for (let count = 0; count < 50; count++) assert.deepEqual(new Set(await there(Array<string>(10).fill(acknowledged[0]!))), new Set([true]));

        rmSync(join(folder, "fill"));
        for (const done of [await setIdle(180_000), await command("user", "add", "after", "--password-file", "-"), await edit(62)]) assert.equal(done.status, 0, done.stdout + done.stderr);
        assert.match(readFileSync(webConfig, "utf8"), /MaxOperationTimeoutSeconds="62"[\s\S]*MaxShellIdleTimeoutMinutes="3"/u);
        assert.equal(await has(acknowledged[0]!), true);
        host.process.kill("SIGTERM");
        assert.equal(await host.ended, 0);
        const logged = readFileSync(logFile, "utf8");
        assert.match(logged, /could not be written for a while; lines are missing/u, "the log says that lines are missing");
        const broken = logged.trimEnd().split("\n").filter((line) => !line.endsWith("}"));
        assert.ok(broken.length <= 3, "what a line was cut to stands alone");
        for (const line of logged.trimEnd().split("\n")) if (!broken.includes(line)) JSON.parse(line);
        assert.equal(verifyAuditLog([join(state, "audit.log")]).broken, undefined);

        const again = startProcess(state, { args: ["--config", config, "--port", "0", "--json"] });
        try {
          const [next = ""] = await again.ready();
          for (const [names, status] of [[acknowledged, 200], [refused, 500]] as const) {
            for (const name of names) assert.equal((await post(next, soapEnvelope({ action: actions.get, resourceUri: registry, selectors: { Key: "Disk", Value: name } }), { authorization: localAuthorization(state) })).status, status, name);
          }
        } finally {
          again.process.kill("SIGTERM");
          await again.ended;
        }
      } finally {
        host.process.kill("SIGKILL");
        await host.ended;
      }
    });
  });
});
