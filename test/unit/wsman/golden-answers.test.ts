import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import type { Fault } from "../../../src/protocol/wsman/fault.js";
import { faults, type FaultName } from "../../../src/protocol/wsman/faults.js";
import { ItemsWriter, type ItemsEnd } from "../../../src/protocol/wsman/items-writer.js";
import type { Reference } from "../../../src/protocol/wsman/request.js";
import { writeOpening, type ResponseHead } from "../../../src/protocol/wsman/response-head.js";
import { writeEnumerateResponse } from "../../../src/protocol/wsman/write-enumerate-response.js";
import { ReceiveWriter, type ReceivedState } from "../../../src/protocol/wsman/receive-writer.js";
import { unknownCommand, unknownShell } from "../../../src/protocol/wsman/shell-faults.js";
import { writeCommandItem, writeCommandResponse, type CommandDescription } from "../../../src/protocol/wsman/write-command.js";
import { writeFault, type FaultHead } from "../../../src/protocol/wsman/write-fault.js";
import { writeIdentifyResponse, type IdentifyAnswer } from "../../../src/protocol/wsman/write-identify-response.js";
import { writeResourceCreated } from "../../../src/protocol/wsman/write-reference.js";
import { writeResponse } from "../../../src/protocol/wsman/write-response.js";
import { writeConnectResponse, writeDisconnectResponse, writeReconnectResponse, writeSendResponse, writeSignalResponse, type ConnectedShell } from "../../../src/protocol/wsman/write-shell-responses.js";
import { writeShell, writeShellCreated, type ShellDescription } from "../../../src/protocol/wsman/write-shell.js";
import { projectRoot } from "../../support/project-root.js";

const folder = join(projectRoot, "test", "golden", "wsman");
const cases = readdirSync(folder).filter((name) => name.startsWith("answer-") && name.endsWith(".json")).map((name) => name.slice(0, -5));

type Call =
  | { readonly call: "response"; readonly head: ResponseHead; readonly body: string }
  | { readonly call: "created"; readonly head: ResponseHead; readonly created: Omit<Reference, "address">; readonly address: string }
  | { readonly call: "enumerate"; readonly head: ResponseHead; readonly context: string; readonly expires?: string }
  | { readonly call: "items"; readonly kind: "enumerate" | "pull"; readonly head: ResponseHead; readonly items: readonly string[]; readonly end: ItemsEnd }
  | { readonly call: "identify"; readonly answer: IdentifyAnswer }
  | { readonly call: "fault"; readonly fault: Fault; readonly head: FaultHead }
  | { readonly call: "shellCreated"; readonly head: ResponseHead; readonly created: Reference; readonly shell: ShellDescription }
  | { readonly call: "shell"; readonly head: ResponseHead; readonly shell: ShellDescription }
  | { readonly call: "command"; readonly head: ResponseHead; readonly commandId: string }
  | { readonly call: "commands"; readonly head: ResponseHead; readonly commands: readonly CommandDescription[] }
  | { readonly call: keyof typeof bare; readonly head: ResponseHead }
  | { readonly call: "connect"; readonly head: ResponseHead; readonly shell?: ConnectedShell }
  | { readonly call: "receive"; readonly head: ResponseHead; readonly streams: readonly (readonly [name: string, commandId: string | null, data: string | null])[]; readonly state?: ReceivedState }
  | { readonly call: keyof typeof unknown; readonly id: string; readonly head: FaultHead };

const bare = { send: writeSendResponse, signal: writeSignalResponse, disconnect: writeDisconnectResponse, reconnect: writeReconnectResponse } as const;
const unknown = { unknownShell, unknownCommand } as const;

/** Enumerations, item by item. */
function writeItems(kind: "enumerate" | "pull", head: ResponseHead, items: readonly string[], end: ItemsEnd): string {
  const writer = new ItemsWriter(kind, head, 100_000);
  for (const item of items) assert.ok(writer.tryAdd(item));
  return writer.finish(end);
}

/** A stream without data is one that ends. */
function writeReceived({ head, streams, state }: Extract<Call, { call: "receive" }>): string {
  const writer = new ReceiveWriter(writeOpening(head), 100_000);
  for (const [name, commandId, data] of streams) {
    if (data === null) writer.addEnd(name, commandId ?? undefined);
    else writer.add(name, commandId ?? undefined, data);
  }
  return writer.finish(state);
}

function write(given: Call): string {
  switch (given.call) {
    case "response": return writeResponse(given.head, given.body);
    case "created": return writeResponse(given.head, writeResourceCreated(given.created, given.address));
    case "enumerate": return writeEnumerateResponse(given.head, given.context, given.expires);
    case "identify": return writeIdentifyResponse(given.answer);
    case "fault": return writeFault(given.fault, given.head);
    case "items": return writeItems(given.kind, given.head, given.items, given.end);
    case "shellCreated": return writeShellCreated(given.head, given.created, given.shell);
    case "shell": return writeResponse(given.head, writeShell(given.shell));
    case "command": return writeCommandResponse(given.head, given.commandId);
    case "commands": return writeItems("enumerate", given.head, given.commands.map(writeCommandItem), { endOfSequence: true });
    case "connect": return writeConnectResponse(given.head, given.shell);
    case "receive": return writeReceived(given);
    case "send": case "signal": case "disconnect": case "reconnect": return bare[given.call](given.head);
    case "unknownShell": case "unknownCommand": return writeFault(unknown[given.call](given.id), given.head);
  }
}

describe("golden answers", () => {
  it("are there", () => assert.ok(cases.length >= 30));
  for (const name of cases) {
    it(name, () => {
      const given = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Call;
      assert.equal(`${write(given)}\n`, readFileSync(join(folder, `${name}.xml`), "utf8"));
    });
  }
});

describe("every fault", () => {
  const hostile = "<&>\"']]>\u0000\u0008\ud800\uffff\r\n\t😀";

  for (const name of Object.keys(faults) as FaultName[]) {
    it(`${name} is well-formed whatever it says`, () => {
      for (const detail of [undefined, ...Object.keys(faults[name].details)]) {
        const provider = { name: hostile, path: hostile, message: hostile, code: -2144108503 };
        const fault: Fault = { name, ...(detail === undefined ? {} : { detail }), message: hostile, provider, notUnderstood: { namespace: hostile, name: "x" }, supported: [hostile] };
        const text = writeFault(fault, { messageId: "uuid:1", relatesTo: hostile, activityId: "1", operationId: hostile, machine: hostile });
        const read = readElement(text, wireLimits);
        assert.ok(read.ok, read.ok ? "" : read.error.message);
        assert.doesNotMatch(text, /Code="-/);
      }
    });
  }
});
