import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { XmlElement } from "../../../../src/base/xml-element.js";
import type { CommandOutput, ConnectRequest, OpenShellRequest, OwnOutput, RunCommandRequest, ShellSignal, StreamInput } from "../../../../src/sdk/shell.js";
import { childrenOf, findElement, parseXml, textIn, writtenName } from "../../../support/envelope-shape.js";
import { fixtures, withoutFixtures } from "../../../support/project-root.js";
import { recordedExchanges, type RecordedExchange } from "../../../support/recorded-exchanges.js";
import { alice, AppHarness, pluginSettings, settled, type Answer } from "./app-harness.js";

const POWERSHELL = "http://schemas.microsoft.com/powershell/";
const folder = join(fixtures, "winrm", "pypsrp");
/** Not those that go on in cmd.exe. */
const isPowerShell = (text: string): boolean => text.includes(`>${POWERSHELL}`) && !text.includes("windows/shell/cmd<");
const sessions = withoutFixtures === false ? readdirSync(folder).filter((name) => name.endsWith(".yml") && isPowerShell(readFileSync(join(folder, name), "utf8"))) : [];

/** What a client did between two messages over a connection of its own, which the recording does not hold. */
const between: Readonly<Record<string, Readonly<Record<number, (client: Replay) => Promise<unknown>>>>> = {
  "test_psrp_is_alive_invalid_selectors.yml": { 4: (client) => client.shellVerb("http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete", "") },
  // Windows took a client that had been silent for a minute for gone; here it says so.
  "test_psrp_is_alive_state_disconnected.yml": { 4: (client) => client.shellVerb("http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Disconnect", '<rsp:Disconnect xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"/>') },
};

/** Exchanges of which nothing can be compared, and why. */
function reasonToSkip({ request, response }: RecordedExchange): string | undefined {
  if (response === undefined) return "the connection broke";
  return request.includes(">http://schemas.microsoft.com/wbem/wsman/1/config<") ? "the configuration, which another plug-in tells" : undefined;
}

/** Of Windows Server 2008 R2, which takes no ids from clients and does not describe the shell it made. */
const old: ReadonlySet<string> = new Set(["test_psrp_run_protocol_version_2.1.yml"]);

/** The same, had the client proposed the ids that it was given. */
function withGivenIds(exchanges: readonly RecordedExchange[]): readonly RecordedExchange[] {
  return exchanges.map(({ request, response }) => {
    const [proposed, given] = [/ (?:Shell|Command)Id="([^"]*)"/u.exec(request)?.[1], /(?:Name="ShellId"|<rsp:CommandId)>([^<]*)</u.exec(response ?? "")?.[1]];
    return { request: proposed === undefined || given === undefined ? request : request.replace(proposed, given), response };
  });
}

/** A plug-in whose shells give what Windows' gave, at the same places, and the client with the recorded messages. */
class Replay {
  readonly #shells = new Map<string, OwnOutput>();
  readonly #commands = new Map<string, CommandOutput>();
  readonly #opened: string[] = [];
  /** What the plug-in was last given. */
  heard: unknown;
  connectResponse: string | undefined;
  app!: AppHarness;

