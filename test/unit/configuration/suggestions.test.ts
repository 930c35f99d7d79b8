import { strict as assert } from "node:assert";
import { join } from "node:path";
import { describe, it } from "node:test";
import { didYouMean } from "../../../src/configuration/did-you-mean.js";
import { loadSchemaFiles } from "../../../src/configuration/load-schema-files.js";
import { nodeFileAccess } from "../../../src/configuration/node-file-access.js";
import { readSchema } from "../../../src/configuration/read-schema.js";
import { Report } from "../../../src/configuration/report.js";
import { childNames, type ElementSchema } from "../../../src/configuration/schema-model.js";
import { projectRoot } from "../../support/project-root.js";

/** Every way to hit one wrong key: leave one out, double it, swap two, hit the neighbour, wrong case. */
function typosOf(name: string): string[] {
  const typos = new Set<string>();
  for (let at = 0; at < name.length; at++) {
    const [before, letter, after] = [name.slice(0, at), name[at]!, name.slice(at + 1)];
    typos.add(before + after);
    typos.add(before + letter + letter + after);
    typos.add(`${before}x${after}`);
    typos.add(before + (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()) + after);
    if (after !== "") typos.add(before + after[0]! + letter + after.slice(1));
  }
  typos.delete(name);
  typos.delete("");
  return [...typos];
}

/** The names that may stand at each place of the schema. */
function* places(schema: ElementSchema): Generator<readonly string[]> {
  yield [...schema.attributes.keys()];
  yield childNames(schema);
  for (const { members } of schema.attributes.values()) yield members.map(({ name }) => name);
  for (const child of [...schema.elements.values(), ...schema.collections.map(({ entry }) => entry)]) yield* places(child);
}

describe("did you mean", () => {
  it("finds the right name for at least nine typos in ten, for every name of every schema", () => {
    const report = new Report();
    const schema = readSchema(loadSchemaFiles(join(projectRoot, "schema"), nodeFileAccess, report), report);
    const weak: string[] = [];
    let [right, all] = [0, 0];
    const tried = new Set<string>();
    const check = (names: readonly string[]): void => {
      for (const name of names) {
        const key = `${name} of ${names.join(",")}`;
        if (tried.has(key)) continue;
        tried.add(key);
        const typos = typosOf(name).filter((typo) => !names.includes(typo));
        const hits = typos.filter((typo) => didYouMean(typo, names) === name).length;
        if (hits < typos.length * 0.9) weak.push(`${name}: ${hits} of ${typos.length}`);
        [right, all] = [right + hits, all + typos.length];
      }
    };
    check([...schema.keys()]);
    check(["configuration", "configSections", "location"]);
    for (const { element } of schema.values()) for (const names of places(element)) check(names);
    assert.ok(all > 5000, `only ${all} typos tried`);
    assert.ok(right / all >= 0.95, `${right} of ${all}`);
    assert.deepEqual(weak, []);
  });

  it("says nothing when nothing is near", () => {
    assert.equal(didYouMean("colour", ["Name", "Filename", "SDKVersion"]), undefined);
    assert.equal(didYouMean("", ["Name"]), undefined);
  });

  it("knows the misprints of the published page", () => {
    const names = ["MaxEnvelopeSizeKB", "MaxOperationTimeoutSeconds", "MaxEnumerateIdleTimeoutSeconds", "MaxSubscribeIdleTimeoutSeconds"];
    assert.equal(didYouMean("MaxEnumerationIdleTimeoutSeconds", names), "MaxEnumerateIdleTimeoutSeconds");
    assert.equal(didYouMean("SupportFragment", ["SupportsFragment", "SupportsFiltering"]), "SupportsFragment");
    assert.equal(didYouMean("PlugInModules", ["OperationsConfiguration", "PluginModules"]), "PluginModules");
    assert.equal(didYouMean("MaxEnvelopeSize", names), "MaxEnvelopeSizeKB");
  });
});
