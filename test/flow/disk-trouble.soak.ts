import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { surviveDiskTrouble } from "./disk-trouble.js";

const run = (...words: readonly string[]): boolean => spawnSync(words[0]!, words.slice(1)).status === 0;

/** Runs over a file system of its own, of 1 MB. */
async function onSmallDisk(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-small-"));
  assert.ok(run("mount", "-t", "tmpfs", "-o", "size=1m,mode=0755", "tmpfs", folder), "mounting takes root");
  try {
    await work(folder);
  } finally {
    run("umount", "-l", folder);
    rmSync(folder, { recursive: true });
  }
}

const skip = process.getuid?.() === 0 ? false : "mounting takes root";

describe("a real small disk", { skip }, () => {
  it("that is full", async () => {
    await onSmallDisk((folder) => surviveDiskTrouble(join(folder, "state"), {
      begin: () => {
        const { bavail, bsize } = statfsSync(folder);
        writeFileSync(join(folder, "fill"), Buffer.alloc(bavail * bsize));
      },
      end: () => rmSync(join(folder, "fill")),
      reason: /ENOSPC/u,
      refusesAccounts: true,
    }));
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
});
