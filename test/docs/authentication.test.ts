import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { NtlmConnection } from "../support/ntlm-connection.js";
import { projectRoot } from "../support/project-root.js";
import { withWindowsHost } from "../support/windows-host.js";
import { runLine } from "../unit/cli/test-terminal.js";

const text = readFileSync(join(projectRoot, "docs", "authentication.md"), "utf8");
const blocks = (language: string): readonly string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gmu"))].map(([, content]) => content!);

describe("docs/authentication.md", () => {
  it("shows the user verbs as they are", async () => {
    const root = mkdtempSync(join(tmpdir(), "wsmanor-docs-"));
    try {
      for (const part of blocks("console").join("").split(/^\$ /mu).slice(1)) {
        const [line = "", ...output] = part.trimEnd().split("\n");
        const [, input, words] = /^(?:printf '(.*)\\n' \| )?wsmanor (.*)$/u.exec(line)!;
        const ran = await runLine(words!.replace("/var/lib/wsmanor", join(root, "state")).split(" "), { input: `${input ?? ""}\n` });
        assert.equal(ran.out.trimEnd(), output.join("\n"), line + ran.err);
      }
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("shows a section that a host takes", async () => {
    const inner = /^<windowsAuthentication enabled="true">([\s\S]*)<\/windowsAuthentication>\s*$/u.exec(blocks("xml")[0]!)![1]!;
    await withWindowsHost({ inner }, async (host) => {
      const connection = await NtlmConnection.open(host.port);
      assert.equal((await connection.login({ user: "tester", password: host.password })).status, 200);
      connection.close();
    });
  });
});
