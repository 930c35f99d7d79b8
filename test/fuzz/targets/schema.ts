import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseXml } from "../../../src/configuration/load-xml.js";
import { readSchema } from "../../../src/configuration/read-schema.js";
import { defaultValueOf } from "../../../src/configuration/read-value.js";
import { Report } from "../../../src/configuration/report.js";
import type { ElementSchema } from "../../../src/configuration/schema-model.js";
import { sourceFile } from "../../../src/configuration/source-file.js";
import { toJsonSchema } from "../../../src/configuration/to-json-schema.js";
import { schemaDirectory } from "../../support/golden-configuration.js";
import type { FuzzTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";
import { mutate } from "../mutate-xml.js";

const words = [...oddCharacters, '"', "<", "/>", 'type="uint"', 'type="enum"', 'type="flags"', 'type="timeSpan"', 'type="no"', 'defaultValue="x"', 'required="true"', 'isUniqueKey="true"', 'validationType="integerRange"', 'validationParameter="1,2"', 'validationParameter="9,1,exclude"', '<enum name="a" value="1"/>', '<flag name="b" value="-1"/>', '<attribute name="name" type="string"/>', '<element name="name">', "</element>", '<collection addElement="add"/>', "99999999999999999999", "-1", "NaN", 'allowInfinite="true"'];

/** Every attribute's default can be asked for, however deep. */
function countAttributes(element: ElementSchema, depth = 0): number {
  assert.ok(depth < 100);
  let count = 0;
  for (const attribute of element.attributes.values()) {
    defaultValueOf(attribute);
    count++;
  }
  for (const child of element.elements.values()) count += countAttributes(child, depth + 1);
  return count;
}

export const schema: FuzzTarget<string> = {
  name: "schema",
  promise: "A schema file is read with its mistakes told at places inside it; of what was read, defaults and JSON schemas can be made.",
  cases: 1000,
  least: { read: 0.05, refused: 0.2 },
  open: () => {
    // Pieces of the shipped ones: whole, nearly all the time would go into what was not changed.
    const seeds = readdirSync(schemaDirectory).filter((name) => name.endsWith(".xml")).flatMap((name) => readFileSync(join(schemaDirectory, name), "utf8").match(/<sectionSchema[\s\S]*?<\/sectionSchema>/gu) ?? []).filter((text) => text.length < 12_000).map((text) => `<configSchema>\n${text}\n</configSchema>`);
    assert.ok(seeds.length > 0);
    return {
      make: (random) => (random.oneIn(3) ? mutate(random.pick(seeds), random) : mutateWords(random.pick(seeds), words, random)),
      check: (text) => {
        const report = new Report();
        const { source, root } = parseXml(sourceFile("/schema/x.xml", text), report, "schema");
        const sections = root === undefined ? new Map() : readSchema([{ source, root }], report);
        for (const { message, place } of report.diagnostics) {
          assert.ok(message.trim() !== "");
          assert.ok(place !== undefined && place.line >= 1 && place.line <= text.length + 1);
        }
        for (const section of sections.values()) {
          countAttributes(section.element);
          assert.equal(typeof JSON.stringify(toJsonSchema(section)), "string");
        }
        return report.errors.length === 0;
      },
    };
  },
};
