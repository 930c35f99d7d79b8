import assert from "node:assert/strict";
import type { Result } from "../../../src/base/result.js";
import type { Fault } from "../../../src/protocol/wsman/fault.js";
import { faults, type FaultRow } from "../../../src/protocol/wsman/faults.js";
import { namespaces } from "../../../src/protocol/wsman/namespaces.js";
import { readCommandLine, type CommandLine } from "../../../src/protocol/wsman/read-command-line.js";
import { readConnectBody, type ConnectBody } from "../../../src/protocol/wsman/read-connect-body.js";
import { readDisconnectBody, type DisconnectBody } from "../../../src/protocol/wsman/read-disconnect-body.js";
import { readReceiveBody, type ReceiveBody } from "../../../src/protocol/wsman/read-receive-body.js";
import { readRequest } from "../../../src/protocol/wsman/read-request.js";
import { readSendBody, type SentStream } from "../../../src/protocol/wsman/read-send-body.js";
import { readShellBody, type ShellBody } from "../../../src/protocol/wsman/read-shell-body.js";
import { readSignalBody, type SignalBody } from "../../../src/protocol/wsman/read-signal-body.js";
import type { RequestBody, WsmanRequest } from "../../../src/protocol/wsman/request.js";
import { requestLimits } from "../../../src/protocol/wsman/request-limits.js";
import { escapeAttribute, escapeText } from "../../../src/protocol/xml/escape.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { soapEnvelope } from "../../support/soap-envelope.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";
import type { Random } from "../random.js";

const signal = `${namespaces.rsp}/signal`;
const seeds = [
  '<r:Shell ShellId="1" Name="n"><r:Environment><r:Variable Name="A">1 &lt; 2</r:Variable><r:Variable Name="B"/></r:Environment><r:WorkingDirectory>/a b</r:WorkingDirectory><r:Lifetime>PT600S</r:Lifetime><r:IdleTimeOut>PT60.5S</r:IdleTimeOut><r:InputStreams>stdin pr</r:InputStreams><r:OutputStreams>stdout\nstderr</r:OutputStreams></r:Shell>',
  '<r:Shell><c:creationXml xmlns:c="urn:c"><c:a b="1">AAAA</c:a></c:creationXml><r:Name>shell 1</r:Name><other/></r:Shell>',
  "<r:CommandLine CommandId='9'><r:Command><![CDATA[echo <a>]]> &amp; more</r:Command><r:Arguments>/all</r:Arguments><r:Arguments> two  words </r:Arguments></r:CommandLine>",
  "<r:CommandLine><r:Command/><r:Arguments>AAAA</r:Arguments></r:CommandLine>",
  '<r:Send><r:Stream Name="stdin" CommandId="9" End="False">QUJD\nRA==</r:Stream><r:Stream Name="pr" End="TRUE"/><r:Stream r:Name="pr">AA==</r:Stream></r:Send>',
  '<r:Receive><r:DesiredStream CommandId="9">stdout stderr</r:DesiredStream></r:Receive>',
  "<r:Receive><r:DesiredStream/></r:Receive>",
  `<r:Signal CommandId="9"><r:Code>${signal}/Terminate</r:Code></r:Signal>`,
  "<r:Signal><r:Code>powershell/signal/crtl_c</r:Code></r:Signal>",
  "<r:Disconnect><r:IdleTimeOut>PT1H</r:IdleTimeOut><r:BufferMode>Drop</r:BufferMode></r:Disconnect>",
  '<r:Connect CommandId="9"><connectXml xmlns="urn:c"> <a xmlns:r="urn:r"><r:b/></a></connectXml></r:Connect>',
];
/** What may stand in an attribute or a text: well-formed, whatever it says. */
const values = [
  ...oddCharacters.filter((word) => !/[\0-\x08\ud800-\udfff]/u.test(word)), "", "1", "a b", " a ", "a=b", "=", "&lt;&amp;&gt;", "&#10;", "&#13;\n", "&#x85;", "&quot;", "x".repeat(255), "x".repeat(256), "\u{1f600}".repeat(128), "PT0S", "PT1.5S", "P1DT1H", "-PT1S", "P1Y", "soon",
  "stdin stdin", "a b c d e f g h i j k l m n o p", "a b c d e f g h i j k l m n o p q", "true", "False", "1", "yes", "Block", "block", "AAAA", "QUI=", "QQ==", "A===", "AA=A", "=AAA", "AA", "AA==AAAA", "A A\tA\nA", "A-_A", "QUJD".repeat(300),
  `${signal}/ctrl_c`, `${signal.toUpperCase()}/CTRL_BREAK`, "powershell/signal/ctrl_c",
];
const elements = [
  "<x/>", "<r:x>a</r:x>", "<!-- c -->", "text", "<![CDATA[ ]]>", "<r:Name>a</r:Name>", "<r:Command>a</r:Command>", "<r:Arguments/>", "<r:Stream Name='s'>AAAA</r:Stream>", "<r:Code>u</r:Code>", "<r:InputStreams/>", "<creationXml/>", "<r:connectXml a='1'/>", "<r:DesiredStream CommandId='7'/>",
  "<r:Environment><r:Variable Name='x'>y</r:Variable></r:Environment>", "<r:BufferMode>Block</r:BufferMode>", "<r:IdleTimeOut>PT1S</r:IdleTimeOut>", "<x:InputStreams xmlns:x='urn:x'>a</x:InputStreams>",
];

