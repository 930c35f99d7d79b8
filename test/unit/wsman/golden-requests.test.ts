import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "../../../src/protocol/wsman/faults.js";
import type { Result } from "../../../src/base/result.js";
import type { Fault } from "../../../src/protocol/wsman/fault.js";
import { readCommandLine } from "../../../src/protocol/wsman/read-command-line.js";
import { readConnectBody } from "../../../src/protocol/wsman/read-connect-body.js";
import { readDisconnectBody } from "../../../src/protocol/wsman/read-disconnect-body.js";
import { readEnumerateBody } from "../../../src/protocol/wsman/read-enumerate-body.js";
import { readPullBody } from "../../../src/protocol/wsman/read-pull-body.js";
import { readReceiveBody } from "../../../src/protocol/wsman/read-receive-body.js";
import { readReleaseBody } from "../../../src/protocol/wsman/read-release-body.js";
import { readRequest, type RequestFault } from "../../../src/protocol/wsman/read-request.js";
import { readSendBody } from "../../../src/protocol/wsman/read-send-body.js";
import { readShellBody } from "../../../src/protocol/wsman/read-shell-body.js";
import { readSignalBody } from "../../../src/protocol/wsman/read-signal-body.js";
import type { RequestBody, WsmanRequest } from "../../../src/protocol/wsman/request.js";
import { projectRoot } from "../../support/project-root.js";

const folder = join(projectRoot, "test", "golden", "wsman");
const cases = readdirSync(folder).filter((name) => name.endsWith(".json") && !name.startsWith("answer-")).map((name) => name.slice(0, -5));

const readers = {
  enumerate: readEnumerateBody, pull: readPullBody, release: readReleaseBody,
  shell: readShellBody, commandLine: readCommandLine, send: readSendBody, receive: readReceiveBody, signal: readSignalBody, disconnect: readDisconnectBody, connect: readConnectBody,
} as const;
const kinds = Object.keys(readers) as (keyof typeof readers)[];

/** By kind of body, what its reader gives. */
interface Expected extends Partial<Record<keyof typeof readers, unknown>> {
  readonly request?: Record<string, unknown>;
  readonly fault?: string;
  readonly detail?: string;
  readonly code?: number;
  readonly relatesTo?: string | null;
  readonly mentions?: string;
  readonly notUnderstood?: unknown;
  readonly inBody?: keyof typeof readers;
}

/** Everything a request has, when a case does not say otherwise. */
const plain = {
  action: null, messageId: null, to: null, resourceUri: null, selectors: [], options: [], optionsMustUnderstand: false, operationTimeout: null,
  maxEnvelopeSize: null, locale: null, dataLocale: null, sessionId: null, asksForCompression: false, operationId: null, fragment: null, requestTotalItemsCountEstimate: false,
  body: { root: null, count: 0, text: "" },
};

/** A Body, or a part of one, as a case writes it. */
const describeBody = (body: RequestBody): unknown => ({ root: body.root, count: body.count, text: body.text() });
const isBody = (member: unknown): member is RequestBody => typeof member === "object" && member !== null && "open" in member;

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, member: unknown) => (isBody(member) ? describeBody(member) : (member ?? null))));

function checkFault(fault: RequestFault, expected: Expected): void {
  assert.equal(fault.name, expected.fault, fault.message);
  assert.equal(fault.detail, expected.detail);
  if (expected.code !== undefined) assert.equal(fault.code ?? codeOf(fault.name, fault.detail), expected.code);
  if (expected.inBody === undefined) assert.equal(fault.relatesTo ?? null, expected.relatesTo);
  if (expected.notUnderstood !== undefined) assert.deepEqual(json(fault.notUnderstood), expected.notUnderstood);
  assert.ok(fault.message !== undefined && fault.message.endsWith("."), "a fault says what is wrong in a sentence");
  if (expected.mentions !== undefined) assert.ok(fault.message.includes(expected.mentions), fault.message);
}

function readAll(text: string, inBody: keyof typeof readers | undefined): { readonly request: WsmanRequest } | { readonly fault: Fault } {
  const read = readRequest(text);
  if (!read.ok) return { fault: read.error };
  if (inBody === undefined) return { request: read.value };
  const body: Result<unknown, Fault> = readers[inBody](read.value);
  return body.ok ? { request: read.value } : { fault: body.error };
}

describe("golden requests", () => {
  it("are there", () => assert.ok(cases.length >= 100));

  for (const name of cases) {
    it(name, () => {
      const text = readFileSync(join(folder, `${name}.xml`), "utf8");
      const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Expected;
      const read = readAll(text, expected.inBody);
      if ("fault" in read) {
        assert.ok(expected.fault !== undefined, read.fault.message);
        checkFault(read.fault, expected);
        return;
      }
      assert.equal(expected.fault, undefined, "should have been refused");
      assert.deepEqual(json(read.request), { ...plain, ...expected.request });
      for (const kind of kinds) {
        if (expected[kind] === undefined) continue;
        const body: Result<unknown, Fault> = readers[kind](read.request);
        assert.ok(body.ok, body.ok ? "" : body.error.message);
        assert.deepEqual(json(body.value), expected[kind]);
      }
    });
  }
});
