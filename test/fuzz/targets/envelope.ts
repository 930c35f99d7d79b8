import assert from "node:assert/strict";
import type { Fault } from "../../../src/protocol/wsman/fault.js";
import { faults, type FaultRow } from "../../../src/protocol/wsman/faults.js";
import { readCommandLine } from "../../../src/protocol/wsman/read-command-line.js";
import { readConnectBody } from "../../../src/protocol/wsman/read-connect-body.js";
import { readDisconnectBody } from "../../../src/protocol/wsman/read-disconnect-body.js";
import { readEnumerateBody } from "../../../src/protocol/wsman/read-enumerate-body.js";
import { readPullBody } from "../../../src/protocol/wsman/read-pull-body.js";
import { readReceiveBody } from "../../../src/protocol/wsman/read-receive-body.js";
import { readReleaseBody } from "../../../src/protocol/wsman/read-release-body.js";
import { readRequest, RequestMemory } from "../../../src/protocol/wsman/read-request.js";
import { readSendBody } from "../../../src/protocol/wsman/read-send-body.js";
import { readShellBody } from "../../../src/protocol/wsman/read-shell-body.js";
import { readSignalBody } from "../../../src/protocol/wsman/read-signal-body.js";
import { writeFault } from "../../../src/protocol/wsman/write-fault.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { makeEnvelope } from "../envelope-seeds.js";
import { pureTarget } from "../fuzz-target.js";

function checkFault(fault: Fault): void {
  const row: FaultRow = faults[fault.name];
  assert.ok(fault.detail === undefined || Object.hasOwn(row.details, fault.detail), `${fault.detail} is no detail of ${fault.name}`);
  assert.ok(fault.message?.endsWith("."), fault.message);
}

/** All that a request says, the answers of its Body's methods too. */
function said(text: string, memory: RequestMemory): unknown {
  const read = readRequest(text, memory);
  if (!read.ok) return read;
  const { body } = read.value;
  return { ...read.value, body: { root: body.root, count: body.count, text: body.text() } };
}

/** Of all cases: what one message leaves behind must not change what the next one says. */
const memory = new RequestMemory();

/** Splicing adds namespaces to those of the element. */
const roomy = { ...wireLimits, namespaces: 256, attributes: 65 };

const bodyReaders = [
  readEnumerateBody, readPullBody, readReleaseBody, readShellBody, readCommandLine, readSendBody, readReceiveBody, readSignalBody, readDisconnectBody, readConnectBody,
];

export const envelope = pureTarget<string>({
  name: "envelope",
  promise: "An envelope and its Body are read, or refused by a fault of the table; what is no XML is refused always; Body and faults are XML again.",
  cases: 92_000,
  least: { read: 0.1, refused: 0.2 },
  make: makeEnvelope,
  check: (text) => {
    const request = readRequest(text);
    if (text.length % 8 === 0) {
      const fresh = said(text, new RequestMemory());
      for (const time of ["with what is remembered of others", "with its own remembered", "from what is remembered"]) assert.deepEqual(said(text, memory), fresh, time);
    }
    if (!request.ok) {
      const { error } = request;
      checkFault(error);
      // Writing all of them would cost more than the reading.
      if (text.length % 16 === 0) assert.ok(readElement(writeFault(error, { messageId: "uuid:1", relatesTo: error.relatesTo, machine: "h" }), wireLimits).ok);
      return false;
    }
    if (text.length % 4 === 0) assert.ok(readElement(text, wireLimits).ok, "what is read is well-formed");
    const { operation, messageId, body } = request.value;
    assert.ok(operation === "Identify" || messageId !== undefined);
    const source = body.text();
    assert.equal(source === "", body.count === 0);
    if (source !== "") {
      const root = readElement(source, roomy);
      assert.ok(root.ok && root.value.name === body.root?.name && root.value.namespace === body.root.namespace, source);
    }
    for (const reader of bodyReaders) {
      const inner = reader(request.value);
      if (!inner.ok) checkFault(inner.error);
    }
    return true;
  },
});
