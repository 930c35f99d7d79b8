import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeCode, errorCodes } from "../../../src/protocol/wsman/error-codes.js";
import { codeOf, faults, type FaultName, type FaultRow } from "../../../src/protocol/wsman/faults.js";
import { shellFaults, unknownCommand, unknownShell } from "../../../src/protocol/wsman/shell-faults.js";
import { projectRoot } from "../../support/project-root.js";

const table = (name: string): string[][] =>
  readFileSync(join(projectRoot, "test", "golden", "wsman", name), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split("\t"));

const rows = Object.entries(faults) as [FaultName, FaultRow][];
const subcodeOf = (row: FaultRow): string => (row.subcode === undefined ? `s:${row.class}` : row.subcode.join(":"));
const bySubcode = new Map(rows.map(([name, row]) => [subcodeOf(row), { name, row }]));
const golden = table("faults.tsv").slice(1);

describe("the fault table", () => {
  it("has one row per subcode", () => assert.equal(bySubcode.size, rows.length));

  it("has no row that the golden table lacks", () => {
    const known = new Set(golden.map(([subcode]) => subcode));
    assert.deepEqual([...bySubcode.keys()].filter((subcode) => !known.has(subcode)), []);
  });

  for (const [subcode, className, family, code, details = ""] of golden as [string, string, string, string, string?][]) {
    it(`${subcode} equals its golden row`, () => {
      const found = bySubcode.get(subcode);
      assert.ok(found !== undefined, "no such row");
      const { name, row } = found;
      assert.deepEqual([row.class, row.family, row.code], [className, family, Number(code)]);
      const expected = details === "" ? [] : details.split(" ").map((detail) => detail.split("=") as [string, string?]);
      assert.deepEqual(Object.keys(row.details).sort(), expected.map(([detail]) => detail).sort());
      for (const [detail, own] of expected) if (own !== undefined) assert.equal(codeOf(name, detail), Number(own), detail);
    });
  }

  it("describes every code it sends", () => {
    for (const [name, row] of rows) {
      for (const code of [row.code, ...Object.values(row.details)]) assert.ok(describeCode(code), `${name}: ${code.toString(16)}`);
      assert.match(row.reason, /^[A-Z].*\.$/);
    }
  });

  it("ignores details that are not the row's", () => {
    assert.equal(codeOf("timedOut", "constructor"), 2150858793);
    assert.equal(codeOf("invalidSelectors", "toString"), 2150858813);
  });

  it("names the timeout in the words one client looks for", () => assert.match(faults.timedOut.reason, /OperationTimeout/));
});

describe("the error codes", () => {
  it("cover every number of test/golden/wsman/codes.tsv", () => {
    const missing: string[] = [];
    for (const [range] of table("codes.tsv") as [string][]) {
      const [first, last] = range.split("-").map(Number) as [number, number?];
      for (let code = first; code <= (last ?? first); code++) if (describeCode(code) === undefined) missing.push(code.toString(16));
    }
    assert.deepEqual(missing, []);
  });

  it("say one sentence each, and have distinct names", () => {
    for (const [code, { message }] of errorCodes) assert.match(message, /^[A-Z].*\.$/s, code.toString(16));
    assert.equal(new Set([...errorCodes.values()].map(({ name }) => name)).size, errorCodes.size);
  });

  it("are found signed, too", () => assert.equal(describeCode(-2144108503)?.name, "ERROR_WSMAN_OPERATION_TIMEDOUT"));
});

describe("the faults of shells", () => {
  it("have codes with names of their own, each once, and say what to do", () => {
    const all = Object.values(shellFaults);
    for (const { code, message } of all) {
      assert.ok(describeCode(code), String(code));
      assert.match(message, /^[A-Z].*\.$/);
    }
    assert.equal(new Set(all.map(({ code }) => code)).size, all.length);
  });

  it("name the shell or the command, shortened, and carry the code that clients look for", () => {
    for (const fault of [unknownShell("x".repeat(1000)), unknownCommand("x".repeat(1000))]) {
      assert.equal(codeOf(fault.name, fault.detail), 2150858843);
      assert.match(fault.message ?? fault.provider!.message, /"x{100}…"/u);
    }
    assert.equal(unknownShell("a").provider!.code, 2150858843);
    assert.equal(unknownCommand("a").provider, undefined);
  });
});
