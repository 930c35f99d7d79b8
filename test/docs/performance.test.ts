import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { XmlElement } from "../../src/base/xml-element.js";
import { readElement } from "../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";
import { projectRoot } from "../support/project-root.js";

const read = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
const page = read("docs/performance.md");

/** What stands between the marks that the benchmark writes into. */
const written = (name: string): string => page.split(`<!-- ${name} -->\n`)[1]!.split(`<!-- end of ${name} -->`)[0]!;

const count = ({ children }: XmlElement, name: string): number =>
  children.reduce((sum, child) => (typeof child === "string" ? sum : sum + (child.name === name ? 1 : 0) + count(child, name)), 0);

describe("docs/performance.md", () => {
  it("has the bars as the benchmark printed them, and says of each whether it is reached", () => {
    const rows = written("bars").split("\n").filter((line) => line.startsWith("| ")).slice(2);
    assert.ok(rows.length >= 15, `${rows.length} rows`);
    for (const row of rows) assert.match(row, /\| (?:yes|no) +\|/u);
  });

  it("has a picture of four curves", () => {
    assert.match(page, /!\[.+\]\(performance\.svg\)/u);
    const svg = readElement(read("docs/performance.svg").trim(), wireLimits);
    assert.ok(svg.ok);
    assert.equal(count(svg.value, "polyline"), 8);
    assert.equal((written("growth").match(/^\| -/gmu) ?? []).length, 4);
  });

  it("shows commands that there are", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    for (const [, name] of page.matchAll(/^npm run (\w+)/gmu)) assert.ok(name! in scripts, name);
    for (const [, option] of page.matchAll(/--(only|seconds|rounds|node|growth)\b/gu)) assert.match(read("bench/README.md"), new RegExp(`--${option!}\\b`, "u"));
  });
});