/** One small change: a value exchanged, an element or an attribute put in, anything anywhere. */
function changeOnce(body: string, random: Random): string {
  const [pattern, replacement] = random.pick([
    [/>[^<>]*</gu, () => `>${random.pick(values)}<`],
    [/="[^"]*"/gu, () => `="${random.pick(values)}"`],
    [/>/gu, () => `>${random.pick(elements)}`],
    [/<r:\w+/gu, (tag: string) => `${tag} ${random.pick(["CommandId", "r:CommandId", "ShellId", "Name", "r:Name", "End", "Other"])}="${random.pick(values)}"`],
  ] as const);
  const places = [...body.matchAll(pattern)];
  if (places.length === 0 || random.oneIn(8)) return mutateWords(body, values, random);
  const { 0: found, index } = random.pick(places);
  return body.slice(0, index) + replacement(found) + body.slice(index + found.length);
}

function makeBody(random: Random): string {
  let body = random.pick(seeds);
  for (let times = random.below(4); times > 0; times--) body = changeOnce(body, random);
  return body;
}

const roots = { Shell: readShellBody, CommandLine: readCommandLine, Send: readSendBody, Receive: readReceiveBody, Signal: readSignalBody, Disconnect: readDisconnectBody, Connect: readConnectBody } as const;
type Root = keyof typeof roots;

const readBody = (body: string): Result<WsmanRequest, Fault> => readRequest(soapEnvelope({ action: `${namespaces.rsp}/Any`, resourceUri: "urn:x", body, attributes: ` xmlns:r="${namespaces.rsp}"` }));

const attribute = (name: string, value: string | undefined): string => (value === undefined ? "" : ` ${name}="${escapeAttribute(value)}"`);
const element = (name: string, value: string | undefined): string => (value === undefined ? "" : `<r:${name}>${escapeText(value)}</r:${name}>`);
const time = (name: string, milliseconds: number | undefined): string => element(name, milliseconds === undefined ? undefined : `PT${Math.floor(milliseconds / 1000)}.${String(milliseconds % 1000).padStart(3, "0")}S`);

