import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeXml } from "../../../src/protocol/xml/decode-xml.js";
import { encodeXml } from "../../../src/protocol/xml/encode-xml.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { XmlScanner, XmlToken } from "../../../src/protocol/xml/scanner.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { TagMemo } from "../../../src/protocol/xml/tag-memo.js";
import { XmlSyntaxError } from "../../../src/protocol/xml/xml-problem.js";
import { cpuTime } from "../../support/cpu-time.js";

const refused: readonly (readonly [text: string, code: string, offset: number])[] = [
  ['<a b="1" b="2"/>', "duplicate-attribute", 9],
  ['<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', "duplicate-attribute", 35],
  ['<a xmlns="u" xmlns="v"/>', "duplicate-attribute", 13],
  ["<p:a/>", "unbound-prefix", 1],
  ['<a p:b="1"/>', "unbound-prefix", 3],
  ['<a><b xmlns:p="u"/><p:c/></a>', "unbound-prefix", 20],
  ["<a></b>", "mismatched-end-tag", 5],
  ["<a></ab>", "mismatched-end-tag", 5],
  ["<ab></a>", "mismatched-end-tag", 6],
  ["<a><b></a></b>", "mismatched-end-tag", 8],
  ["<a>", "unexpected-end", 1],
  ["<a", "unexpected-end", 2],
  ['<a b="', "unexpected-end", 5],
  ["<a/><!-- ", "unexpected-end", 4],
  ["<a><![CDATA[ ]]</a>", "unexpected-end", 3],
  ["<a>&x;</a>", "unknown-entity", 3],
  ["<a>&constructor;&__proto__;</a>", "unknown-entity", 3],
  ["<a>&#x;</a>", "unknown-entity", 3],
  ["<a>& </a>", "bare-ampersand", 3],
  ['<a b="&"/>', "bare-ampersand", 6],
  ["<a>&amp</a>", "bare-ampersand", 3],
  ["<a>\u0001</a>", "forbidden-character", 3],
  ["<a>\0</a>", "forbidden-character", 3],
  ["<a>\ufffe</a>", "forbidden-character", 3],
  ["<a>\ud800</a>", "forbidden-character", 3],
  ["<a>\ude00\ud83d</a>", "forbidden-character", 3],
  ["<a>&#1;</a>", "forbidden-character", 3],
  ["<a>&#xD800;</a>", "forbidden-character", 3],
  ["<a>&#x110000;</a>", "forbidden-character", 3],
  ["<a><!-- -- --></a>", "double-hyphen-in-comment", 8],
  ["<a><!-- ---></a>", "double-hyphen-in-comment", 8],
  ["<a>]]></a>", "section-end-in-text", 3],
  ['<a b="<"/>', "tag-in-attribute", 6],
  ["<a b=1/>", "expected-quote", 5],
  ["<a b/>", "expected-equals", 4],
  ["<a/><b/>", "second-root", 4],
  ["<a/>text", "text-outside-root", 4],
  ["text<a/>", "text-outside-root", 0],
  ["<a/>&#32;", "text-outside-root", 4],
  ["<a/></a>", "unexpected-end-tag", 4],
  ["<![CDATA[]]><a/>", "bad-markup", 0],
  ["", "missing-root", 0],
  ["<!-- only -->", "missing-root", 13],
  ["<1a/>", "bad-name", 1],
  ["< a/>", "bad-name", 1],
  ["<a:b:c xmlns:a='u'/>", "bad-name", 4],
  ["<:a/>", "bad-name", 1],
  ["<a xmlns:='u'/>", "bad-name", 9],
  ['<a xmlns:p=""/>', "empty-namespace", 3],
  ['<a xmlns:xml="u"/>', "reserved-prefix", 3],
  ['<a xmlns:xmlns="u"/>', "reserved-prefix", 3],
  ['<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>', "reserved-namespace", 3],
  ['<a xmlns="http://www.w3.org/2000/xmlns/"/>', "reserved-namespace", 3],
  ['<a b="1"c="2"/>', "missing-space", 8],
  ['<a></a b="1">', "attribute-on-end-tag", 7],
  ['<a><?xml version="1.0"?></a>', "misplaced-declaration", 3],
  [' <?xml version="1.0"?><a/>', "misplaced-declaration", 1],
  ["<a><?x:y ?></a>", "bad-instruction-target", 3],
  ["<a><?x?y ?></a>", "bad-instruction-target", 3],
  ["<a><? x?></a>", "bad-instruction-target", 3],
  ["<?xml?><a/>", "misplaced-declaration", 0],
  ['<?xml encoding="utf-8"?><a/>', "bad-declaration", 0],
  ['<?xml version="2.0"?><a/>', "unsupported-version", 0],
  ["<!DOCTYPE a><a/>", "doctype-forbidden", 0],
  ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "doctype-forbidden", 0],
  ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "doctype-forbidden", 0],
  ["<a><!DOCTYPE a></a>", "doctype-forbidden", 3],
];

