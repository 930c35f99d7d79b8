import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { markElement, sliceElement, spliceNamespaces } from "../../../src/protocol/xml/element-source.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { XmlScanner, XmlToken } from "../../../src/protocol/xml/scanner.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";

/** The first element inside `Body`, as a plug-in gets it. */
function bodyOf(source: string): string {
  const scanner = new XmlScanner(source, wireLimits);
  while (scanner.next() !== XmlToken.start || scanner.localName !== "Body");
  while (scanner.next() !== XmlToken.start);
  const mark = markElement(scanner);
  while (scanner.next() !== XmlToken.eof);
  return sliceElement(source, mark);
}

describe("sliceElement", () => {
  const contents = [
    "<p:x>\r\n  <y/>\r</p:x>",
    "<p:x>\u{1f600} &amp; &#13;</p:x>",
    "<p:x><![CDATA[</s:Body>]]></p:x>",
    "<p:x><!-- </s:Body> --><?pi </s:Body>?></p:x>",
    "<p:x a='&quot;>' b=\"'\"/>",
    "<p:x\n\ta = 'b' ></p:x\n>",
  ];
  for (const content of contents) {
    for (const start of ["", "\ufeff", '<?xml version="1.0"?>\r\n']) {
      it(`gives ${JSON.stringify(content)} back, octet for octet${start === "" ? "" : `, behind ${JSON.stringify(start)}`}`, () => {
        const slice = bodyOf(`${start}<s:E xmlns:s="urn:s" xmlns:p="urn:p"><s:Body> ${content} </s:Body></s:E>`);
        assert.equal(slice.replace(' xmlns:s="urn:s" xmlns:p="urn:p"', ""), content);
        const read = readElement(slice, wireLimits);
        assert.ok(read.ok && read.value.namespace === "urn:p");
      });
    }
  }

  it("splices only what the element does not declare itself", () => {
    const slice = bodyOf('<s:E xmlns:s="urn:s" xmlns="urn:outer" xmlns:p="urn:p" xml:lang="de"><s:Body xmlns:q="a&amp;b"><p:x xmlns:p="urn:own" xml:lang="en"/></s:Body></s:E>');
    assert.equal(slice, '<p:x xmlns:s="urn:s" xmlns="urn:outer" xmlns:q="a&amp;b" xmlns:p="urn:own" xml:lang="en"/>');
  });

  it("takes the innermost language and leaves out a default namespace that was undone", () => {
    const slice = bodyOf('<E xmlns="urn:d" xml:lang="de"><Body xmlns="" xml:lang="fr"><x/></Body></E>');
    assert.equal(slice, '<x xml:lang="fr"/>');
  });
});

describe("spliceNamespaces", () => {
  it("makes a text self-contained", () => {
    const inScope = new Map([["p", "urn:p"], ["q", "urn:q"], ["", ""]]);
    assert.equal(spliceNamespaces('<p:x xmlns:q="1"/>', inScope, "en"), '<p:x xmlns:p="urn:p" xml:lang="en" xmlns:q="1"/>');
  });
});
