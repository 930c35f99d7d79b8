import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeMessage, encodingOf } from "../../../src/protocol/syncml/decode-message.js";
import { encodeMessage } from "../../../src/protocol/syncml/encode-message.js";
import type { SyncmlMessage } from "../../../src/protocol/syncml/message.js";
import { describeProblem } from "../../../src/protocol/syncml/syncml-problem.js";
import { recordedMessages } from "../../support/recorded-messages.js";
import { withoutFixtures } from "../../support/project-root.js";

/** What is no whole message, or not well-formed, and why it is refused. Everything else is read. */
const refused: readonly (readonly [name: RegExp, why: RegExp])[] = [
  [/^aosp-oma-dm\/dm12\/testalert(?:confirm|singlechoice|multiplechoice)\.xml$/u, /"&" starts no reference/u],
  [/^aosp-oma-dm\/tree\/|ddf\.(?:xml|wbxml)$/u, /no SyncML message/u],
  [/^intel-libdmclient\/(?:edge\/root-2|session-xml\/0[45])-c2s\.xml$/u, /U\+0000 is forbidden/u],
  [/^marcosd4h-windows\/commands\/disable_date_time\.xml$/u, /prefix "A" is not declared/u],
  [/^marcosd4h-windows\/(?:commands|w7)/u, /no SyncML message|second root element/u],
  [/^marcosd4h-windows\/transcript\/04-s2c\.xml$/u, /no element/u],
  [/^ms-learn\/edam-response-utf16-decl\.xml$/u, /encoding="utf-16"/u],
  [/^ms-learn\/diagnosticlog-results-markup-in-data\.xml$/u, /SyncHdr has no VerDTD/u],
  [/^ms-learn\/.*alert/u, /no SyncML message/u],
];

/** Elements that nobody knows have the namespace of the message: WBXML has one for all of SyncML. */
const sameNamespace = (message: SyncmlMessage): unknown => JSON.parse(JSON.stringify(message).replaceAll('"namespace":""', '"namespace":"SYNCML:SYNCML1.2"'));

describe("recorded messages", { skip: withoutFixtures }, () => {
  for (const { name, octets } of recordedMessages()) {
    const [, why] = refused.find(([pattern]) => pattern.test(name)) ?? [];
    if (why !== undefined) {
      it(`${name} is refused in words`, () => {
        const read = decodeMessage(octets, encodingOf(octets));
        assert.ok(!read.ok);
        assert.match(describeProblem(read.error), why);
      });
      continue;
    }
    it(`${name} is the same when it was written in XML and in WBXML`, () => {
      const read = decodeMessage(octets, encodingOf(octets));
      assert.ok(read.ok, JSON.stringify(read));
      assert.notEqual(read.value.body.length, 0);
      for (const encoding of ["xml", "wbxml"] as const) {
        const again = decodeMessage(encodeMessage(read.value, encoding), encoding);
        assert.ok(again.ok, JSON.stringify(again));
        assert.deepEqual(sameNamespace(again.value), sameNamespace(read.value));
      }
    });
  }

  it("NUL characters in XML are taken out for who asks for it", () => {
    for (const { octets } of recordedMessages().filter(({ name }) => refused[2]![0].test(name))) {
      const read = decodeMessage(octets, "xml", { toleratesNul: true });
      assert.ok(read.ok, JSON.stringify(read));
      assert.doesNotMatch(JSON.stringify(read.value), /\\u0000/u);
    }
  });

  it("what came in both encodings says the same in both", () => {
    const all = new Map(recordedMessages().map(({ name, octets }) => [name, octets]));
    let pairs = 0;
    for (const [name, octets] of all) {
      const twin = all.get(name.replace(/\.wbxml$/u, ".xml"));
      if (!name.startsWith("intel-libdmclient/session-wbxml") || !name.endsWith(".wbxml") || twin === undefined) continue;
      const [one, other] = [decodeMessage(octets, "wbxml"), decodeMessage(twin, "xml")];
      assert.ok(one.ok && other.ok);
      assert.deepEqual(one.value, other.value, name);
      pairs++;
    }
    assert.equal(pairs, 3);
  });
});
