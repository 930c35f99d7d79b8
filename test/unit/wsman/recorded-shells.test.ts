import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Result } from "../../../src/base/result.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { parseDuration } from "../../../src/protocol/wsman/duration.js";
import type { Fault } from "../../../src/protocol/wsman/fault.js";
import { readCommandLine } from "../../../src/protocol/wsman/read-command-line.js";
import { readConnectBody } from "../../../src/protocol/wsman/read-connect-body.js";
import { readDisconnectBody } from "../../../src/protocol/wsman/read-disconnect-body.js";
import { readReceiveBody } from "../../../src/protocol/wsman/read-receive-body.js";
import { readRequest } from "../../../src/protocol/wsman/read-request.js";
import { readSendBody } from "../../../src/protocol/wsman/read-send-body.js";
import { readShellBody, type ShellBody } from "../../../src/protocol/wsman/read-shell-body.js";
import { readSignalBody } from "../../../src/protocol/wsman/read-signal-body.js";
import { ReceiveWriter, type ReceivedState } from "../../../src/protocol/wsman/receive-writer.js";
import type { Operation, WsmanRequest } from "../../../src/protocol/wsman/request.js";
import { writeOpening, type ResponseHead } from "../../../src/protocol/wsman/response-head.js";
import { unknownCommand, unknownShell } from "../../../src/protocol/wsman/shell-faults.js";
import { writeCommandItem, writeCommandResponse } from "../../../src/protocol/wsman/write-command.js";
import { writeFault } from "../../../src/protocol/wsman/write-fault.js";
import { writeConnectResponse, writeDisconnectResponse, writeReconnectResponse, writeSendResponse, writeSignalResponse } from "../../../src/protocol/wsman/write-shell-responses.js";
import { writeShell, writeShellCreated, type ShellDescription } from "../../../src/protocol/wsman/write-shell.js";
import { childrenOf, findElement, parseXml, shapeOf, textIn } from "../../support/envelope-shape.js";
import { fixtures, withoutFixtures } from "../../support/project-root.js";
import { recordedRequests } from "../../support/recorded-traffic.js";

const folder = join(fixtures, "winrm");
const sessions = withoutFixtures === false ? readdirSync(join(folder, "pypsrp")).filter((name) => name.endsWith(".yml")) : [];
const read = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");
const envelopes = (file: string, side: "request" | "response"): string[] => [...read("pypsrp", file).matchAll(new RegExp(`${side}: (<s:Envelope .*</s:Envelope>)$`, "gmu"))].map(([, text]) => text!);

const readers: Partial<Record<Operation, (request: WsmanRequest) => Result<unknown, Fault>>> = {
  Create: readShellBody, Command: readCommandLine, Send: readSendBody, Receive: readReceiveBody, Signal: readSignalBody, Disconnect: readDisconnectBody, Connect: readConnectBody,
};

/** Reads a request whole. @returns operation and what its Body says; `undefined` where it is no shell's */
function readShellRequest(text: string): readonly [Operation, unknown] | undefined {
  const request = readRequest(text);
  if (!request.ok || request.value.body.root?.namespace !== "http://schemas.microsoft.com/wbem/wsman/1/windows/shell") return undefined;
  const { operation } = request.value;
  const body = readers[operation]?.(request.value);
  assert.ok(body?.ok, body?.ok === false ? body.error.message : `no reader for ${operation}`);
  return [operation, body.value];
}

describe("shell requests as clients really send them", { skip: withoutFixtures }, () => {
  it("are read, every one of pypsrp's", () => {
    const seen = new Map<string, number>();
    for (const text of sessions.flatMap((file) => envelopes(file, "request"))) {
      const found = readShellRequest(text);
      if (found !== undefined) seen.set(found[0], (seen.get(found[0]) ?? 0) + 1);
    }
    for (const operation of Object.keys(readers)) assert.ok((seen.get(operation) ?? 0) >= 4, operation);
  });

  it("are read, every one of the other clients", () => {
    const bodies = recordedRequests().map(({ body }) => readShellRequest(body)).filter((found) => found !== undefined);
    assert.ok(bodies.length >= 30, String(bodies.length));
    const shells = bodies.filter(([operation]) => operation === "Create").map(([, body]) => body as ShellBody);
    assert.ok(shells.some(({ name, creation }) => name === "Runspace" && creation?.root?.name === "creationXml"), "WinRb's PowerShell");
    const full = shells.find(({ environment }) => environment.length > 0)!;
    assert.deepEqual(
      { ...full, creation: undefined },
      { shellId: undefined, name: "n1", environment: [["A", "1"], ["B", "two"]], workingDirectory: "C:\\x", lifetime: 600_000, idleTimeout: 60_000, inputStreams: ["stdin"], outputStreams: ["stdout", "stderr"], creation: undefined },
    );
  });

  it("say the same as their text, looked up without a parser", () => {
    let count = 0;
    for (const text of sessions.flatMap((file) => envelopes(file, "request"))) {
      const found = readShellRequest(text);
      if (found?.[0] !== "Send") continue;
      const { streams } = found[1] as { streams: { data: string; isLast: boolean }[] };
      const written = [...text.matchAll(/<rsp:Stream [^>]*>([^<]*)</gu)];
      assert.deepEqual(streams.map(({ data }) => data), written.map(([, data]) => data));
      assert.deepEqual(streams.map(({ isLast }) => isLast), written.map(([whole]) => whole.includes('End="True"')));
      count++;
    }
    assert.ok(count >= 10, String(count));
  });

  it("from winrm4j, whose attributes have a prefix", () => {
    const receive = /<soap:Envelope(?:(?!<soap:Envelope).)*<ns1:Receive.*?<\/soap:Envelope>/su.exec(read("winrm4j", "win12.xml"))?.[0];
    assert.ok(receive !== undefined);
    const id = /ns1:CommandId="([^"]*)"/u.exec(receive)![1];
    assert.deepEqual(readShellRequest(receive), ["Receive", { commandId: id, streams: ["stdout", "stderr"] }]);
  });
});

