import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { projectRoot } from "../support/project-root.js";

const text = readFileSync(join(projectRoot, "docs", "omadm.md"), "utf8");

describe("docs/omadm.md", () => {
  it("shows a message as the command prints it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "wsmanor-docs-"));
    try {
      const block = /^```console\n([\s\S]*?)^```$/mu.exec(text)![1]!;
      const printed = block.slice(block.indexOf("<SyncML"));
      writeFileSync(join(folder, "message.xml"), printed);
      for (const part of block.split(/^\$ wsmanor /mu).slice(1)) {
        const [line = "", ...output] = part.split("\n");
        const ran = await runCommand(line.split(" "), { cwd: folder });
        assert.deepEqual([ran.status, ran.stderr, ran.stdout.trimEnd()], [0, "", output.join("\n").trimEnd()]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
