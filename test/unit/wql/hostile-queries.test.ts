import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { StepBudget } from "../../../src/base/step-budget.js";
import { describeExpressionProblem } from "../../../src/base/expression-problem.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { compileQuery, type WqlQuery } from "../../../src/protocol/wql/compile-query.js";
import { parseQuery } from "../../../src/protocol/wql/parse-query.js";
import { createRandom } from "../../fuzz/random.js";
import { cpuTime } from "../../support/cpu-time.js";
import { realQueries } from "./real-queries.js";

const megabyte = 1_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(megabyte / piece.length));

const hostile: Readonly<Record<string, string>> = {
  parentheses: `select * from A where ${fill("(")}`,
  nots: `select * from A where ${fill("not ")}`,
  ors: `select * from A where a=1${fill(" or a=1")}`,
  columns: `select a${fill(",a")} from A`,
  dots: `select ${fill("a.")}a from A`,
  quotes: `select * from A where a = '${fill("\\'")}`,
  digits: `select * from A where a = ${fill("9")}`,
  words: fill("a"),
  blanks: fill(" "),
  braces: `associators of {${fill("x'")}`,
  brackets: `select * from A where a like '${fill("[")}'`,
};

describe("a hostile query", () => {
  for (const [name, text] of Object.entries(hostile)) {
    it(`of a megabyte is refused unread: ${name}`, () => {
      const parsed = parseQuery(text);
      assert.ok(!parsed.ok);
      assert.match(parsed.error.message, /at most 65536 characters/u);
    });

    it(`as long as queries may be is read or refused, and never twice: ${name}`, () => {
      const parsed = parseQuery(text.slice(0, 65_536));
      if (parsed.ok) compileQuery(parsed.value, []);
      else assert.ok(describeExpressionProblem(text, parsed.error).length < 300);
    });
  }

  it("has at most 1000 comparisons, 1000 columns, 64 parentheses inside each other", () => {
    const where = (condition: string): string => `select * from A where ${condition}`;
    const chain = (length: number): string => where(Array.from({ length }, (_, n) => `a=${n}`).join(" or "));
    const columns = (length: number): string => `select ${Array.from({ length }, (_, n) => `a${n}`).join(",")} from A`;
    const nested = (depth: number): string => where(`${"(".repeat(depth)}a=1${")".repeat(depth)}`);
    for (const [make, limit] of [[chain, 1000], [columns, 1000], [nested, 64]] as const) {
      assert.ok(parseQuery(make(limit)).ok);
      assert.ok(!parseQuery(make(limit + 1)).ok);
    }
    assert.ok(parseQuery(where(Array.from({ length: 500 }, () => "(a=1)").join(" and "))).ok, "those beside each other are not counted");
  });

  it("takes as many steps for an item as it has terms and characters, however it is built", () => {
    const text = "ab".repeat(5000);
    const item: XmlElement = { name: "A", namespace: "", attributes: [], children: [{ name: "a", namespace: "", attributes: [], children: [text] }] };
    const terms = Array.from({ length: 1000 }, (_, n) => `a like '%${"ab%".repeat(5)}${n}'`).join(" or ");
    const parsed = parseQuery(`select * from A where ${terms}`);
    assert.ok(parsed.ok);
    const compiled = compileQuery(parsed.value, []);
    assert.ok(compiled.ok);
    const budget = new StepBudget(400_000);
    compiled.value.matches(item, budget);
    assert.equal(budget.isExhausted, true);
    assert.ok(budget.left > -20_000, "it ends with the term in which the steps ran out");
  });

  const compiled = (text: string): WqlQuery => {
    const parsed = parseQuery(text);
    assert.ok(parsed.ok);
    const query = compileQuery(parsed.value, []);
    assert.ok(query.ok);
    return query.value;
  };
  const leftBy = (query: WqlQuery, item: XmlElement): number => {
    const budget = new StepBudget(300_000);
    query.matches(item, budget);
    return budget.left;
  };
  const leaf = (name: string, ...children: XmlElement["children"]): XmlElement => ({ name, namespace: "", attributes: [], children });
  const thousand = (term: string): string => `select * from A where ${Array.from({ length: 1000 }, () => term).join(" or ")}`;

  it("pays for every look at a long value, though the first character decides", () => {
    for (const term of ["a like 'x'", "a < 'a'", "a like 'x%'"]) assert.ok(leftBy(compiled(thousand(term)), leaf("A", leaf("a", "q".repeat(400_000)))) < 0, term);
  });

  it("pays for an object's elements each time it looks at them", () => {
    const object = leaf("a", ...Array.from({ length: 20_000 }, () => leaf("b")));
    for (const term of ["a = 'x'", "a.c = 'x'"]) assert.ok(leftBy(compiled(thousand(term)), leaf("A", object)) < 0, term);
  });

  it("finds a character in a set of thousands without asking each of them", () => {
    const members = Array.from({ length: 20_000 }, (_, n) => String.fromCodePoint(0x4e00 + 2 * (n % 10_000))).join("");
    const query = compiled(`select * from A where a like '%[${members}]z'`);
    const item = leaf("A", leaf("a", "q".repeat(2000)));
    const spent = cpuTime(() => {
      for (let turn = 0; turn < 20; turn++) assert.ok(leftBy(query, item) > 290_000);
    });
    assert.ok(spent < 500, `${spent} ms`);
  });

  it("may spell a thousand properties as it likes", () => {
    const shape = { name: "A", properties: Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`Property${n}`, "string"])) };
    const names = Array.from({ length: 1000 }, (_, n) => `pROPERTY${1999 - n}`);
    const query = parseQuery(`select ${names.join(",")} from A where ${names.map((name) => `${name}='x'`).join(" and ")}`);
    assert.ok(query.ok);
    const spent = cpuTime(() => assert.ok(compileQuery(query.value, [shape]).ok));
    assert.ok(spent < 150, `${spent} ms`);
  });

  it("costs milliseconds at most, whatever it is", () => {
    const spent = cpuTime(() => {
      for (const text of Object.values(hostile)) {
        parseQuery(text);
        parseQuery(text.slice(0, 65_536));
      }
    });
    // Ten a query would be 220; a machine that does other things has some more.
    assert.ok(spent < 500, `${spent} ms for ${Object.keys(hostile).length * 2} queries`);
  });
});