function problemOf(text: string): { code: string; offset: number } | undefined {
  const result = readElement(text, wireLimits);
  return result.ok ? undefined : { code: result.error.code, offset: result.error.offset };
}

/** A refusal has to come before the work: generous for a slow machine, far below what a quadratic scan would take. */
function refusesQuickly(text: string, code: string): void {
  const took = cpuTime(() => assert.equal(problemOf(text)?.code, code));
  assert.ok(took < 10_000, `took ${took} ms of processor`);
}

describe("scanner", () => {
  for (const [text, code, offset] of refused) {
    it(`refuses ${JSON.stringify(text)}: ${code}`, () => assert.deepEqual(problemOf(text), { code, offset }));
  }

  it("refuses a declaration that names another encoding than the octets have", () => {
    const lie = decodeXml(encodeXml('<?xml version="1.0" encoding="utf-16"?><a/>', "utf-8", false), "utf-8");
    assert.equal(lie.ok ? "accepted" : lie.error.code, "encoding-mismatch");
  });

  it("normalises line ends and attribute values as XML 1.0 says", () => {
    const result = readElement('<a b="1\r\n2\t3&#10;4&#13;">x\r\ny\rz&#13;<![CDATA[\r\n]]></a>', wireLimits);
    assert.ok(result.ok);
    assert.equal(result.value.attributes[0]?.value, "1 2 3\n4\r");
    assert.deepEqual(result.value.children, ["x\ny\nz\r\n"]);
  });

  it("tells names, namespaces and offsets of each token", () => {
    const source = '<p:a xmlns:p="u" p:b=\'1&lt;\' c="2"><d xmlns="v"/>t</p:a >';
    const scanner = new XmlScanner(source, wireLimits);
    assert.equal(scanner.next(), XmlToken.start);
    assert.deepEqual([scanner.localName, scanner.namespace, scanner.prefix, scanner.depth, scanner.isEmptyElement], ["a", "u", "p", 1, false]);
    assert.equal(source.slice(scanner.nameStart, scanner.nameEnd), "p:a");
    assert.equal(scanner.attributeCount, 2);
    assert.deepEqual([scanner.attributeName(0), scanner.attributeNamespace(0), scanner.attributePrefix(0), scanner.attributeValue(0)], ["b", "u", "p", "1<"]);
    assert.equal(source.slice(scanner.attributeStart(0), scanner.attributeValueEnd(0)), "p:b='1&lt;");
    assert.equal(source.slice(scanner.attributeValueStart(0), scanner.attributeValueEnd(0)), "1&lt;");
    assert.equal(scanner.attribute("", "c"), "2");
    assert.equal(scanner.attribute("", "b"), undefined);
    assert.equal(scanner.next(), XmlToken.start);
    assert.ok(scanner.is("v", "d") && scanner.isEmptyElement);
    assert.deepEqual(scanner.namespacesInScope(), [["p", "u"], ["", "v"]]);
    assert.deepEqual(scanner.inheritedNamespaces(), [["p", "u"]]);
    assert.equal(scanner.next(), XmlToken.end);
    assert.deepEqual([scanner.localName, scanner.namespace, scanner.depth], ["d", "v", 2]);
    assert.equal(scanner.next(), XmlToken.text);
    assert.deepEqual([scanner.text, scanner.isWhitespace, scanner.depth], ["t", false, 1]);
    assert.deepEqual([scanner.lookupNamespace(""), scanner.lookupNamespace("p"), scanner.lookupNamespace("q")], ["", "u", undefined]);
    assert.equal(scanner.next(), XmlToken.end);
    assert.equal(source.slice(scanner.tokenStart, scanner.tokenEnd), "</p:a >");
    assert.equal(scanner.next(), XmlToken.eof);
  });

  it("skips an element and stands on its end tag", () => {
    const source = "<a><b><c/>t<b>u</b></b><d/></a>";
    const scanner = new XmlScanner(source, wireLimits);
    scanner.next();
    scanner.next();
    const start = scanner.tokenStart;
    scanner.skipElement();
    assert.equal(source.slice(start, scanner.tokenEnd), "<b><c/>t<b>u</b></b>");
    scanner.next();
    scanner.skipElement();
    assert.equal(source.slice(scanner.tokenEnd), "</a>");
  });

  it("takes names that mean something to JavaScript for names", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const attributes = names.map((name) => `${name}="${name}"`).join(" ");
    const result = readElement(`<__proto__ xmlns:constructor="u" ${attributes}><constructor:toString/></__proto__>`, wireLimits);
    assert.ok(result.ok);
    assert.deepEqual(result.value.attributes.map(({ name, value }) => [name, value]), names.map((name) => [name, name]));
  });
});

