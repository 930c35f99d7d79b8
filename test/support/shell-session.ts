const rsp = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
const transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
const addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

/** What a command gave, once it was over. */
export interface CommandEnd {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface ShellOptions {
  readonly resourceUri?: string;
  readonly name?: string;
  /** Children of rsp:Shell. */
  readonly inside?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** A shell over HTTP, as small as a client can be. */
export class ShellSession {
  private constructor(
    private readonly url: string,
    private readonly authorization: string,
    private readonly resourceUri: string,
    readonly id: string,
  ) {}

  static async open(url: string, authorization: string, { resourceUri = `${rsp}/cmd`, name, inside = "", options = {} }: ShellOptions = {}): Promise<ShellSession> {
    const set = Object.entries(options).map(([name, value]) => `<w:Option Name="${name}">${value}</w:Option>`).join("");
    const answer = await post(url, authorization, `${transfer}/Create`, resourceUri, set === "" ? "" : `<w:OptionSet>${set}</w:OptionSet>`, `<rsp:Shell${name === undefined ? "" : ` Name="${name}"`}>${inside}<rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>`);
    return new ShellSession(url, authorization, resourceUri, valueIn(answer, /Name="ShellId">([^<]*)</u));
  }

  /** @returns the command's id */
  async start(command: string, ...words: readonly string[]): Promise<string> {
    const answer = await this.ask(`${rsp}/Command`, `<rsp:CommandLine><rsp:Command>${escape(command)}</rsp:Command>${words.map((word) => `<rsp:Arguments>${escape(word)}</rsp:Arguments>`).join("")}</rsp:CommandLine>`);
    return valueIn(answer, /<rsp:CommandId>([^<]*)</u);
  }

  /** Runs a command to its end. */
  async run(command: string, ...words: readonly string[]): Promise<CommandEnd> {
    const id = await this.start(command, ...words);
    const end = await this.finish(id);
    await this.ask(`${rsp}/Signal`, `<rsp:Signal CommandId="${id}"><rsp:Code>${rsp}/signal/terminate</rsp:Code></rsp:Signal>`);
    return end;
  }

  /** One Receive, which may be answered with a fault. @param command `undefined`: of the shell itself @param headers in s:Header */
  receive(command: string | undefined, headers = ""): Promise<string> {
    return post(this.url, this.authorization, `${rsp}/Receive`, this.resourceUri, `${headers}${this.#selector}`, `<rsp:Receive><rsp:DesiredStream${command === undefined ? "" : ` CommandId="${command}"`}>stdout stderr</rsp:DesiredStream></rsp:Receive>`);
  }

  /** Receives until the command is over. */
  async finish(id: string): Promise<CommandEnd> {
    const parts: Record<string, Buffer[]> = { stdout: [], stderr: [] };
    for (;;) {
      const answer = await this.receive(id);
      for (const [, name, data] of answer.matchAll(/<rsp:Stream Name="(\w+)"[^>]*>([^<]*)<\/rsp:Stream>/gu)) parts[name!]!.push(Buffer.from(data!, "base64"));
      const exit = /<rsp:ExitCode>(\d+)</u.exec(answer)?.[1];
      if (exit !== undefined) return { stdout: Buffer.concat(parts["stdout"]!).toString(), stderr: Buffer.concat(parts["stderr"]!).toString(), exitCode: Number(exit) };
    }
  }

  delete(): Promise<string> {
    return this.ask(`${transfer}/Delete`, "");
  }

  /** @throws with the whole answer when it is a fault */
  ask(action: string, body: string): Promise<string> {
    return post(this.url, this.authorization, action, this.resourceUri, this.#selector, body);
  }

  get #selector(): string {
    return `<w:SelectorSet><w:Selector Name="ShellId">${this.id}</w:Selector></w:SelectorSet>`;
  }
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function valueIn(answer: string, pattern: RegExp): string {
  const value = pattern.exec(answer)?.[1];
  if (value === undefined) throw new Error(`nothing like ${String(pattern)} in ${answer}`);
  return value;
}

async function post(url: string, authorization: string, action: string, resourceUri: string, headers: string, body: string): Promise<string> {
  const envelope =
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="${addressing}" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:rsp="${rsp}"><s:Header>` +
    `<a:To>${url}</a:To><a:ReplyTo><a:Address>${addressing}/role/anonymous</a:Address></a:ReplyTo><a:Action>${action}</a:Action>` +
    `<a:MessageID>uuid:11111111-2222-3333-4444-555555555555</a:MessageID><w:ResourceURI>${resourceUri}</w:ResourceURI>${headers}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
  const answer = await fetch(url, { method: "POST", body: envelope, headers: { authorization, "content-type": "application/soap+xml;charset=UTF-8" } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(text);
  return text;
}
