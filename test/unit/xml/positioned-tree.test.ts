import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lineIndex } from "../../../src/protocol/xml/line-index.js";
import { readPositionedTree, type PositionedElement } from "../../../src/protocol/xml/positioned-tree.js";

/** Short form of a tree: `a(b="1",c)[d,"text"]`. */
function show({ name, attributes, children, text }: PositionedElement): string {
  const inTag = attributes.map((a) => `${a.name}=${JSON.stringify(a.value)}`).join(" ");
  const inside = [...(text.trim() === "" ? [] : [JSON.stringify(text.trim())]), ...children.map(show)].join(",");
  return name + (inTag === "" ? "" : `(${inTag})`) + (inside === "" ? "" : `[${inside}]`);
}

/** One mistake each: the text, the one problem with its offset, and what is read all the same. */
const mistakes: readonly (readonly [text: string, code: string, offset: number, tree: string | undefined])[] = [
  ['<a N-"10" b="1"/>', "expected-equals", 4, 'a(N="10" b="1")'],
  ['<a N:"10" b="1"/>', "expected-equals", 4, 'a(N="10" b="1")'],
  ['<a N - "10" b="1"/>', "expected-equals", 5, 'a(N="10" b="1")'],
  ['<a N+"10" b="1"/>', "expected-equals", 4, 'a(N="10" b="1")'],
  ['<a N "10" b="1"/>', "expected-equals", 5, 'a(N="10" b="1")'],
  ['<a N=="10" b="1"/>', "unexpected-characters", 5, 'a(N="10" b="1")'],
  ['<a N b="1"/>', "missing-value", 3, 'a(N="" b="1")'],
  ["<a N=/>", "missing-value", 3, 'a(N="")'],
  ["<a b=1/>", "expected-quote", 5, 'a(b="1")'],
  ["<a b=c:\\d/e f='1'/>", "expected-quote", 5, 'a(b="c:\\\\d/e" f="1")'],
  ["<a b=\u201c1\u201d c='2'/>", "expected-quote", 5, 'a(b="1" c="2")'],
  ['<a b=1" c="2"/>', "missing-quote", 5, 'a(b="1" c="2")'],
  ['<a b=one two" c="2"/>', "missing-quote", 5, 'a(b="one two" c="2")'],
  ['<a b="1 c="2"/>', "missing-quote", 5, 'a(b="1" c="2")'],
  ['<a b="1 c="2" d="3"/>', "missing-quote", 5, 'a(b="1" c="2" d="3")'],
  ['<a><b c="1></b><d e="2"/></a>', "missing-quote", 8, 'a[b(c="1"),d(e="2")]'],
  ['<a><b c="1/><d e="2"/></a>', "missing-quote", 8, 'a[b(c="1"),d(e="2")]'],
  ['<a><b c="1/></a>', "missing-quote", 8, 'a[b(c="1")]'],
  ['<a b="1', "missing-quote", 5, 'a(b="1")'],
  ['<a b="1""/>', "unexpected-characters", 8, 'a(b="1")'],
  ['<a b="1" b="2" c="3"/>', "duplicate-attribute", 9, 'a(b="1" c="3")'],
  ['<a b="1"c="2"/>', "missing-space", 8, 'a(b="1" c="2")'],
  ['<a ## b="1"/>', "unexpected-characters", 3, 'a(b="1")'],
  ['<a, b="1"/>', "unexpected-characters", 2, 'a(b="1")'],
  ['<a b="1" / >', "space-in-tag-end", 9, 'a(b="1")'],
  ['<a><b c="1" <d/></a>', "unclosed-tag", 12, 'a[b(c="1")[d]]'],
  ['<a>< b c="1"/></a>', "space-before-name", 4, 'a[b(c="1")]'],
  ["<a>1 < 2</a>", "bare-less-than", 5, 'a["1 < 2"]'],
  ['<a b="1 < 2" c="3"/>', "tag-in-attribute", 8, 'a(b="1 < 2" c="3")'],
  ['<a b="<i>x</i>"><c/></a>', "tag-in-attribute", 6, 'a(b="<i>x</i>")[c]'],
  ['<a b="c?d=1&e=2"/>', "bare-ampersand", 11, 'a(b="c?d=1&e=2")'],
  ["<a>b & c &amp; d</a>", "bare-ampersand", 5, 'a["b & c & d"]'],
  ["<a>&nbsp;</a>", "unknown-entity", 3, 'a["&nbsp;"]'],
  ["<a><b></a>", "missing-end-tag", 4, "a[b]"],
  ["<a><b><c></a>", "missing-end-tag", 4, undefined],
  ["<a>\n<b>\n<c>", "missing-end-tag", 9, "a[b[c]]"],
  ["<a><b></c></a>", "mismatched-end-tag", 8, "a[b]"],
  ["<a><b></B><d/></a>", "mismatched-end-tag", 8, "a[b,d]"],
  ["<a><Plugin></Plugn><d/></a>", "mismatched-end-tag", 13, "a[Plugin,d]"],
  ["<a><b></a></a>", "mismatched-end-tag", 8, "a[b]"],
  ["<a><b/></b><c/></a>", "unexpected-end-tag", 7, "a[b,c]"],
  ["<a><b><c></b></c></a>", "missing-end-tag", 7, "a[b[c]]"],
  ["<a></a></a>", "unexpected-end-tag", 7, "a"],
  ['<a></a b="1">', "attribute-on-end-tag", 7, "a"],
  ["<a><b></b </a>", "unclosed-tag", 6, "a[b]"],
  ["<a></ a>", "space-before-name", 5, "a"],
  ["<a/>junk", "text-outside-root", 4, "a"],
  ["junk<a/>", "text-outside-root", 0, "a"],
  ["<a/><b/>text<c/>", "second-root", 4, "a"],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "doctype-forbidden", 0, 'a["&b;"]'],
  ["<!-- never", "unexpected-end", 0, undefined],
  ["<a><!-- never </a>", "unexpected-end", 3, "a"],
  ["<a><![CDATA[ never </a>", "unexpected-end", 3, undefined],
  ["<a><b c='1' ", "unexpected-end", 12, 'a[b(c="1")]'],
  ["<a><!-- b -- c --><d/></a>", "double-hyphen-in-comment", 10, "a[d]"],
  ["<a>]]></a>", "section-end-in-text", 3, 'a["]]>"]'],
  ["<?xml version='1.0' encoding=utf-8?><a/>", "bad-declaration", 0, "a"],
  ["\n<?xml version='1.0'?><a/>", "misplaced-declaration", 1, "a"],
  ["<p:a/>", "unbound-prefix", 1, "p:a"],
  ["<a>\u0001</a>", "forbidden-character", 3, undefined],
  ["", "missing-root", 0, undefined],
  ["just text", "text-outside-root", 0, undefined],
];

