import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openingOctets, writeOpening, type ResponseHead } from "../../../src/protocol/wsman/response-head.js";

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
