import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { describeExpressionProblem } from "../../../src/base/expression-problem.js";
import { compileQuery } from "../../../src/protocol/wql/compile-query.js";
import { parseQuery } from "../../../src/protocol/wql/parse-query.js";
import type { Condition, SelectStatement, WqlStatement } from "../../../src/protocol/wql/statement.js";
import { projectRoot } from "../../support/project-root.js";
import { realQueries } from "./real-queries.js";

function statementOf(text: string): WqlStatement {
  const parsed = parseQuery(text);
  assert.ok(parsed.ok, parsed.ok ? "" : describeExpressionProblem(text, parsed.error));
  return parsed.value;
}

/** A condition as one would write it with every parenthesis. */
function show(condition: Condition | undefined): string {
  if (condition === undefined) return "";
  switch (condition.kind) {
    case "and":
    case "or": return `(${condition.terms.map(show).join(` ${condition.kind} `)})`;
    case "not": return `not ${show(condition.of)}`;
    case "comparison": return `${condition.path.names.join(".")} ${condition.operator} ${condition.constant.type}:${condition.constant.text}`;
    case "like": return `${condition.path.names.join(".")} like ${condition.pattern.text}`;
    case "isNull": return `${condition.path.names.join(".")} is ${condition.isNegated ? "not " : ""}null`;
    case "isa": return `${condition.path.names.join(".")} isa ${condition.className.name}`;
  }
}

const whereOf = (text: string): string => show((statementOf(`select * from A where ${text}`) as SelectStatement).where);

describe("a query is read", () => {
  it("whatever real tools send", () => {
    assert.equal(realQueries.length, 26);
    for (const text of realQueries.flat()) {
      const compiled = compileQuery(statementOf(text), []);
      assert.ok(compiled.ok, text);
      assert.match(compiled.value.className, /^(?:Win32|DCIM)_/u);
    }
  });

  const conditions: readonly (readonly [string, string])[] = [
    ["a=1 or b=2 and not c=3", "(a = number:1 or (b = number:2 and not c = number:3))"],
    ["(a=1 or b=2) and c=3", "((a = number:1 or b = number:2) and c = number:3)"],
    ["not (a=1 and b=2)", "not (a = number:1 and b = number:2)"],
    ["NOT a LIKE 'x%'", "not a like x%"],
    ["5 < a", "a > number:5"],
    ["'x' = a", "a = string:x"],
    ["5 >= a", "a <= number:5"],
    ["a != 1", "a <> number:1"],
    ["a = NULL", "a is null"],
    ["a <> NULL", "a is not null"],
    ["NULL != a", "a is not null"],
    ["a is null and b is not NULL", "(a is null and b is not null)"],
    ["a.b.c = TRUE", "a.b.c = boolean:true"],
    ["a.from = false", "a.from = boolean:false"],
    ["a isa 'B' or __this isa C", "(a isa B or __this isa C)"],
    [String.raw`a = 'it\'s' or b = "say \"hi\"" or c = 'C:\\Temp' or d = 'a\nb'`, String.raw`(a = string:it's or b = string:say "hi" or c = string:C:\Temp or d = string:a\nb)`],
    [`a = "it's" or a = 'say "hi"'`, `(a = string:it's or a = string:say "hi")`],
    ["a=-1 or a=+2 or a=.5 or a=1.50", "(a = number:-1 or a = number:+2 or a = number:.5 or a = number:1.50)"],
    ["a\t=\r\n1", "a = number:1"],
    ["__CLASS='A'", "__CLASS = string:A"],
    ["größe = 1", "größe = number:1"],
  ];
  for (const [text, shown] of conditions) it(text, () => assert.equal(whereOf(text), shown));

  it("also one for associations", () => {
    const of = statementOf("ASSOCIATORS OF {Win32_DiskDrive.DeviceID='\\\\\\\\.\\\\PHYSICALDRIVE0}'} WHERE AssocClass=Win32_DiskDriveToDiskPartition keysonly");
    assert.equal(of.kind, "associators");
    assert.deepEqual({ ...of, keywords: [...(of.kind === "associators" ? of.keywords : [])] }, {
      kind: "associators", objectPath: "Win32_DiskDrive.DeviceID='\\\\\\\\.\\\\PHYSICALDRIVE0}'", offset: 0, keywords: [["AssocClass", "Win32_DiskDriveToDiskPartition"], ["KeysOnly", true]],
    });
    assert.equal(statementOf('references of {Win32_Service="x"}').kind, "references");
  });

  for (const [text, why] of [
    ["select * from __InstanceCreationEvent within 5 where TargetInstance isa 'Win32_Process'", 'WITHIN makes this a query for events, which are not enumerated (at character 39, near "within 5 where TargetIns…").'],
    ["select * from Win32_X group within 10 by a, b having NumberOfEvents > 5", 'GROUP makes this a query for events, which are not enumerated (at character 23, near "group within 10 by a, b …").'],
    ["select * from __InstanceModificationEvent", '__InstanceModificationEvent is a class of events, which are not enumerated (at character 15, near "__InstanceModificationEv…").'],
    ["select * from meta_class where __this isa 'Win32_Service'", 'meta_class holds class definitions, which are not enumerated (at character 15, near "meta_class where __this …").'],
    ["associators of {A='1'}", "ASSOCIATORS OF is not served; ask for the instances of the association's class (at character 1, near \"associators of {A='1'}\")."],
    ["references of {A='1'}", "REFERENCES OF is not served; ask for the instances of the association's class (at character 1, near \"references of {A='1'}\")."],
  ] as const) {
    it(`and refused by name: ${text}`, () => {
      const compiled = compileQuery(statementOf(text), []);
      assert.equal(compiled.ok ? "" : describeExpressionProblem(text, compiled.error), why);
    });
  }
});

describe("what is no query is told why and where", () => {
  for (const line of readFileSync(join(projectRoot, "test", "golden", "wql", "refused.tsv"), "utf8").split("\n").filter((each) => each !== "")) {
    const [text, why] = line.split("\t") as [string, string];
    it(text === "" ? "nothing" : text, () => {
      const parsed = parseQuery(text);
      assert.ok(!parsed.ok, "it is read");
      assert.equal(describeExpressionProblem(text, parsed.error), why);
    });
  }
});