describe("scanner under attack", () => {
  const many = (count: number, piece: (i: number) => string): string => Array.from({ length: count }, (_, i) => piece(i)).join("");

  it("refuses 100 000 nested elements", () => refusesQuickly("<a>".repeat(100_000), "too-deep"));
  it("refuses 50 000 attributes", () => refusesQuickly(`<a ${many(50_000, (i) => `b${String(i)}="" `)}/>`, "too-many-attributes"));
  it("refuses 50 000 namespace declarations", () => refusesQuickly(`<a ${many(50_000, (i) => `xmlns:b${String(i)}="u" `)}/>`, "too-many-namespaces"));
  it("refuses a name of a million letters", () => refusesQuickly(`<${"a".repeat(1_000_000)}/>`, "name-too-long"));
  it("refuses a character number of a million digits", () => refusesQuickly(`<a>&#${"0".repeat(1_000_000)}65;</a>`, "reference-too-long"));
  it("refuses a million open quotes", () => refusesQuickly(`<a ${'b="'.repeat(1_000_000)}`, "missing-space"));

  it("reads a million references, and text in many small pieces, in time proportional to their length", () => {
    const took = cpuTime(() => {
      assert.ok(readElement(`<a>${"&amp;".repeat(1_000_000)}</a>`, wireLimits).ok);
      assert.ok(readElement(`<a>${"\r<b/>".repeat(100_000)}&amp;</a>`, wireLimits).ok);
      assert.ok(readElement(`<a>${"<![CDATA[&]]>x".repeat(100_000)}</a>`, wireLimits).ok);
    });
    assert.ok(took < 20_000, `took ${took} ms of processor`);
  });

  it("compares the names of attributes that hash alike one by one, within the limit", () => {
    const names = Array.from({ length: 64 }, (_, i) => Array.from({ length: 6 }, (_, bit) => ((i >> bit) & 1 ? "Aa" : "BB")).join(""));
    assert.ok(readElement(`<a ${names.map((name) => `${name}=""`).join(" ")}/>`, wireLimits).ok);
  });

  it("throws nothing but XmlSyntaxError", () => {
    for (const [text] of refused) {
      const scanner = new XmlScanner(text, wireLimits);
      assert.throws(() => {
        while (scanner.next() !== XmlToken.eof);
      }, XmlSyntaxError);
    }
  });

  it("a document of nothing but new tags costs little more with a memo than without, and what is known stays right behind them", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `<p:v xmlns:p="urn:p" name="n${index}"/>`).join("");
    const namespaces = (text: string, memo?: TagMemo): string[] => {
      const scanner = new XmlScanner(text, wireLimits, undefined, undefined, memo);
      const found: string[] = [];
      for (let token = scanner.next(); token !== XmlToken.eof; token = scanner.next()) if (token === XmlToken.start) found.push(`${scanner.namespace} ${scanner.localName}`);
      return found;
    };
    const memo = new TagMemo();
    const tail = (uri: string): string => `<q:a xmlns:q="${uri}"><q:b><q:c/></q:b></q:a>`;
    // The same inner tags, in another namespace each time, before and behind the last tag that is remembered.
    const text = `<x>${tail("urn:1")}${tail("urn:2")}${many}${tail("urn:3")}${tail("urn:1")}${tail("urn:4")}</x>`;
    const expected = namespaces(text);
    for (let round = 0; round < 2; round++) assert.deepEqual(namespaces(text, memo), expected);
    const times = (known?: TagMemo): number => Math.min(...[0, 1, 2].map(() => cpuTime(() => namespaces(text, known))));
    const without = times();
    assert.ok(times(new TagMemo()) < 4 * without + 20);
  });
});