/** What was read as another client would write it; parts of others are left out. */
const writers: { readonly [Name in Root]: (value: never) => string } = {
  Shell: ({ shellId, name, environment, workingDirectory, lifetime, idleTimeout, inputStreams, outputStreams }: ShellBody) =>
    `<r:Shell${attribute("ShellId", shellId)}>${element("OutputStreams", outputStreams.join(" "))}${element("InputStreams", inputStreams.join("\n"))}${time("IdleTimeOut", idleTimeout)}${time("Lifetime", lifetime)}` +
    `${element("Name", name)}${element("WorkingDirectory", workingDirectory)}<r:Environment>${environment.map(([variable, value]) => `<r:Variable${attribute("Name", variable)}>${escapeText(value)}</r:Variable>`).join("")}</r:Environment></r:Shell>`,
  CommandLine: ({ commandId, command, arguments: all }: CommandLine) => `<r:CommandLine${attribute("CommandId", commandId)}>${all.map((one) => element("Arguments", one)).join(" ")}${element("Command", command)}</r:CommandLine>`,
  Send: ({ streams }: { streams: readonly SentStream[] }) =>
    `<r:Send>${streams.map(({ name, commandId, data, isLast }) => `<r:Stream${attribute("End", String(isLast))}${attribute("Name", name)}${attribute("r:CommandId", commandId)}>${data}</r:Stream>`).join("")}</r:Send>`,
  Receive: ({ commandId, streams }: ReceiveBody) => `<r:Receive><r:DesiredStream${attribute("CommandId", commandId)}>${escapeText(streams.join(" "))}</r:DesiredStream></r:Receive>`,
  Signal: ({ commandId, code }: SignalBody) => `<r:Signal${attribute("CommandId", commandId)}>${element("Code", code)}</r:Signal>`,
  Disconnect: ({ idleTimeout, bufferMode }: DisconnectBody) => `<r:Disconnect>${time("IdleTimeOut", idleTimeout)}${element("BufferMode", bufferMode)}</r:Disconnect>`,
  Connect: ({ commandId }: ConnectBody) => `<r:Connect${attribute("CommandId", commandId)}/>`,
};

function checkFault({ name, detail, message }: Fault): void {
  const row: FaultRow = faults[name];
  assert.ok(detail === undefined || Object.hasOwn(row.details, detail), `${detail} is no detail of ${name}`);
  assert.ok(message?.endsWith(".") === true && message.length < 1000, message);
}

function checkNames(names: readonly string[]): void {
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length <= requestLimits.streams && names.every((name) => name !== "" && name.length <= 255 && !/[\s\p{Cc}]/u.test(name.replace(/\P{ASCII}/gu, "x"))));
}

function checkPart(part: RequestBody | undefined, name: string): void {
  if (part === undefined) return;
  const read = readElement(part.text(), { ...wireLimits, namespaces: 256, attributes: 65 });
  assert.ok(read.ok && read.value.name === name && read.value.namespace === part.root?.namespace && part.open().is(part.root.namespace, name), part.text());
}

function checkValue(root: Root, value: unknown): void {
  if (root === "Shell") {
    const { shellId = "1", environment, inputStreams, outputStreams, creation } = value as ShellBody;
    assert.ok(shellId !== "" && shellId.length <= 255 && !/\p{Cc}/u.test(shellId));
    assert.ok(environment.every(([name]) => name !== "" && !name.includes("=")));
    checkNames(inputStreams);
    checkNames(outputStreams);
    checkPart(creation, "creationXml");
  } else if (root === "Receive") checkNames((value as ReceiveBody).streams);
  else if (root === "Connect") checkPart((value as ConnectBody).connection, "connectXml");
  else if (root === "Send") {
    for (const { data } of (value as { streams: readonly SentStream[] }).streams) {
      const padding = data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0;
      assert.equal(Buffer.from(data, "base64").length, (data.length / 4) * 3 - padding, data);
    }
  }
}

const withoutParts = (value: unknown): unknown => ({ ...(value as object), creation: undefined, connection: undefined });

export const shellBodies = pureTarget<string>({
  name: "shell-bodies",
  promise: "The Body of a shell's action is read within its limits or refused by a fault; each reader refuses the others' Bodies; what is read, written by another client, reads the same.",
  cases: 15_000,
  least: { read: 0.15, refused: 0.1 },
  make: makeBody,
  check: (body) => {
    const request = readBody(body);
    if (!request.ok) return false;
    const name = request.value.body.root?.name;
    let isRead = false;
    for (const [root, reader] of Object.entries(roots) as [Root, (of: WsmanRequest) => Result<unknown, Fault>][]) {
      const read = reader(request.value);
      if (!read.ok) {
        checkFault(read.error);
        continue;
      }
      assert.equal(name, root);
      isRead = true;
      checkValue(root, read.value);
      const written = writers[root](read.value as never);
      const again = readBody(written);
      const second = again.ok ? reader(again.value) : again;
      assert.deepEqual(second.ok ? withoutParts(second.value) : second.error, withoutParts(read.value), written);
    }
    return isRead;
  },
});
