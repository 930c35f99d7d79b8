import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { failure, failureKinds, type FailureKind, type FailureOptions } from "../../../../src/sdk/failure.js";
import { findElement, parseXml, textIn } from "../../../support/envelope-shape.js";
import { AppHarness, get, type Answer } from "./app-harness.js";

const WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";
const ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing/fault";
const TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer/fault";
const ENUMERATION = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/fault";

/** Typed from MS-WSMV and the comments of wsmerror.h, not from our tables. */
const onTheWire: Readonly<Record<FailureKind, readonly [subcode: string, side: string, code: number, action: string, details?: Readonly<Record<string, readonly [name: string, code: number]>>]>> = {
  "access-denied": ["w:AccessDenied", "Sender", 5, WSMAN],
  "already-exists": ["w:AlreadyExists", "Sender", 2150858803, WSMAN],
  "cannot-process-filter": ["n:CannotProcessFilter", "Sender", 2150858778, ENUMERATION],
  concurrency: ["w:Concurrency", "Sender", 2150858802, WSMAN],
  "endpoint-unavailable": ["a:EndpointUnavailable", "Receiver", 2150858772, ADDRESSING],
  internal: ["w:InternalError", "Receiver", 2150858883, WSMAN],
  "invalid-options": ["w:InvalidOptions", "Sender", 2150858809, WSMAN, { "not-supported": ["NotSupported", 0x80338051], "invalid-name": ["InvalidName", 0x80338052], "invalid-value": ["InvalidValue", 0x80338053] }],
  "invalid-parameter": ["w:InvalidParameter", "Sender", 2150858810, WSMAN, { "type-mismatch": ["TypeMismatch", 0x80338054], "invalid-name": ["InvalidName", 0x80338055], "missing-values": ["MissingValues", 2150858810] }],
  "invalid-representation": ["x:InvalidRepresentation", "Sender", 2150858773, TRANSFER, {
    "invalid-values": ["InvalidValues", 0x80338056], "missing-values": ["MissingValues", 0x80338057], "invalid-namespace": ["InvalidNamespace", 0x80338058], "invalid-fragment": ["InvalidFragment", 0x80338059],
  }],
  "invalid-selectors": ["w:InvalidSelectors", "Sender", 2150858813, WSMAN, {
    insufficient: ["InsufficientSelectors", 2150858842], unexpected: ["UnexpectedSelectors", 2150858843], "type-mismatch": ["TypeMismatch", 2150858844],
    "invalid-value": ["InvalidValue", 2150858845], ambiguous: ["AmbiguousSelectors", 2150858846], duplicate: ["DuplicateSelectors", 2150858847],
  }],
  "not-found": ["a:DestinationUnreachable", "Sender", 2150858752, ADDRESSING],
  "not-supported": ["a:ActionNotSupported", "Sender", 2150858771, ADDRESSING],
  quota: ["w:QuotaLimit", "Sender", 0x8033803f, WSMAN],
  rename: ["w:RenameFailure", "Sender", 0x80338040, WSMAN],
  "schema-validation": ["w:SchemaValidationError", "Sender", 2150858817, WSMAN],
};

let given: { readonly kind: FailureKind; readonly options: FailureOptions<FailureKind>; readonly thrown: boolean };
const refusing = definePlugin({
  declaration: { name: "refusing", sdkVersion: 1, capabilities: ["Get"] },
  operations: {
    get: () => {
      const refusal = failure(given.kind, given.options);
      if (given.thrown) throw refusal;
      return refusal;
    },
  },
});

describe("a plug-in's refusal", () => {
  async function refuse(kind: FailureKind, options: FailureOptions<FailureKind> = {}, thrown = false): Promise<Answer> {
    given = { kind, options, thrown };
    return (await AppHarness.start({ plugin: refusing })).send(get());
  }

  it("is of a kind that the table has", () => assert.deepEqual(Object.keys(onTheWire).sort(), [...failureKinds].sort()));

  for (const [kind, [subcode, side, code, action, details = {}]] of Object.entries(onTheWire) as [FailureKind, (typeof onTheWire)[FailureKind]][]) {
    it(`${kind} is ${subcode}, returned or thrown, and names the plug-in`, async () => {
      for (const thrown of [false, true]) {
        const answer = (await refuse(kind, { message: "because <of> that" }, thrown)).fault(subcode, { code });
        const envelope = parseXml(answer.text);
        assert.equal(textIn(envelope, "Action"), action);
        assert.equal(textIn(findElement(envelope, "Code")!, "Value"), `s:${side}`);
        assert.match(textIn(envelope, "Text")!, /because <of> that$/u, "clients that show the Reason alone show this");
        if (kind === "quota") assert.match(textIn(envelope, "Message")!, /^Thing: because <of> that$/u);
        else assert.match(answer.text, /<f:ProviderFault provider="Thing" path="\/plugins\/thing\.js"><f:WSManFault [^>]*><f:Message>because &lt;of&gt; that</u);
        assert.equal(answer.facts.plugin, "Thing");
      }
      (await refuse(kind, { code: 0x80041010 })).fault(subcode, { code: 0x80041010 });
    });

    for (const [detail, [name, ofDetail]] of Object.entries(details)) {
      it(`${kind} with ${detail} has the detail ${name}`, async () => {
        (await refuse(kind, { detail: detail as never })).fault(subcode, { code: ofDetail, detail: name });
      });
    }
  }

  it("with a detail that is none of its kind's keeps the kind's code", async () => {
    const answer = (await refuse("not-found", { detail: "__proto__" as never })).fault("a:DestinationUnreachable", { code: 2150858752 });
    assert.equal(answer.detail, undefined);
  });
});
