import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { projectRoot } from "../support/project-root.js";
import { allClients } from "../wire/clients/all-clients.js";

const page = readFileSync(join(projectRoot, "docs", "compatibility.md"), "utf8");

/** Names and results in the table of a client. */
const rows = (title: string): readonly (readonly string[])[] => {
  const table = page.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
  return table.split("\n").filter((line) => line.startsWith("| ")).slice(1).map((line) => line.slice(2, -2).split(/ (?<!\\)\| /u));
};

describe("docs/compatibility.md", () => {
  for (const { title, name, scenarios } of allClients) {
    it(`has every scenario of ${title}, in words that are today's, and what came of it`, () => {
      const written = rows(title).map(([scenario, does, expects]) => [scenario, does, expects]);
      assert.deepEqual(written, scenarios.map((scenario) => [scenario.name, scenario.does, scenario.expects]), "run npm run compatibility");
      for (const row of rows(title)) assert.equal(row[3], "as expected", row[0]);
    });

    it(`and there is a transcript of each, and no other (${title})`, () => {
      const files = readdirSync(join(projectRoot, "test", "golden", "clients", name)).sort();
      assert.deepEqual(files, scenarios.map((scenario) => `${scenario.name}.txt`).sort());
    });
  }

  it("names the version of each client", () => {
    assert.equal((page.match(/^Version \d\S+ \(`[\w-]+`\)\.$/gmu) ?? []).length, allClients.length);
  });

  it("has forty scenarios and more", () => {
    assert.ok(allClients.reduce((sum, { scenarios }) => sum + scenarios.length, 0) >= 40);
  });
});
