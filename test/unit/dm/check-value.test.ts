import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { NodeDefinition } from "../../../src/base/node-definition.js";
import { checkValue } from "../../../src/protocol/dm/check-value.js";
import type { Item, Meta } from "../../../src/protocol/syncml/message.js";

const matches = (pattern: string, value: string): boolean => new RegExp(`^(?:${pattern})$`, "u").test(value);
const node = (definition: Partial<NodeDefinition>): NodeDefinition => ({ name: "A", access: ["Get"], formats: ["chr"], ...definition });
const text = (data: string, meta?: Meta): Pick<Item, "data" | "meta"> => ({ data: { kind: "text", text: data }, ...(meta === undefined ? {} : { meta }) });

const check = (definition: Partial<NodeDefinition>, item: Pick<Item, "data" | "meta">, around?: Meta): unknown => {
  const checked = checkValue(node(definition), item, around, matches);
  return checked.ok ? checked.value : `${checked.error.status} ${checked.error.message}`;
};

describe("a value for a node", () => {
  it("is of the format and type that its sender says, or of the first that the definition has", () => {
    assert.deepEqual(check({ formats: ["int", "chr"] }, text(" 7 ")), { format: "int", data: "7", type: "text/plain" });
    assert.deepEqual(check({ formats: ["int", "chr"] }, text("x", { format: "chr" })), { format: "chr", data: "x", type: "text/plain" });
    assert.deepEqual(check({ types: ["application/json", "text/plain"] }, text("{}")), { format: "chr", data: "{}", type: "application/json" });
    assert.deepEqual(check({ types: ["text/plain"] }, text("a", { type: "Text/Plain; charset=UTF-8" })), { format: "chr", data: "a", type: "Text/Plain; charset=UTF-8" });
    assert.deepEqual(check({ types: ["urn:oma:mo:x"] }, text("a", { type: "image/png" })), { format: "chr", data: "a", type: "image/png" });
  });

  it("takes from the command what the item does not say", () => {
    assert.deepEqual(check({ formats: ["chr", "bool"] }, text("TRUE"), { format: "bool" }), { format: "bool", data: "true", type: "text/plain" });
    assert.deepEqual(check({ formats: ["chr", "bool"] }, text("TRUE", { format: "chr" }), { format: "bool" }), { format: "chr", data: "TRUE", type: "text/plain" });
  });

  it("octets are octets, in base64 and as they are, and called by either name", () => {
    const octets = Uint8Array.of(0, 1, 2);
    for (const formats of [["bin"], ["b64"]] as const) {
      for (const item of [text("AAEC", { format: "b64" }), text("AAEC", { format: "bin" }), { data: { kind: "octets", octets }, meta: { format: "bin" } } as const]) assert.deepEqual(check({ formats }, item), { format: formats[0], data: octets, type: "text/plain" });
    }
  });

  it("elements are text where the node holds XML; nothing is an empty value", () => {
    const markup = { kind: "markup", children: [{ name: "a", namespace: "urn:a", attributes: [], children: ["b"] }] } as const;
    assert.deepEqual(check({ formats: ["xml"] }, { data: markup }), { format: "xml", data: '<a xmlns="urn:a">b</a>', type: "text/plain" });
    assert.deepEqual(check({}, {}), { format: "chr", data: "", type: "text/plain" });
  });

  for (const [definition, item, why] of [
    [{ formats: ["node"] }, text("x"), "415 The node holds other nodes, and no value."],
    [{ formats: ["int"] }, text("1", { format: "node" }), "415 The format node is none that the node takes; it takes int."],
    [{ formats: ["int", "bool"] }, text("1", { format: "chr" }), "415 The format chr is none that the node takes; it takes int, bool."],
    [{ formats: ["int"] }, text("1", { format: "bin" }), "415 The format bin is none that the node takes; it takes int."],
    [{ formats: ["int"] }, text("one"), "415 The value is no int: a whole number of 32 bits, with sign."],
    [{ formats: ["chr"] }, { data: { kind: "octets", octets: Uint8Array.of(255) } }, "415 The value is octets that are no text, and its format is chr."],
    [{ types: ["text/plain", "text/xml"] }, text("a", { type: "image/png" }), "415 The type image/png is none that the node takes; it takes text/plain, text/xml."],
    [{ formats: ["int"], allowedValues: { kind: "range", ranges: [[0, 5]] } }, text("6"), "415 The value is no number of 0 to 5."],
    [{ allowedValues: { kind: "regex", pattern: "[a-z]+" } }, text("A"), "415 The value does not match [a-z]+."],
  ] as const satisfies readonly (readonly [Partial<NodeDefinition>, Pick<Item, "data" | "meta">, string])[]) {
    it(why, () => assert.equal(check(definition, item), why));
  }
});
