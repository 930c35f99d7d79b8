import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { codePages } from "../../../src/protocol/syncml/code-pages.js";
import { decodeMessage } from "../../../src/protocol/syncml/decode-message.js";
import { encodeMessage } from "../../../src/protocol/syncml/encode-message.js";
import type { SyncmlMessage } from "../../../src/protocol/syncml/message.js";
import { describeStatus } from "../../../src/protocol/syncml/statuses.js";
import { describeProblem } from "../../../src/protocol/syncml/syncml-problem.js";
import { projectRoot } from "../../support/project-root.js";

const golden = join(projectRoot, "test", "golden", "syncml");
const read = (text: string, encoding: "wbxml" | "xml" = "xml", options = {}): ReturnType<typeof decodeMessage> => decodeMessage(Buffer.from(text), encoding, options);
const plain = (message: SyncmlMessage): unknown => JSON.parse(JSON.stringify(message, (_key, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value)));

describe("messages as they are written down", () => {
  for (const name of readdirSync(golden).filter((each) => each.endsWith(".xml")).map((each) => each.slice(0, -4))) {
    const file = (end: string): string => readFileSync(join(golden, `${name}.${end}`), "utf8");
    it(`${name}: XML and WBXML say what the model says`, () => {
      const expected: unknown = JSON.parse(file("json"));
      const fromXml = read(file("xml"));
      assert.ok(fromXml.ok, JSON.stringify(fromXml));
      assert.deepEqual(plain(fromXml.value), expected);
      const octets = Buffer.from(file("wbxml.hex").replaceAll(/\s/gu, ""), "hex");
      const fromWbxml = decodeMessage(new Uint8Array(octets), "wbxml");
      assert.ok(fromWbxml.ok, JSON.stringify(fromWbxml));
      assert.deepEqual(plain(fromWbxml.value), expected);
      assert.equal(Buffer.from(encodeMessage(fromXml.value, "wbxml")).toString("hex"), octets.toString("hex"));
    });
  }
});

const message = (body: string, header = "", namespace = ' xmlns="SYNCML:SYNCML1.2"'): string =>
  `<SyncML${namespace}><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1</SessionID><MsgID>1</MsgID><Target><LocURI>s</LocURI></Target><Source><LocURI>d</LocURI></Source>${header}</SyncHdr><SyncBody>${body}<Final/></SyncBody></SyncML>`;

const body = (text: string, options = {}): SyncmlMessage["body"] => {
  const decoded = read(text, "xml", options);
  assert.ok(decoded.ok, JSON.stringify(decoded));
  return decoded.value.body;
};

