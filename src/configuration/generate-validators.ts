import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type standaloneModule from "ajv/dist/standalone/index.js";
import { createAjv } from "./create-ajv.js";
import { loadSchemaFiles } from "./load-schema-files.js";
import { nodeFileAccess } from "./node-file-access.js";
import { readSchema } from "./read-schema.js";
import { preparedFile, prepareSchemas } from "./prepared-schemas.js";
import { Report } from "./report.js";
import { sectionMark } from "./section-mark.js";
import { toJsonSchema } from "./to-json-schema.js";

/**
 * The text of `schema/compiled/section-validators.cjs`: ajv's own code for every section of a schema folder, so that the host starts
 * fast and runs where code generation from strings is forbidden. CommonJS, because ajv's standalone modules lack an import.
 */
export function generateValidators(schemaDirectory: string): string {
  const report = new Report();
  const sections = readSchema(loadSchemaFiles(schemaDirectory, nodeFileAccess, report), report);
  const ajv = createAjv(true);
  const exports = new Map<string, string>();
  const rows: string[] = [];
  for (const section of sections.values()) {
    const name = `section${rows.length}`;
    const schema = toJsonSchema(section);
    ajv.addSchema({ $id: section.path, ...schema }, section.path);
    exports.set(name, section.path);
    rows.push(`  [${JSON.stringify(section.path)}, { fingerprint: "${sectionMark(section)}", validate: ${name} }],`);
  }
  const require = createRequire(import.meta.url);
  const { default: standalone } = require("ajv/dist/standalone") as { default: typeof standaloneModule.default };
  const code = standalone(ajv, Object.fromEntries(exports));
  const head = "// Generated from schema/*.xml by src/configuration/generate-validators.ts (npm run generate). Do not edit; a test compares.";
  const tail = rows.map((row, index) => row.replace(/validate: section\d+/, `validate: exports.section${index}`));
  return `${head}\n${withoutIdleParts(code).trim()}\nexports.sections = new Map([\n${tail.join("\n")}\n]);\n`;
}

/** A third of the code, which every start reads, says where in the JSON Schema an error comes from, or repeats schemas that nothing refers to. */
function withoutIdleParts(code: string): string {
  const used = new Map<string, number>();
  for (const [name] of code.matchAll(/\bschema\d+\b/gu)) used.set(name, (used.get(name) ?? 0) + 1);
  return code
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/gu, "")
    .replaceAll(/^const (schema\d+) = \{.*\};\n/gmu, (line, name: string) => (used.get(name) === 1 ? "" : line));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(process.argv[1]), "..", "..", "..");
  const directory = join(root, "schema");
  const texts = { "compiled/section-validators.cjs": generateValidators(directory), [preparedFile]: prepareSchemas(directory, nodeFileAccess) };
  for (const [name, text] of Object.entries(texts)) {
    const target = join(directory, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    console.log(`wrote ${relative(process.cwd(), target).split(sep).join("/")}`);
  }
}