  static async start(): Promise<Replay> {
    const replay = new Replay();
    const resources = [{ resourceUri: POWERSHELL, exactMatch: false, supportsOptions: true, capabilities: [{ type: "Shell", supportsFragment: false, supportsFiltering: false } as const] }];
    replay.app = await AppHarness.start({ plugins: [[pluginSettings({ resources }), replay.#plugin]], settings: { maxEnvelopeSizeKB: 500, maxShellIdleTimeoutMinutes: 120 } });
    return replay;
  }

  get #plugin(): unknown {
    const hears = { send: (input: StreamInput) => void (this.heard = input), signal: (signal: ShellSignal) => void (this.heard = signal) };
    const connect = (request: ConnectRequest): string | undefined => {
      this.heard = request;
      return this.connectResponse;
    };
    return {
      kind: "operation-plugin", declaration: { name: "replay", sdkVersion: 1, capabilities: ["Shell"] },
      operations: {
        openShell: (request: OpenShellRequest) => {
          this.heard = request;
          this.#shells.set(request.shellId, request.output);
          this.#opened.push(request.shellId);
          const runCommand = (command: RunCommandRequest): unknown => {
            this.heard = command;
            this.#commands.set(command.commandId, command.output);
            return { ...hears, connect, close: () => undefined };
          };
          return { processId: 1, hasOutput: true, connect, ...hears, runCommand, close: () => undefined };
        },
      },
    };
  }

  /** Writes all that a recorded answer to Receive holds. */
  give(response: XmlElement, shellId: string): void {
    for (const part of childrenOf(findElement(response, "ReceiveResponse") ?? response)) {
      const attribute = (wanted: string): string => part.attributes.find(({ name }) => name === wanted)?.value ?? "";
      const target = this.#commands.get(attribute("CommandId")) ?? this.#shells.get(shellId)!;
      const data = Buffer.from(textOf(part), "base64");
      if (part.name === "Stream" && data.length > 0) void target.write(attribute("Name"), data, { isWhole: true });
      if (attribute("End") === "true") target.end(attribute("Name"));
      if (part.name === "CommandState" && attribute("State").endsWith("/Done")) this.#commands.get(attribute("CommandId"))!.done(Number(textIn(part, "ExitCode")));
    }
  }

  /** Asks as recorded; what Windows' plug-in gave comes while the client waits, and time-outs are waited for. */
  async ask({ request, response }: RecordedExchange): Promise<Answer> {
    const [asked, answered] = [parseXml(request), parseXml(response!)];
    this.connectResponse = /<connectResponseXml.*<\/connectResponseXml>/u.exec(response!)?.[0];
    this.heard = undefined;
    const answer = this.app.post(request, { user: { ...alice, isAdministrator: true }, host: "127.0.0.1" });
    await settled();
    this.give(answered, textIn(findElement(asked, "Header")!, "Selector") ?? "");
    if (response!.includes("w:TimedOut")) await this.app.advance(Number(/PT(\d+)S/u.exec(request)![1]) * 1000);
    return answer;
  }

  /** A message of the client's own about the shell opened first. */
  async shellVerb(action: string, body: string): Promise<void> {
    const headers = `<w:SelectorSet><w:Selector Name="ShellId">${this.#opened[0]!}</w:Selector></w:SelectorSet>`;
    (await this.app.send({ action, uri: `${POWERSHELL}Microsoft.PowerShell`, headers, body })).ok();
  }
}

const textOf = (element: XmlElement): string => element.children.filter((child) => typeof child === "string").join("");

/** Elements whose text is another host's, another user's, or another moment's. */
const others: ReadonlySet<string> = new Set(["Address", "Owner", "ClientIP", "ProcessId", "MaxIdleTimeOut", "ShellRunTime", "ShellInactivity", "Text", "Message"]);
/** What this host does not say: it loads no profiles, and counts neither a plug-in's memory nor its processes. */
const unsaid = ["ProfileLoaded", "MemoryUsed", "ChildProcesses"];

/** Everything of an element that two hosts have in common, texts and attributes too. */
function canonical(element: XmlElement, without: readonly string[]): unknown {
  const attributes = element.attributes.filter(({ name, namespace }) => name !== "Machine" && name !== "path" && !namespace.endsWith("/namespace")).map(({ namespace, name, value }) => `${namespace}#${name}=${value}`).sort();
  // Windows lists shells in no order that could be told.
  const children = childrenOf(element).filter(({ name }) => !without.includes(name)).map((child) => canonical(child, without));
  if (element.name === "Items") children.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return [`${writtenName(element)}=${element.namespace}`, attributes, children.length > 0 || others.has(element.name) ? "" : textOf(element), children];
}

/** The plug-in was handed what the client sent. */
function checkHanded(request: XmlElement, heard: unknown): void {
  const body = findElement(request, "Body")!;
  const [kind] = childrenOf(body);
  if (kind === undefined) return;
  switch (kind.name) {
    case "Shell": {
      const { creation, options, inputStreams, outputStreams } = heard as OpenShellRequest;
      assert.deepEqual([creation!.element().namespace, textOf(creation!.element())], ["http://schemas.microsoft.com/powershell", textIn(kind, "creationXml")]);
      assert.deepEqual(options.get("ProtocolVersion"), { name: "protocolversion", value: textIn(request, "Option"), mustComply: true, type: undefined });
      return assert.deepEqual([inputStreams.join(" "), outputStreams.join(" ")], [textIn(kind, "InputStreams"), textIn(kind, "OutputStreams")]);
    }
    case "CommandLine": return assert.deepEqual((heard as RunCommandRequest).arguments, childrenOf(kind).filter(({ name }) => name === "Arguments").map(textOf));
    case "Send": return assert.deepEqual([(heard as StreamInput).stream, Buffer.from((heard as StreamInput).data).toString("base64")], [findElement(kind, "Stream")!.attributes.find(({ name }) => name === "Name")!.value, textIn(kind, "Stream")]);
    case "Connect": {
      const { connection } = heard as ConnectRequest;
      return assert.equal(connection === undefined ? undefined : textOf(connection.element()), textIn(kind, "connectXml"));
    }
  }
}

describe("PowerShell's sessions as recorded of Windows", { skip: withoutFixtures }, () => {
  for (const file of sessions) {
    it(`${file}: each answer is Windows', but for ids, names, times and sentences`, async () => {
      const client = await Replay.start();
      let compared = 0;
      for (const [at, exchange] of (old.has(file) ? withGivenIds(recordedExchanges(file)) : recordedExchanges(file)).entries()) {
        await between[file]?.[at]?.(client);
        if (reasonToSkip(exchange) !== undefined) continue;
        const request = parseXml(exchange.request);
        const answer = await client.ask(exchange);
        const [ours, theirs] = [parseXml(answer.text), parseXml(exchange.response!)];
        const place = `${file}, exchange ${at}`;
        const without = old.has(file) ? [...unsaid, "Shell"] : unsaid;
        assert.deepEqual(canonical(findElement(ours, "Body")!, without), canonical(findElement(theirs, "Body")!, without), place);
        for (const header of ["Action", "To", "RelatesTo"]) assert.equal(textIn(ours, header), textIn(theirs, header), place);
        assert.equal(answer.status, findElement(theirs, "Fault") === undefined ? 200 : 500, place);
        if (answer.status === 200) checkHanded(request, client.heard);
        compared++;
      }
      assert.ok(compared >= 3);
    });
  }

  it("are there, of all kinds", () => {
    assert.ok(sessions.length >= 23, String(sessions.length));
    const all = sessions.flatMap(recordedExchanges);
    for (const part of ["Receive", "Command", "Send", "Signal", "Disconnect", "Reconnect", "Connect", "Enumerate", "Get", "Delete"]) assert.ok(all.some(({ request }) => new RegExp(`/${part}</wsa:Action>`, "u").test(request)), part);
  });
});
