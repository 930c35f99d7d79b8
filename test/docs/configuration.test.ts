import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadSchemaFiles } from "../../src/configuration/load-schema-files.js";
import { nodeFileAccess } from "../../src/configuration/node-file-access.js";
import { readSchema } from "../../src/configuration/read-schema.js";
import { Report } from "../../src/configuration/report.js";
import { schemaDirectory } from "../support/golden-configuration.js";
import { projectRoot } from "../support/project-root.js";
import { runCommand } from "../support/command.js";
import { schemaTable } from "../support/schema-table.js";

const text = readFileSync(join(projectRoot, "docs", "configuration.md"), "utf8");

describe("docs/configuration.md", () => {
  it("has the table of every section, as the schema says", () => {
    const sections = readSchema(loadSchemaFiles(schemaDirectory, nodeFileAccess, new Report()), new Report());
    const shown = new Map([...text.matchAll(/<!-- schema: (\S+) -->\n([\s\S]*?)\n<!-- end -->/gu)].map(([, path, table]) => [path!, table!]));
    assert.deepEqual([...shown.keys()].sort(), [...sections.keys()].sort());
    for (const [path, { element }] of sections) assert.equal(shown.get(path), schemaTable(element), path);
  });

  it("shows what the commands really print", async () => {
    const blocks = [...text.matchAll(/```console\n\$ npx wsmanor ([^\n]+)\n([\s\S]*?)```/gu)];
    assert.ok(blocks.length > 0);
    for (const [, line, output] of blocks) {
      const ran = await runCommand(line!.split(" "), { cwd: projectRoot });
      assert.equal(ran.stdout + ran.stderr, output, line);
    }
  });

  it("shows configurations that exist: every file and folder it names is there", () => {
    for (const [, path] of text.matchAll(/\]\(\.\.\/([^)#]+)\)/gu)) assert.notEqual(nodeFileAccess.kind(join(projectRoot, path!)), undefined, path);
  });
});
