import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fingerprint } from "../../../src/configuration/fingerprint.js";
import { generateValidators } from "../../../src/configuration/generate-validators.js";
import { loadSchemaFiles } from "../../../src/configuration/load-schema-files.js";
import { nodeFileAccess } from "../../../src/configuration/node-file-access.js";
import { readSchema } from "../../../src/configuration/read-schema.js";
import { Report } from "../../../src/configuration/report.js";
import type { CompiledSections } from "../../../src/configuration/section-validators.js";
import { toJsonSchema } from "../../../src/configuration/to-json-schema.js";
import { schemaDirectory } from "../../support/golden-configuration.js";
import { projectRoot } from "../../support/project-root.js";
import { runCommand } from "../../support/command.js";
import { startRunningHost } from "../../support/running-host.js";
import { askWsman } from "../../support/soap-caller.js";

const compiledFile = join(schemaDirectory, "compiled", "section-validators.cjs");
const strict = { NODE_OPTIONS: "--disallow-code-generation-from-strings --disable-proto=delete" };

describe("the precompiled validators", () => {
  it("are what `npm run generate` makes of the shipped schemas", () => {
    assert.equal(readFileSync(compiledFile, "utf8"), generateValidators(schemaDirectory));
  });

  it("are used for every shipped section", () => {
    const report = new Report();
    const sections = readSchema(loadSchemaFiles(schemaDirectory, nodeFileAccess, report), report);
    const compiled = (createRequire(import.meta.url)(compiledFile) as { sections: CompiledSections }).sections;
    assert.deepEqual([...compiled.keys()].sort(), [...sections.keys()].sort());
    for (const section of sections.values()) assert.equal(compiled.get(section.path)!.fingerprint, fingerprint(JSON.stringify(toJsonSchema(section))), section.path);
  });
});

describe("without code from strings, and without __proto__", () => {
  it("the host starts and answers", async () => {
    const host = await startRunningHost({ env: strict });
    try {
      const answer = await askWsman(host.urls[0]!, host.authorization, { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" });
      assert.equal(answer.status, 200, answer.text);
      assert.doesNotMatch(host.log(), /"level":"(?:error|warn)"/u);
    } finally {
      assert.equal(await host.stop(), 0);
    }
  });

  it("validate says of a section of one's own what has to be done", async () => {
    const { status, stdout, stderr } = await runCommand(["validate", join(projectRoot, "config", "examples", "own-section")], { env: { ...process.env, ...strict } });
    assert.deepEqual([status, stderr], [2, ""]);
    assert.match(stdout, /schema-not-compiled {2}The schema of system\.webServer\/example\.inventory cannot be used/u);
    assert.match(stdout, /Start without --disallow-code-generation-from-strings/u);
  });
});
