import type { CommandOutput, OpenShellRequest, RunCommandRequest, ShellSignal, StreamInput } from "../../../../src/sdk/shell.js";
import { AppHarness, pluginSettings, TRANSFER, type Answer, type HarnessOptions, type PostOptions } from "./app-harness.js";

const RSP = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
export const CMD = `${RSP}/cmd`;
export const SHELLS = RSP;
export const COMMANDS = `${RSP}/Command`;

/** A shell plug-in whose commands do what a test tells them, and that takes down what it is told. */
export class ScriptedShells {
  readonly heard: string[] = [];
  readonly commands: (RunCommandRequest & { readonly output: CommandOutput })[] = [];
  readonly shells: OpenShellRequest[] = [];
  /** How a command begins; may answer later. */
  begin: (request: RunCommandRequest) => unknown = () => undefined;
  /** More methods of shells. */
  more: Readonly<Record<string, unknown>> = {};
  closeShell: () => unknown = () => undefined;
  /** How a command takes input; may answer later. */
  take: (input: StreamInput) => unknown = () => undefined;
  closeCommand: () => unknown = () => undefined;

  get plugin(): unknown {
    return {
      kind: "operation-plugin",
      declaration: { name: "scripted", sdkVersion: 1, capabilities: ["Shell"] },
      operations: {
        openShell: (request: OpenShellRequest) => {
          this.shells.push(request);
          return {
            ...this.more,
            runCommand: async (command: RunCommandRequest) => {
              this.commands.push(command);
              const refusal = await this.begin(command);
              return refusal ?? this.#command(command.command);
            },
            close: (reason: string) => {
              this.heard.push(`shell closed: ${reason}`);
              return this.closeShell();
            },
          };
        },
      },
    };
  }

  #command(name: string): unknown {
    return {
      send: ({ stream, data, isLast }: StreamInput) => {
        this.heard.push(`${name} ${stream} ${new TextDecoder().decode(data)}${isLast ? " last" : ""}`);
        return this.take({ stream, data, isLast });
      },
      signal: ({ kind }: ShellSignal) => void this.heard.push(`${name} ${kind}`),
      close: (reason: string) => {
        this.heard.push(`${name} closed: ${reason}`);
        return this.closeCommand();
      },
    };
  }
}

export interface VerbOptions extends PostOptions {
  readonly timeout?: string;
  readonly resourceUri?: string;
  readonly maxEnvelopeSize?: number;
}

/** A client of shells against the application in memory. */
export class ShellHarness {
  private constructor(readonly app: AppHarness) {}

  static async start(script: ScriptedShells, more: Partial<HarnessOptions> = {}): Promise<ShellHarness> {
    const settings = pluginSettings({ resources: [{ resourceUri: CMD, exactMatch: true, supportsOptions: true, capabilities: [{ type: "Shell", supportsFragment: false, supportsFiltering: false }] }] });
    return new ShellHarness(await AppHarness.start({ plugins: [[settings, script.plugin]], ...more }));
  }

  send(action: string, body: string, shell: string | undefined, { timeout, resourceUri = CMD, maxEnvelopeSize, ...options }: VerbOptions = {}): Promise<Answer> {
    return this.app.post(message(action, resourceUri, body, shell, timeout, maxEnvelopeSize), options);
  }

  create(options: VerbOptions & { readonly inside?: string; readonly attributes?: string } = {}): Promise<Answer> {
    const { inside = "<rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams>", attributes = "", ...more } = options;
    return this.send(`${TRANSFER}/Create`, `<rsp:Shell${attributes}>${inside}</rsp:Shell>`, undefined, more);
  }

  /** @returns the id of a new shell */
  async open(options: Parameters<ShellHarness["create"]>[0] = {}): Promise<string> {
    return idIn((await this.create(options)).ok(), "ShellId");
  }

  command(shell: string, line: string, options: VerbOptions & { readonly attributes?: string } = {}): Promise<Answer> {
    const [command = "", ...rest] = line.split(" ");
    return this.send(`${RSP}/Command`, `<rsp:CommandLine${options.attributes ?? ""}><rsp:Command>${command}</rsp:Command>${rest.map((each) => `<rsp:Arguments>${each}</rsp:Arguments>`).join("")}</rsp:CommandLine>`, shell, options);
  }