describe("readPositionedTree", () => {
  for (const [text, code, offset, tree] of mistakes) {
    it(`tells the one mistake of ${JSON.stringify(text)}: ${code}`, (t) => {
      const { root, problems } = readPositionedTree(text);
      if (text === "<a><b><c></a>") {
        t.diagnostic("two elements are open: two problems");
        assert.deepEqual(problems.map((p) => [p.code, p.offset]), [[code, 4], [code, 7]]);
        return;
      }
      assert.deepEqual(problems.map((p) => [p.code, p.offset]), [[code, offset]]);
      if (tree !== undefined) assert.equal(root && show(root), tree);
    });
  }

  it("says what was found for an equals sign and what was meant", () => {
    const [problem] = readPositionedTree('<Ops QuotaSystemWindowOperations-"1000"/>').problems;
    assert.deepEqual(problem, {
      code: "expected-equals", offset: 32, length: 1, found: "-", name: "QuotaSystemWindowOperations", suggestion: 'QuotaSystemWindowOperations="1000"',
      message: 'Expected "=" after the attribute name QuotaSystemWindowOperations, found "-". Did you mean QuotaSystemWindowOperations="1000"?',
    });
  });

  it("names the open element and its line", () => {
    const [problem] = readPositionedTree("<a>\n\n  <b>\n</a>").problems;
    assert.equal(problem?.message, "The element <b> opened in line 3 has no end tag </b> before </a>.");
  });

  it("tells all mistakes in one run, in the order of the text", () => {
    const text = '<a>\n<b c-"1"/>\n<d e=2 e="3"/>\n<f g="x & y">\n</a>';
    const { place } = lineIndex(text);
    assert.deepEqual(readPositionedTree(text).problems.map((p) => `${p.code} ${String(place(p.offset).line)}:${String(place(p.offset).column)}`), [
      "expected-equals 2:5", "expected-quote 3:6", "duplicate-attribute 3:8", "missing-end-tag 4:2", "bare-ampersand 4:9",
    ]);
  });

  it("keeps every place, so that the text can be edited", () => {
    const text = "<!-- top --><a b = 'x&amp;y'>\n <!-- in --><c/>t<d>u</d></a>";
    const { root, comments, problems } = readPositionedTree(text);
    assert.deepEqual(problems, []);
    assert.ok(root !== undefined);
    const [b] = root.attributes;
    assert.ok(b !== undefined);
    assert.equal(text.slice(b.offset, b.offset + b.length), "b = 'x&amp;y'");
    assert.equal(text.slice(b.valueOffset, b.valueOffset + b.valueLength), "x&amp;y");
    assert.equal(b.value, "x&y");
    assert.equal(text.slice(root.offset, root.tagEndOffset), "<a b = 'x&amp;y'>");
    assert.equal(text.slice(root.endTagOffset, root.endOffset), "</a>");
    assert.deepEqual([comments, root.comments].map(([c]) => c && [c.text, text.slice(c.offset, c.endOffset)]), [[" top ", "<!-- top -->"], [" in ", "<!-- in -->"]]);
    assert.deepEqual(root.children.map((child) => text.slice(child.offset, child.endOffset)), ["<c/>", "<d>u</d>"]);
    assert.equal(root.text, "\n t");
  });
});

describe("lineIndex", () => {
  it("counts lines at LF, CR LF and CR", () => {
    const lines = lineIndex("a\nbc\r\nd\re");
    assert.equal(lines.lineCount, 4);
    assert.deepEqual([0, 1, 2, 3, 6, 8, 99].map((offset) => Object.values(lines.place(offset)).join(":")), ["1:1", "1:2", "2:1", "2:2", "3:1", "4:1", "4:2"]);
    assert.deepEqual([1, 2, 3, 4, 5, 0].map((line) => lines.line(line)), ["a", "bc", "d", "e", "", ""]);
  });
});

describe("text in a positioned tree", () => {
  it("has the place of each piece that is more than white space; a CDATA section whole", () => {
    const text = "<a> one <b/>\n  <!-- no -->two\n three<c> </c><![CDATA[ ]]><![CDATA[x]]>&#32;&#65; \u00a0</a>";
    const { root } = readPositionedTree(text);
    assert.deepEqual(root!.textPieces.map(({ offset, length }) => text.slice(offset, offset + length)), ["one", "two\n three", "<![CDATA[x]]>", "&#32;&#65;"]);
    assert.deepEqual(root!.children.map(({ textPieces }) => textPieces), [[], []]);
  });
});
