import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DirectEnumeration } from "./ask-directly.js";
import { classes } from "./classes.js";
import { fakeMachines } from "./fake-machines.js";
import { goldens as others } from "./golden.js";
import { performanceGoldens } from "./golden-performance.js";
import { userGoldens } from "./golden-users.js";

const goldens = [...others, ...performanceGoldens, ...userGoldens];

describe("instances of the system plug-in", () => {
  for (const { machine, scheme, className, at, xml } of goldens) {
    it(`${className} ${at} of the ${machine} under the ${scheme} URI is written as Windows writes it`, async () => {
      const texts = await new DirectEnumeration(fakeMachines[machine](), className, undefined, { scheme }).texts();
      const inLines = (text: string): string[] => text.trim().replace(/\n {2}(xmlns)/gu, " $1").replace(/\n {0,2}</gu, "<").replaceAll("><", ">\n<").split("\n");
      assert.deepEqual(inLines(texts[at]!), inLines(xml));
    });
  }

  it("every class has a golden instance", () => {
    assert.deepEqual(classes.map(({ definition }) => definition.name).filter((name) => !goldens.some(({ className }) => className === name)), []);
  });

  it("have every property of the definition once, in alphabetical order without case, and arrays only when there is something in them", async () => {
    for (const { definition } of classes) {
      const names = Object.keys(definition.properties);
      assert.deepEqual(names, [...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)), definition.name);
      for (const key of definition.keys) assert.ok(key in definition.properties, `${definition.name}.${key}`);
      for (const make of Object.values(fakeMachines)) {
        for (const text of await new DirectEnumeration(make(), definition.name).texts()) {
          const written = [...text.matchAll(/<p:(\w+)[ >]/gu)].map(([, name]) => name!).slice(1);
          const scalars = names.filter((name) => !definition.properties[name]!.endsWith("[]"));
          assert.deepEqual([...new Set(written)].filter((name) => scalars.includes(name)), scalars, definition.name);
          assert.deepEqual([...new Set(written)], names.filter((name) => written.includes(name)), definition.name);
        }
      }
    }
  });

  it("are single where there is one: the system and the machine", async () => {
    for (const { definition, isSingleton } of classes) {
      if (isSingleton) assert.equal((await new DirectEnumeration(fakeMachines.server(), definition.name).all()).length, 1, definition.name);
    }
  });
});