describe("whatever is sent as a query", () => {
  const pieces = ["select", "*", "from", "where", "A", "a", "b.c", "and", "or", "not", "(", ")", "=", "<>", "<", ">=", "like", "is", "null", "isa", "'x%'", '"[a-"', "5", "-1.5", "true", ",", ".", "{", "}", "within", "group", "having", "associators of", "__CLASS", "\\", "é", "\u0000", "'"];
  it("is read or refused with a place inside it, and never throws", () => {
    const random = createRandom(20_260_301);
    const seeds = realQueries.flat();
    let read = 0;
    for (let turn = 0; turn < 20_000; turn++) {
      let text: string;
      if (turn % 2 === 0) text = Array.from({ length: random.below(14) }, () => pieces[random.below(pieces.length)]!).join(random.below(5) === 0 ? "" : " ");
      else {
        const seed = seeds[random.below(seeds.length)]!;
        const at = random.below(seed.length);
        text = seed.slice(0, at) + pieces[random.below(pieces.length)]! + seed.slice(at + random.below(4));
      }
      const parsed = parseQuery(text);
      if (!parsed.ok) {
        assert.ok(parsed.error.offset >= 0 && parsed.error.offset <= text.length, text);
        assert.ok(describeExpressionProblem(text, parsed.error).length < 400, text);
        continue;
      }
      read++;
      const compiled = compileQuery(parsed.value, []);
      if (!compiled.ok) assert.ok(compiled.error.offset <= text.length, text);
      else compiled.value.matches({ name: compiled.value.className, namespace: "", attributes: [], children: [{ name: "a", namespace: "", attributes: [], children: ["x"] }] }, new StepBudget(10_000));
    }
    assert.ok(read > 1000, `${read} were read`);
  });
});