  /** @returns the id of a new command */
  async run(shell: string, line: string): Promise<string> {
    return idIn((await this.command(shell, line)).ok(), "CommandId");
  }

  receive(shell: string, command: string | undefined, options: VerbOptions & { readonly streams?: string } = {}): Promise<Answer> {
    return this.send(`${RSP}/Receive`, `<rsp:Receive><rsp:DesiredStream${of(command)}>${options.streams ?? "stdout stderr"}</rsp:DesiredStream></rsp:Receive>`, shell, options);
  }

  input(shell: string, command: string | undefined, text: string, more: VerbOptions & { readonly stream?: string; readonly end?: boolean } = {}): Promise<Answer> {
    const stream = `<rsp:Stream Name="${more.stream ?? "stdin"}"${of(command)}${more.end === true ? ' End="TRUE"' : ""}>${Buffer.from(text).toString("base64")}</rsp:Stream>`;
    return this.send(`${RSP}/Send`, `<rsp:Send>${stream}</rsp:Send>`, shell, more);
  }

  disconnect(shell: string, inside = ""): Promise<Answer> {
    return this.send(`${RSP}/Disconnect`, `<rsp:Disconnect>${inside}</rsp:Disconnect>`, shell);
  }

  reconnect(shell: string): Promise<Answer> {
    return this.send(`${RSP}/Reconnect`, "<rsp:Reconnect/>", shell);
  }

  connect(shell: string, command?: string): Promise<Answer> {
    return this.send(`${RSP}/Connect`, `<rsp:Connect${of(command)}/>`, shell);
  }

  signal(shell: string, command: string | undefined, signal: string, options: VerbOptions = {}): Promise<Answer> {
    return this.send(`${RSP}/Signal`, `<rsp:Signal${of(command)}><rsp:Code>${RSP}/signal/${signal}</rsp:Code></rsp:Signal>`, shell, options);
  }

  delete(shell: string, options: VerbOptions = {}): Promise<Answer> {
    return this.send(`${TRANSFER}/Delete`, "", shell, options);
  }
}

const of = (command: string | undefined): string => (command === undefined ? "" : ` CommandId="${command}"`);

function message(action: string, resourceUri: string, body: string, shell: string | undefined, timeout = "PT60S", maxEnvelopeSize = 153_600): string {
  const selectors = shell === undefined ? "" : `<w:SelectorSet><w:Selector Name="ShellId">${shell}</w:Selector></w:SelectorSet>`;
  return (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" ' +
    `xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:rsp="${RSP}"><s:Header>` +
    "<a:To>http://server.example:5985/wsman</a:To><a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>" +
    `<a:Action>${action}</a:Action><a:MessageID>uuid:11111111-2222-3333-4444-555555555555</a:MessageID><w:ResourceURI>${resourceUri}</w:ResourceURI>` +
    `<w:MaxEnvelopeSize>${maxEnvelopeSize}</w:MaxEnvelopeSize><w:OperationTimeout>${timeout}</w:OperationTimeout>${selectors}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

/** The id that an answer of Create or Command tells. */
export function idIn(answer: Answer, name: "ShellId" | "CommandId"): string {
  const found = (name === "ShellId" ? /Name="ShellId">([^<]*)</u : /<rsp:CommandId>([^<]*)</u).exec(answer.text)?.[1];
  if (found === undefined) throw new Error(`no ${name} in ${answer.text}`);
  return found;
}

/** What an answer of Receive tells. */
export function received(answer: Answer): { readonly text: Readonly<Record<string, string>>; readonly ended: readonly string[]; readonly state: string | undefined; readonly exitCode: number | undefined } {
  const text: Record<string, string> = {};
  const ended: string[] = [];
  for (const [, attributes, data] of answer.text.matchAll(/<rsp:Stream([^>]*?)(?:\/>|>([^<]*)<\/rsp:Stream>)/gu)) {
    const name = /Name="([^"]*)"/u.exec(attributes!)![1]!;
    if (data !== undefined && data !== "") text[name] = (text[name] ?? "") + Buffer.from(data, "base64").toString();
    if (/End="true"/u.test(attributes!)) ended.push(name);
  }
  const exit = /<rsp:ExitCode>(\d+)</u.exec(answer.text)?.[1];
  return { text, ended, state: /CommandState\/(\w+)"/u.exec(answer.text)?.[1], exitCode: exit === undefined ? undefined : Number(exit) };
}
