import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { surviveDiskTrouble } from "./disk-trouble.js";

describe("a disk in trouble", () => {
  it("that takes no more documents: reads go on, writes say why, and afterwards all is well without a restart", async () => {
    const state = mkdtempSync(join(tmpdir(), "wsmanor-disk-"));
    const plugins = join(state, "plugins");
    try {
      await surviveDiskTrouble(state, {
        begin: () => {
          renameSync(plugins, `${plugins}.away`);
          writeFileSync(plugins, "");
        },
        end: () => {
          rmSync(plugins);
          renameSync(`${plugins}.away`, plugins);
        },
        reason: /ENOTDIR/u,
        refusesAccounts: false,
      });
    } finally {
      rmSync(state, { recursive: true });
    }
  });
});
