import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { loadConfiguration } from "../../../src/configuration/load-configuration.js";
import { loadSchemaFiles } from "../../../src/configuration/load-schema-files.js";
import { nodeFileAccess } from "../../../src/configuration/node-file-access.js";
import { preparedFile, prepareSchemas, readPreparedSchemas } from "../../../src/configuration/prepared-schemas.js";
import { readSchema } from "../../../src/configuration/read-schema.js";
import { Report } from "../../../src/configuration/report.js";
import type { SectionSchema } from "../../../src/configuration/schema-model.js";
import { sectionMark } from "../../../src/configuration/section-mark.js";
import { schemaDirectory } from "../../support/golden-configuration.js";
import { projectRoot } from "../../support/project-root.js";

const withoutMarks = (sections: ReadonlyMap<string, SectionSchema>): Map<string, unknown> => new Map([...sections].map(([path, { element }]) => [path, { path, element }]));

describe("the prepared schemas", () => {
  it("are what `npm run generate` makes of the shipped schemas", () => {
    assert.equal(readFileSync(join(schemaDirectory, preparedFile), "utf8"), prepareSchemas(schemaDirectory, nodeFileAccess));
  });

  it("say what the schema files say: every section, place and warning", () => {
    const [prepared, source] = [new Report(), new Report()];
    const sections = readPreparedSchemas(schemaDirectory, nodeFileAccess, prepared);
    const read = readSchema(loadSchemaFiles(schemaDirectory, nodeFileAccess, source), source);
    assert.ok(sections !== undefined && sections.size > 0);
    assert.deepEqual(withoutMarks(sections), withoutMarks(read));
    assert.deepEqual([...sections.values()].map(({ mark }) => mark), [...read.values()].map(sectionMark));
    assert.ok(source.diagnostics.length > 0);
    assert.equal(JSON.stringify(prepared.diagnostics), JSON.stringify(source.diagnostics));
  });
});

describe("a schema folder that was changed since it was prepared", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "wsmanor-schema-"));
    cpSync(schemaDirectory, directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const prepared = (): unknown => readPreparedSchemas(directory, nodeFileAccess, new Report());
  const load = (): ReturnType<typeof loadConfiguration> =>
    loadConfiguration(join(projectRoot, "config"), nodeFileAccess, { schemaDirectory: directory, environment: { WSMANOR_PLUGINS: join(projectRoot, "dist", "bundled") } });

  it("is taken as prepared wherever it lies", () => assert.ok(prepared() !== undefined));

  it("is read from its sources when one file has another octet", () => {
    const file = join(directory, "wsmanor_schema.xml");
    const before = load().configuration?.listener.maxConnections;
    const text = readFileSync(file, "utf8");
    const changed = text.replace(/(name="maxConnections"[^>]*defaultValue=")\d+"/u, '$11234"');
    assert.notEqual(changed, text);
    writeFileSync(file, changed);
    assert.equal(prepared(), undefined);
    assert.notEqual(before, 1234);
    assert.equal(load().configuration?.listener.maxConnections, 1234);
  });

  it("is read from its sources when there is one file more, or another name", () => {
    writeFileSync(join(directory, "zz_own.xml"), '<configSchema><sectionSchema name="system.webServer/own"/></configSchema>');
    assert.equal(prepared(), undefined);
    rmSync(join(directory, "zz_own.xml"));
    assert.ok(prepared() !== undefined);
    renameSync(join(directory, "wsmanor_schema.xml"), join(directory, "a_schema.xml"));
    assert.equal(prepared(), undefined);
  });

  it("reports what is wrong with its sources", () => {
    appendFileSync(join(directory, "wsmanor_schema.xml"), "<");
    assert.ok(load().diagnostics.some(({ rule }) => rule === "schema-not-well-formed"));
  });

  it("needs nothing prepared", () => {
    for (const text of [undefined, "{"]) {
      if (text === undefined) rmSync(join(directory, preparedFile));
      else writeFileSync(join(directory, preparedFile), text);
      assert.equal(prepared(), undefined);
      assert.ok(load().configuration !== undefined);
    }
  });
});
