import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CodePage, WbxmlElement } from "../../../src/protocol/wbxml/document.js";
import { readDocument } from "../../../src/protocol/wbxml/read-document.js";
import { writeDocument } from "../../../src/protocol/wbxml/write-document.js";

const pages: readonly CodePage[] = [
  { namespace: "urn:a", aliases: [""], tags: ["A", "B", undefined, "C"] },
  { namespace: "urn:b", tags: ["A"] },
];

const octets = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const a = (...children: WbxmlElement["children"]): WbxmlElement => ({ name: "A", namespace: "urn:a", children });
/** Version 1.2, public identifier 1, UTF-8, no string table. */
const head = "02 01 6A 00";

describe("a WBXML document", () => {
  const good: readonly (readonly [what: string, hex: string, root: WbxmlElement])[] = [
    ["an empty root", `${head} 05`, a()],
    ["a root with content that is none", `${head} 45 01`, a()],
    ["text inline", `${head} 45 03 C3BC 00 01`, a("ü")],
    ["pieces of text, one", `${head} 45 03 61 00 03 62 00 02 81 00 01`, a("ab\u0080")],
    ["text of the table, its last one without an end", "02 01 6A 03 61 00 62 45 83 00 83 02 01", a("ab")],
    ["octets", `${head} 45 C3 02 00FF 01`, a(Uint8Array.of(0, 255))],
    ["elements of two pages", `${head} 45 00 01 05 00 00 06 01`, a({ name: "A", namespace: "urn:b", children: [] }, { name: "B", namespace: "urn:a", children: [] })],
    ["elements without a token", "02 01 6A 02 58 00 45 04 00 44 00 03 31 00 01 01", a({ name: "X", namespace: "urn:a", children: [] }, { name: "X", namespace: "urn:a", children: ["1"] })],
    ["ISO 8859-1", "01 01 04 00 45 03 FC 00 01", a("ü")],
    ["US-ASCII", "03 01 03 00 45 03 41 00 01", a("A")],
    ["a charset that is not said", "03 01 00 00 45 03 C3BC 00 01", a("ü")],
  ];
  for (const [what, hex, root] of good) {
    it(`is read: ${what}`, () => {
      const read = readDocument(octets(hex), pages);
      assert.ok(read.ok, JSON.stringify(read));
      assert.deepEqual(read.value.root, root);
      const again = readDocument(writeDocument(read.value, pages), pages);
      assert.ok(again.ok);
      assert.deepEqual(again.value.root, root);
    });
  }

  it("has its public identifier as a number, or as a text of the table", () => {
    const read = readDocument(octets("02 00 00 6A 02 50 00 05"), pages);
    assert.ok(read.ok);
    assert.deepEqual([read.value.publicId, read.value.version], ["P", "1.2"]);
    assert.equal(Buffer.from(writeDocument({ publicId: "P", root: a() }, pages)).toString("hex"), "0200006a02500005");
    assert.equal(Buffer.from(writeDocument({ publicId: 0x1201, root: a() }, pages)).toString("hex"), "02a4016a0005");
  });

  it("keeps text with a NUL as octets, and an element of a namespace that has no page by its name", () => {
    assert.equal(Buffer.from(writeDocument({ publicId: 1, root: a("a\0") }, pages)).toString("hex"), "02016a0045c302610001");
    const read = readDocument(writeDocument({ publicId: 1, root: a({ name: "Z", namespace: "urn:elsewhere", children: ["z"] }) }, pages), pages);
    assert.ok(read.ok);
    assert.deepEqual(read.value.root, a({ name: "Z", namespace: "urn:a", children: ["z"] }));
  });

  const bad: readonly (readonly [what: string, hex: string, code: string, offset: number])[] = [
    ["nothing", "", "unexpected-end", 0],
    ["text", "3C 61 2F 3E", "not-wbxml", 0],
    ["version 1.0", "00 01 6A 00 05", "unsupported-version", 0],
    ["version 1.4", "04 01 6A 00 05", "unsupported-version", 0],
    ["UTF-16", "02 01 87 77 00 05", "unsupported-charset", 4],
    ["a string table that is longer than the document", "02 01 6A 8F FF FF FF 7F 05", "unexpected-end", 8],
    ["a number of more than 32 bits", "02 01 6A 90 80 80 80 00 05", "bad-number", 3],
    ["a number of six octets", "02 01 6A 80 80 80 80 80 00 05", "bad-number", 3],
    ["octets that are said to be a gigabyte", `${head} 45 C3 84 80 80 80 00 61`, "unexpected-end", 11],
    ["text without an end", `${head} 45 03 61`, "unexpected-end", 6],
    ["text that is not UTF-8", `${head} 45 03 FF 00 01`, "bad-text", 5],
    ["text that is not US-ASCII", "02 01 03 00 45 03 C3 BC 00 01", "bad-text", 5],
    ["a string that the table has not", "02 01 6A 01 61 45 83 05 01", "bad-string-reference", 8],
    ["a surrogate", `${head} 45 02 83 B0 00 01`, "bad-entity", 5],
    ["a token that the page has not", `${head} 07`, "unknown-token", 4],
    ["a token of a page that there is not", `${head} 45 00 07 05 01`, "unknown-token", 7],
    ["attributes", `${head} 85 01`, "not-supported", 4],
    ["an instruction", `${head} 43 05 01 45 01`, "not-supported", 4],
    ["an extension", `${head} 45 40 61 00 01`, "not-supported", 5],
    ["content before the root", `${head} 03 61 00`, "no-root", 4],
    ["an end before the root", `${head} 01`, "no-root", 4],
    ["a root that does not end", `${head} 45 05`, "unexpected-end", 6],
    ["octets behind the root", `${head} 05 05`, "trailing-octets", 5],
    ["an end too many", `${head} 45 01 01`, "trailing-octets", 6],
  ];
  for (const [what, hex, code, offset] of bad) {
    it(`is refused by name and place: ${what}`, () => {
      const read = readDocument(octets(hex), pages);
      assert.ok(!read.ok, JSON.stringify(read));
      assert.deepEqual([read.error.code, read.error.offset], [code, offset]);
      assert.match(read.error.message, /^[A-Z0].*[.]$/u);
    });
  }

  it("may nest and hold as much as the limits say, and not one more", () => {
    const limits = { depth: 3, elements: 4 };
    const nested = (depth: number): Uint8Array => octets(`${head} ${"45".repeat(depth)} ${"01".repeat(depth)}`);
    assert.ok(readDocument(nested(3), pages, limits).ok);
    assert.equal(codeOf(readDocument(nested(4), pages, limits)), "too-deep");
    assert.ok(readDocument(octets(`${head} 45 ${"05".repeat(3)} 01`), pages, limits).ok);
    assert.equal(codeOf(readDocument(octets(`${head} 45 ${"05".repeat(4)} 01`), pages, limits)), "too-many-elements");
    // Half a million levels: refused at the 65th, whatever follows.
    assert.equal(codeOf(readDocument(octets(`${head} ${"45".repeat(500_000)}`), pages)), "too-deep");
  });
});

const codeOf = (read: ReturnType<typeof readDocument>): string | undefined => (read.ok ? undefined : read.error.code);
