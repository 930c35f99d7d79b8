import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { namespaces } from "../../../src/protocol/wsman/namespaces.js";
import type { Operation } from "../../../src/protocol/wsman/request.js";
import { envelopeScope, openingOctets, writeOpening, type ResponseHead } from "../../../src/protocol/wsman/response-head.js";

const head: ResponseHead = { action: "urn:a", messageId: "uuid:1", relatesTo: "uuid:2", activityId: "3", operation: "Get" };

describe("the opening of an answer", () => {
  const texts = ["", "plain", "<&>\"'\r\n\t", "Grüße", "日本語", "😀 & ü", "]]>\u0000\u0085\u2028"];
  for (const text of texts) {
    it(`is as long as it is counted, with ${JSON.stringify(text)} of the request in it`, () => {
      const heads: readonly ResponseHead[] = [
        { ...head, action: text }, { ...head, relatesTo: text }, { ...head, relatesTo: undefined }, { ...head, operationId: text },
        { ...head, fragment: { path: text, dialect: undefined } }, { ...head, fragment: { path: "a", dialect: text } },
        { action: text, messageId: "uuid:1", relatesTo: text, operationId: text, fragment: { path: text, dialect: text }, totalItemsCountEstimate: 12, operation: "Enumerate" },
      ];
      for (const each of heads) {
        const opening = writeOpening(each);
        assert.equal(openingOctets(opening, each), Buffer.byteLength(opening));
        assert.equal(writeOpening(each), opening, "the same again, when parts of it are remembered");
      }
    });
  }
});

describe("the namespaces of an answer", () => {
  const declared = (operation: Operation, isShell?: boolean): string[] => [...writeOpening({ ...head, operation, isShell }).split(">", 1)[0]!.matchAll(/xmlns:(\w+)="/gu)].map(([, prefix]) => prefix!);
  const cases: readonly (readonly [string, boolean | undefined, ...Operation[]])[] = [
    ["s a x w p", undefined, "Get", "Put", "Create", "Delete", "Invoke", "Unknown"],
    ["s a x w rsp p", true, "Get", "Create", "Delete", "Command", "Connect"],
    ["s a x w rsp p", undefined, "Command", "Send", "Signal", "Disconnect", "Reconnect", "Connect"],
    ["s a w rsp p", undefined, "Receive"],
    ["s a w rsp p", true, "Receive"],
    ["s a n w b p", undefined, "Enumerate", "Pull", "Release"],
    ["s a n w b rsp p", true, "Enumerate", "Pull", "Release"],
    ["s", true, "Identify"],
  ];
  for (const [prefixes, isShell, ...operations] of cases) {
    for (const operation of operations) {
      it(`${operation}${isShell === true ? " of shells" : ""}: ${prefixes}`, () => {
        assert.equal(declared(operation, isShell).join(" "), prefixes);
        const scope = envelopeScope(operation, isShell);
        assert.deepEqual([...scope], prefixes.split(" ").map((prefix) => [prefix, namespaces[prefix as keyof typeof namespaces]]));
      });
    }
  }
});
