import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { faults, type FaultRow } from "../../src/protocol/wsman/faults.js";
import { readEnumerateBody } from "../../src/protocol/wsman/read-enumerate-body.js";
import { readPullBody } from "../../src/protocol/wsman/read-pull-body.js";
import { readReleaseBody } from "../../src/protocol/wsman/read-release-body.js";
import { readRequest } from "../../src/protocol/wsman/read-request.js";
import type { Fault } from "../../src/protocol/wsman/fault.js";
import { readElement } from "../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";
import { writeFault } from "../../src/protocol/wsman/write-fault.js";
import { fixtures, projectRoot } from "../support/project-root.js";
import { mutate } from "./mutate-xml.js";
import { createRandom } from "./random.js";

function seeds(): string[] {
  const folder = join(projectRoot, "test", "golden", "wsman");
  const ours = readdirSync(folder).filter((name) => name.endsWith(".xml")).map((name) => readFileSync(join(folder, name), "utf8"));
  const recorded = join(fixtures, "winrm", "client-requests");
  const theirs = existsSync(recorded)
    ? readdirSync(recorded).flatMap((name) => (JSON.parse(readFileSync(join(recorded, name), "utf8")) as { body: string }[]).map(({ body }) => body))
    : [];
  return [...ours, ...theirs].filter((text) => text.length > 0 && text.length < 4000);
}

/** Swaps a text or attribute value for something of another kind. */
const words = ["PT-1S", "-1", "0", "8192", "NaN", "1e9", "true", "TRUE", "", " ", "__proto__", "constructor", "\u0000", "EnumerateEPR", "x".repeat(3000), "http://schemas.xmlsoap.org/ws/2004/09/enumeration", "urn:x"];

function reword(text: string, random: ReturnType<typeof createRandom>): string {
  const mark = random.below(2) === 0 ? ">" : '="';
  const at = text.indexOf(mark, random.below(text.length));
  if (at < 0) return text;
  const from = at + mark.length;
  const to = text.indexOf(mark === ">" ? "<" : '"', from);
  return to < 0 ? text : text.slice(0, from) + random.pick(words) + text.slice(to);
}

function checkFault(fault: Fault, source: string): void {
  const row: FaultRow = faults[fault.name];
  assert.ok(fault.detail === undefined || Object.hasOwn(row.details, fault.detail), `${fault.detail} is no detail of ${fault.name}`);
  assert.ok(fault.message?.endsWith("."), source);
}

describe("requests, mutated", () => {
  it("never throw: each is read or refused by name", () => {
    const random = createRandom(20_261_124);
    const documents = seeds();
    let read = 0;
    for (let run = 0; run < 20_000; run++) {
      const source = run % 2 === 0 ? mutate(random.pick(documents), random) : reword(random.pick(documents), random);
      const request = readRequest(source);
      if (!request.ok) {
        checkFault(request.error, source);
        if (run % 50 === 0) {
          const relatesTo = request.error.relatesTo;
          assert.ok(readElement(writeFault(request.error, { messageId: "uuid:1", relatesTo, machine: "h" }), wireLimits).ok, source);
        }
        continue;
      }
      read++;
      const body = request.value.body.text();
      if (body !== "") assert.ok(readElement(body, { ...wireLimits, namespaces: 256, attributes: 65 }).ok, source);
      for (const reader of [readEnumerateBody, readPullBody, readReleaseBody]) {
        const inner = reader(request.value);
        if (!inner.ok) checkFault(inner.error, source);
      }
    }
    assert.ok(read > 1000, `only ${read} were still requests: the mutations are too coarse`);
  });
});
