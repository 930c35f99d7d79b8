import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readRequest } from "../../../src/protocol/wsman/read-request.js";
import type { WsmanRequest } from "../../../src/protocol/wsman/request.js";
import { writeRequest, type RequestHead } from "../../../src/protocol/wsman/write-request.js";
import { projectRoot } from "../../support/project-root.js";

const folder = join(projectRoot, "test", "golden", "wsman");

function read(text: string): WsmanRequest {
  const request = readRequest(text);
  assert.ok(request.ok, request.ok ? "" : request.error.message);
  return request.value;
}

/** What a client would have to say to send the same request again. */
function headOf(request: WsmanRequest): RequestHead {
  return {
    to: request.to ?? "",
    resourceUri: request.resourceUri!,
    action: request.action,
    messageId: request.messageId!,
    maxEnvelopeSize: request.maxEnvelopeSize ?? 8192,
    operationTimeout: request.operationTimeout ?? 1000,
    locale: request.locale ?? "en-US",
    selectors: request.selectors,
    options: request.options.map(({ name, value, mustComply, type }) => ({ name, value, mustComply, ...(type === undefined ? {} : { type }) })),
    optionsMustUnderstand: request.optionsMustUnderstand,
    requestTotalItemsCountEstimate: request.requestTotalItemsCountEstimate,
    ...(request.fragment === undefined ? {} : { fragment: { path: request.fragment.path, ...(request.fragment.dialect === undefined ? {} : { dialect: request.fragment.dialect }) } }),
  };
}

const own = (request: WsmanRequest): unknown => ({ ...headOf(request), root: request.body.root, operation: request.operation });

describe("requests, written again", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".xml") && !file.startsWith("answer-") && !file.startsWith("bad-"))) {
    const request = read(readFileSync(join(folder, name), "utf8"));
    if (request.operation === "Identify") continue;
    it(`${name} says the same`, () => assert.deepEqual(own(read(writeRequest(headOf(request), request.body.text()))), own(request)));
  }

  it("any names, values and ids arrive as they were sent", () => {
    const plain = { noNullPrototype: true } as const;
    const text = fc.string({ unit: "grapheme", maxLength: 30 });
    const name = text.filter((value) => value !== "");
    const heads = fc.record({
      to: fc.webUrl(), resourceUri: fc.webUrl(), action: fc.webUrl(), messageId: fc.uuid().map((id) => `uuid:${id}`), locale: fc.constantFrom("en-US", "de"),
      maxEnvelopeSize: fc.integer({ min: 8192, max: 2 ** 31 }), operationTimeout: fc.integer({ min: 1, max: 2 ** 40 }),
      selectors: fc.array(fc.record({ name, value: text }, plain), { maxLength: 5 }), options: fc.array(fc.record({ name, value: fc.option(text, { nil: undefined }), mustComply: fc.boolean() }, plain), { minLength: 1, maxLength: 5 }),
      optionsMustUnderstand: fc.boolean(), requestTotalItemsCountEstimate: fc.boolean(),
    }, plain);
    fc.assert(fc.property(heads, (head) => {
      const request = read(writeRequest(head, ""));
      assert.deepEqual(headOf(request), head);
    }), { seed: 11, numRuns: 300 });
  });
});