const attribute = (element: XmlElement, wanted: string): string | undefined => element.attributes.find(({ name }) => name === wanted)?.value;
const plain = (element: XmlElement): string => element.children.filter((child) => typeof child === "string").join("");

function headOf(answer: XmlElement, operation: Operation): ResponseHead {
  return { action: textIn(answer, "Action")!, messageId: textIn(answer, "MessageID")!, relatesTo: textIn(answer, "RelatesTo"), activityId: textIn(answer, "ActivityId"), operation };
}

function describeShell(shell: XmlElement): ShellDescription {
  const said = (name: string): string | undefined => textIn(shell, name);
  const names = (name: string): string[] => said(name)!.split(" ");
  const time = (name: string): number | undefined => (said(name) === undefined ? undefined : parseDuration(said(name)!));
  return {
    shellId: said("ShellId")!, name: said("Name"), resourceUri: said("ResourceUri")!, owner: said("Owner")!, clientIp: said("ClientIP")!,
    environment: childrenOf(shell).filter(({ name }) => name === "Environment").flatMap(childrenOf).map((variable) => [attribute(variable, "Name")!, plain(variable)] as const),
    processId: said("ProcessId") === undefined ? undefined : Number(said("ProcessId")), workingDirectory: said("WorkingDirectory"), idleTimeout: time("IdleTimeOut")!,
    inputStreams: names("InputStreams"), outputStreams: names("OutputStreams"), maxIdleTimeout: time("MaxIdleTimeOut"), locale: said("Locale"), dataLocale: said("DataLocale"),
    compressionMode: said("CompressionMode") as "NoCompression" | undefined, profileLoaded: said("ProfileLoaded") === undefined ? undefined : said("ProfileLoaded") === "Yes",
    encoding: said("Encoding") as "UTF8" | undefined, bufferMode: said("BufferMode") as "Block" | undefined, state: said("State") as "Connected" | undefined,
    shellRunTime: time("ShellRunTime")!, shellInactivity: time("ShellInactivity")!,
  };
}

function writeReceived(answer: XmlElement, head: ResponseHead): string {
  const writer = new ReceiveWriter(writeOpening(head), 600_000);
  let state: ReceivedState | undefined;
  for (const element of childrenOf(findElement(answer, "ReceiveResponse")!)) {
    const commandId = attribute(element, "CommandId");
    if (element.name === "CommandState") {
      const exitCode = textIn(element, "ExitCode");
      state = { commandId, state: attribute(element, "State")!.split("/").at(-1) as "Done", exitCode: exitCode === undefined ? undefined : Number(exitCode) };
    } else if (attribute(element, "End") === "true") writer.addEnd(attribute(element, "Name")!, commandId);
    else writer.add(attribute(element, "Name")!, commandId, plain(element));
  }
  return writer.finish(state);
}

