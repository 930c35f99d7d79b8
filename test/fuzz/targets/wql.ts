import assert from "node:assert/strict";
import { describeExpressionProblem } from "../../../src/base/expression-problem.js";
import { StepBudget } from "../../../src/base/step-budget.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import type { ClassShape } from "../../../src/protocol/wql/class-shape.js";
import { compileQuery, sizeOf } from "../../../src/protocol/wql/compile-query.js";
import { parseQuery } from "../../../src/protocol/wql/parse-query.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";
import type { Random } from "../random.js";

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const items = [
  `<p:Item xmlns:p="urn:c" ${xsi}><p:Name>Alpha</p:Name><p:Size>18446744073709551615</p:Size><p:Started>2024-01-31T12:00:00Z</p:Started><p:Gone xsi:nil="true"/><p:On>true</p:On><p:Tags>a</p:Tags><p:Tags>b</p:Tags></p:Item>`,
  `<Item><Name>${"a".repeat(3000)}</Name><Size>-1</Size><On>maybe</On></Item>`, "<Sub xmlns='urn:c'><Name/><Size>x</Size><Started><Datetime>2024-01-31T12:00:00Z</Datetime></Started></Sub>", "<Other>text</Other>",
].map((text): XmlElement => {
  const read = readElement(text, wireLimits);
  assert.ok(read.ok);
  return read.value;
});
const classes: readonly ClassShape[] = [
  { name: "Item", properties: { Name: "string", Size: "uint64", Started: "datetime", Gone: "string", On: "boolean", Tags: "string[]" } },
  { name: "Sub", superClass: "Item", properties: { Name: "string", Size: "uint64", Started: "datetime" } },
];

const words = [
  ...oddCharacters, " and ", " or ", " not ", "(", ")", "select ", "*", " from ", " where ", "Item", "Sub", "Name", "Size", "Started", "Gone", "Tags", "__CLASS", "__PATH", "=", "<>", "<", "<=", "!=", " like ", " is null", " is not null", " isa ", "'", '"', "\\", "%", "_", "[", "[a-z]", "[^", "]", "'a%'", "1", "-5", "1.5", "0x1F", "true", "null", "NULL", ".", ",", "'2024-01-31'", "within 5", "group by", "ASSOCIATORS OF ", "{", "}", "meta_class", "'%a%b%c%'", "/*", "--", ";",
];

function term(random: Random, depth: number): string {
  if (depth < 4 && random.oneIn(3)) return `(${term(random, depth + 1)} ${random.pick(["and", "or", "AND"])} ${random.pick(["", "not "])}${term(random, depth + 1)})`;
  const property = random.pick(["Name", "Size", "Started", "Gone", "On", "Tags", "name", "__CLASS"]);
  switch (random.below(4)) {
    case 0: return `${property} ${random.pick(["=", "<>", "!=", "<", "<=", ">", ">="])} ${random.pick(["'a'", '"Alpha"', "5", "-1", "18446744073709551616", "true", "'2024-01-31'", "'20240131120000.000000+000'", "1.5", "''"])}`;
    case 1: return `${property} like '${random.pick(["a%", "%a%b%", "_l[a-p]ha", "[^x]%", "%%%", "", "[[]%", "%aaaaaaaaaaaaab"])}'`;
    case 2: return `${property} is ${random.pick(["", "not "])}null`;
    default: return `${random.pick(["Item", "__THIS"])} isa 'Item'`;
  }
}

const grow = (random: Random): string => `select ${random.pick(["*", "Name", "Name, Size", "__CLASS,Name", "name,NAME"])} from ${random.pick(["Item", "item", "Sub"])}${random.oneIn(4) ? "" : ` where ${term(random, 0)}`}`;

export const wql = pureTarget<string>({
  name: "wql",
  promise: "A query is compiled or refused at a place inside it; asked of items it answers within its steps, or has used them up.",
  cases: 20_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => mutateWords(random.oneIn(12) ? "ASSOCIATORS OF {Item.Name='a'} WHERE AssocClass=X ResultRole = r" : grow(random), words, random),
  check: (text) => {
    const checkProblem = (problem: { readonly message: string; readonly offset: number }): false => {
      assert.ok(problem.offset >= 0 && problem.offset <= text.length, `at ${problem.offset}: ${problem.message}`);
      assert.match(describeExpressionProblem(text, problem), /\.$/u);
      return false;
    };
    const statement = parseQuery(text);
    if (!statement.ok) return checkProblem(statement.error);
    let isServed = false;
    for (const known of [classes, []]) {
      const query = compileQuery(statement.value, known);
      if (!query.ok) {
        checkProblem(query.error);
        continue;
      }
      isServed = true;
      for (const item of items) {
        for (const most of [200, 100_000]) {
          const budget = new StepBudget(most);
          assert.equal(typeof query.value.matches(item, budget), "boolean");
          // What is looked at only now and then may overdraw, but by no more than each comparison's piece of the text.
          assert.ok(budget.left > -(1024 + sizeOf(item) * 2) * (1 + text.length / 4), `${budget.left} steps of ${most} left`);
        }
        const picked = query.value.pick(item);
        assert.ok(picked.every((element) => item.children.includes(element) || element.children.length === 0));
      }
    }
    return isServed;
  },
});