describe("what peers write otherwise", () => {
  const get = [{ kind: "Get", id: "1", items: [{ target: { uri: "./a" } }] }];
  const item = "<Item><Target><LocURI>\n ./a \t</LocURI></Target></Item>";
  it("SyncML 1.1, another prefix, no namespace at all", () => {
    assert.deepEqual(body(message(`<Get><CmdID>1</CmdID>${item}</Get>`, "", ' xmlns="SYNCML:SYNCML1.1"')), get);
    assert.deepEqual(body(message(`<Get><CmdID>1</CmdID>${item}</Get>`, "", "")), get);
    assert.deepEqual(body(message(`<Get><CmdID>1</CmdID>${item}</Get>`).replaceAll(/<(\/?)(?=[A-Z])/gu, "<$1x:").replace("xmlns=", "xmlns:x=")), get);
  });
  it("children in any order, white space around ids and addresses", () => {
    assert.deepEqual(body(message(`<Get>${item}<CmdID>\n1 </CmdID></Get>`)), get);
  });
  it("Meta's children with a prefix, in the default namespace, in none, in a MetInf", () => {
    for (const meta of ['<Format xmlns="syncml:metinf">int</Format>', '<A:Format xmlns:A="syncml:metinf"> int </A:Format>', "<Format>int</Format>", '<Format xmlns="">int</Format>', '<MetInf xmlns="syncml:metinf"><Format>int</Format></MetInf>']) {
      assert.deepEqual(body(message(`<Get><CmdID>1</CmdID><Meta>${meta}</Meta></Get>`)), [{ kind: "Get", id: "1", meta: { format: "int" }, items: [] }], meta);
    }
  });
  it("an id that is empty is none; an Item without data, with empty data, with CDATA", () => {
    assert.deepEqual(body(message("<Get><CmdID> </CmdID></Get>")), [{ kind: "Get", id: undefined, items: [] }]);
    const [replace] = body(message("<Replace><CmdID>1</CmdID><Item/><Item><Data/></Item><Item><Data> <![CDATA[<a>]]> </Data></Item></Replace>"));
    assert.deepEqual(replace?.kind === "Replace" && replace.items, [{}, { data: { kind: "text", text: "" } }, { data: { kind: "text", text: " <a> " } }]);
  });
  it("elements in data stay as they are, with their namespaces and the text between them", () => {
    const [exec] = body(message('<Exec><CmdID>1</CmdID><Item><Data>x<a xmlns="urn:a"><b c="d"/></a></Data></Item></Exec>'));
    const data = exec?.kind === "Exec" ? exec.items[0]!.data : undefined;
    assert.deepEqual(data, { kind: "markup", children: ["x", { name: "a", namespace: "urn:a", attributes: [], children: [{ name: "b", namespace: "urn:a", attributes: [{ name: "c", namespace: "", value: "d" }], children: [] }] }] });
  });
  it("elements that are none of device management stay to be answered, those of the same name elsewhere too", () => {
    const all = body(message('<Put><CmdID>1</CmdID></Put><Bogus/><Get xmlns="urn:other"><CmdID>3</CmdID></Get><Atomic><CmdID>4</CmdID><What><CmdID>5</CmdID></What></Atomic>'));
    assert.deepEqual(all.map(({ kind, id }) => [kind, id]), [["unknown", "1"], ["unknown", undefined], ["unknown", undefined], ["Atomic", "4"]]);
    assert.deepEqual(all[3]!.kind === "Atomic" && all[3]!.members.map(({ kind, id }) => [kind, id]), [["unknown", "5"]]);
  });
  it("a document type is passed over and nothing of it fetched; one that declares entities is refused", () => {
    assert.equal(body(`<?xml version="1.0"?><!-- a --><!DOCTYPE SyncML PUBLIC "-//SYNCML//DTD SyncML 1.2//EN" 'http://example.invalid/[>].dtd'>\n${message("")}`).length, 0);
    for (const [text, why] of [
      [`<!DOCTYPE a [<!ENTITY b "c">]>${message("")}`, /at character 12: The DOCTYPE declares something itself/u],
      [`<!DOCTYPE a`, /never ends/u],
      [message("<Get>&b;</Get>"), /b/u],
    ] as const) {
      const refused = read(text);
      assert.ok(!refused.ok);
      assert.match(describeProblem(refused.error), why);
    }
  });
  it("what Windows' software said stays with a status", () => {
    const [status] = body(message('<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>2</CmdRef><Cmd>Add</Cmd><Data msft:originalerror="0x86000002" xmlns:msft="http://schemas.microsoft.com/MobileDevice/MDM">500</Data></Status>'));
    assert.deepEqual(status, { kind: "Status", id: "1", messageRef: "1", commandRef: "2", command: "Add", targetRefs: [], sourceRefs: [], code: "500", originalError: "0x86000002", items: [] });
  });
  it("UTF-16 by its mark, NUL characters for who asks", () => {
    const utf16 = decodeMessage(Buffer.from(`\ufeff${message("")}`, "utf16le"), "xml");
    assert.ok(utf16.ok);
    assert.equal(read(message("<Get><CmdID>1\0</CmdID></Get>")).ok, false);
    assert.deepEqual(body(message("<Get><CmdID>1\0</CmdID></Get>"), { toleratesNul: true }), [{ kind: "Get", id: "1", items: [] }]);
  });
});

describe("what is no message", () => {
  for (const [text, why] of [
    ["<a/>", "The document is a a and no SyncML message."],
    ['<SyncML xmlns="urn:x"/>', "The document is a SyncML of urn:x and no SyncML message."],
    ["<SyncML/>", "SyncML has no SyncBody."],
    [message("").replace("<VerDTD>1.2</VerDTD>", ""), "SyncHdr has no VerDTD."],
    [message("").replace("<MsgID>1</MsgID>", "<MsgID>1</MsgID><MsgID>2</MsgID>"), "SyncHdr has more than one MsgID."],
    [message("<Get><CmdID>1</CmdID><CmdID>2</CmdID></Get>"), "Get has more than one CmdID."],
    [message("<Get><Meta><Type>a</Type><Type>b</Type></Meta></Get>"), "Meta has more than one Type."],
    [message("<Status><CmdID>1</CmdID></Status>"), "Status has no Data."],
    ["<SyncML", "at character 7: "],
  ] as const) {
    it(why, () => {
      const refused = read(text);
      assert.ok(!refused.ok);
      assert.ok(describeProblem(refused.error).startsWith(why), describeProblem(refused.error));
    });
  }
});

describe("the tables", () => {
  it("the code pages end where the specifications' do", () => {
    const tokenOf = (page: number, name: string): string => (codePages[page]!.tags.indexOf(name) + 5).toString(16);
    assert.deepEqual([["Add", "05"], ["Final", "12"], ["SyncML", "2d"], ["VerDTD", "31"], ["MoreData", "34"], ["Correlator", "3c"]].map(([name]) => tokenOf(0, name!).padStart(2, "0")), ["05", "12", "2d", "31", "34", "3c"]);
    assert.deepEqual(["Anchor", "Type", "MaxObjSize", "FieldLevel"].map((name) => tokenOf(1, name)), ["5", "13", "15", "16"]);
    assert.deepEqual(["AccessType", "Node", "node", "Value", "ZeroOrOne"].map((name) => tokenOf(2, name)), ["5", "24", "25", "36", "3c"]);
  });
  it("statuses have names, unknown ones that of their class", () => {
    assert.deepEqual(["404", "516", "299", "599", "abc", ""].map(describeStatus), ["404 not found", "516 atomic roll back failed", "299 succeeded", "599 receiver's failure", "abc", ""]);
  });
});