/** The answer again, from what it says. @returns `undefined` where nothing here writes it */
function writeAgain(recorded: string): string | undefined {
  const answer = parseXml(recorded);
  const operation = /\/(\w+)Response<\/a:Action>/u.exec(recorded)?.[1] as Operation | undefined;
  if (operation === undefined) return undefined;
  const head = headOf(answer, operation);
  const shell = findElement(answer, "Shell");
  switch (operation) {
    case "Create": {
      const [resourceUri, shellId, address] = ["ResourceURI", "Selector", "Address"].map((name) => textIn(findElement(answer, "ResourceCreated")!, name)!);
      return shell === undefined ? undefined : writeShellCreated(head, { address: address!, resourceUri: resourceUri!, selectors: [{ name: "ShellId", value: shellId! }] }, describeShell(shell));
    }
    case "Command": return writeCommandResponse(head, textIn(answer, "CommandId")!);
    case "Send": return writeSendResponse(head);
    case "Signal": return writeSignalResponse(head);
    case "Receive": return writeReceived(answer, head);
    case "Disconnect": return writeDisconnectResponse(head);
    case "Reconnect": return writeReconnectResponse(head);
    case "Connect": {
      const [inputStreams, outputStreams] = ["InputStreams", "OutputStreams"].map((name) => textIn(answer, name)?.split(" "));
      return writeConnectResponse(head, inputStreams === undefined ? undefined : { inputStreams, outputStreams: outputStreams!, connectResponse: /<connectResponseXml.*<\/connectResponseXml>/u.exec(recorded)?.[0] });
    }
    default: return undefined;
  }
}

describe("shell answers are written as Windows writes them", { skip: withoutFixtures }, () => {
  it("octet for octet, every recorded one of pypsrp's sessions", () => {
    const seen = new Map<string, number>();
    for (const recorded of sessions.flatMap((file) => envelopes(file, "response"))) {
      const ours = writeAgain(recorded);
      if (ours === undefined) continue;
      const operation = /\/(\w+)Response<\/a:Action>/u.exec(recorded)![1]!;
      seen.set(operation, (seen.get(operation) ?? 0) + 1);
      // Windows declares neither x nor rsp where nothing of a shell follows; declared in all of a shell's answers they do no harm.
      const isEmpty = operation === "Disconnect" || operation === "Reconnect";
      const start = /^<s:Envelope[^>]*>/u;
      // Quotation marks in text need no reference.
      const theirs = recorded.replace(/>[^<]+</gu, (text) => text.replaceAll("&quot;", '"').replaceAll("&apos;", "'"));
      assert.equal(isEmpty ? ours.replace(start, "") : ours, isEmpty ? theirs.replace(start, "") : theirs);
    }
    for (const operation of ["Create", "Command", "Send", "Receive", "Signal", "Disconnect", "Reconnect", "Connect"]) assert.ok((seen.get(operation) ?? 0) >= 3, `${operation}: ${seen.get(operation)}`);
  });

  it("octet for octet, shells of Get and Enumerate", () => {
    let count = 0;
    for (const recorded of sessions.flatMap((file) => envelopes(file, "response"))) {
      if (!/\/(?:Get|Enumerate)Response</u.test(recorded)) continue;
      for (const [shell] of recorded.matchAll(/<rsp:Shell .*?<\/rsp:Shell>/gu)) {
        // Memory and processes are those of Windows' own host of plug-ins.
        assert.equal(writeShell(describeShell(parseXml(shell))), shell.replace(/<rsp:MemoryUsed>.*<\/rsp:ChildProcesses>/u, ""));
        count++;
      }
    }
    assert.ok(count >= 6, String(count));
  });

  it("octet for octet, commands of Enumerate", () => {
    const items = sessions.flatMap((file) => envelopes(file, "response")).flatMap((recorded) => recorded.match(/<rsp:Command .*?<\/rsp:Command>/gu) ?? []);
    assert.ok(items.length >= 2);
    for (const item of items) {
      const element = parseXml(item);
      assert.equal(writeCommandItem({ commandId: textIn(element, "CommandId")!, commandLine: textIn(element, "CommandLine")!, state: textIn(element, "CommandState") as "Running" }), item);
    }
  });

  for (const [file, operation] of [["run_cmd_send_input_get_output_response.xml", "Receive"], ["get_ps_output_response.xml", "Receive"], ["cleanup_cmd_response.xml", "Signal"], ["run_cmd_send_input_response.xml", "Send"]] as const) {
    it(`in the shape of pywinrm's ${file}`, () => {
      const recorded = read("pywinrm", file);
      const ours = writeAgain(recorded.replace(/>\s+</gu, "><"))!;
      assert.deepEqual(shapeOf(findElement(parseXml(ours), `${operation}Response`)!), shapeOf(findElement(parseXml(recorded), `${operation}Response`)!));
    });
  }

  it("faults for a shell and a command that are not there", () => {
    const faults = sessions.flatMap((file) => envelopes(file, "response")).filter((text) => text.includes("UnexpectedSelectors"));
    const withoutTexts = (text: string): string => text.replace(/^.*?<s:Body>/u, "").replace(/>[^<]* [^<]*</gu, "><").replace(/Machine="[^"]*"/gu, "");
    const head = { messageId: "uuid:1", relatesTo: "uuid:2", machine: "h" };
    assert.deepEqual(faults.map(withoutTexts).sort(), [unknownShell("a"), unknownCommand("a")].map((fault) => withoutTexts(writeFault(fault, head))).sort());
  });
});
