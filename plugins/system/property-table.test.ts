import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DirectEnumeration, valueIn } from "./ask-directly.js";
import { classes } from "./classes.js";
import { fakeMachines } from "./fake-machines.js";
import { propertyTable } from "./property-table.js";

describe("classes of the system plug-in", () => {
  it("are those of the table", () => {
    assert.deepEqual(classes.map(({ definition }) => definition.name).sort(), Object.keys(propertyTable).sort());
  });

  for (const { definition, isSingleton } of classes) {
    it(`${definition.name} has the keys, properties and types that Windows' class has`, () => {
      const { keys, types } = propertyTable[definition.name]!;
      assert.deepEqual(definition.keys, keys);
      const expected = Object.entries(types).flatMap(([type, names]) => names.split(" ").map((name) => [name, type] as const));
      assert.deepEqual(new Map(Object.entries(definition.properties)), new Map(expected.sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))));
      assert.equal(new Set(expected.map(([name]) => name)).size, expected.length);
    });

    if (isSingleton) continue;
    it(`${definition.name} has keys that tell its instances apart`, async () => {
      for (const make of Object.values(fakeMachines)) {
        const texts = await new DirectEnumeration(make(), definition.name).texts();
        const keys = texts.map((text) => definition.keys.map((key) => valueIn(text, key)));
        for (const each of keys) for (const value of each) assert.ok(typeof value === "string" && value !== "", `${definition.name}: ${JSON.stringify(each)}`);
        assert.equal(new Set(keys.map((each) => JSON.stringify(each).toLowerCase())).size, keys.length, definition.name);
      }
    });
  }
});
