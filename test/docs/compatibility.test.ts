import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { projectRoot } from "../support/project-root.js";
import { allClients } from "../wire/clients/all-clients.js";

const page = readFileSync(join(projectRoot, "docs", "compatibility.md"), "utf8");

/** What the page has of a client. */
const section = (title: string): string => page.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";

/** Names and results in the table of a client. */
const rows = (title: string): readonly (readonly string[])[] =>
  section(title).split("\n").filter((line) => line.startsWith("| ")).slice(1).map((line) => line.slice(2, -2).split(/ (?<!\\)\| /u));

describe("docs/compatibility.md", () => {
  for (const { title, name, scenarios, cannot } of allClients) {
    it(`has every scenario of ${title}, in words that are today's, and what came of it`, () => {
      const written = rows(title).map(([scenario, does, expects]) => [scenario, does, expects]);
      assert.deepEqual(written, scenarios.map((scenario) => [scenario.name, scenario.does, scenario.expects]), "run npm run compatibility");
      for (const row of rows(title)) assert.equal(row[3], "as expected", row[0]);
    });

    it(`says what ${title} has no way to do`, () => {
      const listed = section(title).split("\n").filter((line) => line.startsWith("- "));
      assert.deepEqual(listed, cannot.map(({ what, why }) => `- ${what}: ${why}`));
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
