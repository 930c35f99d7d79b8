import { HttpExchange, type HttpAnswer } from "./http-exchange.js";
import { actions, soapEnvelope } from "./soap-envelope.js";
import { waitingShells } from "./waiting-shells-plugin.js";

const rsp = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";

export interface Poll {
  /** From the first octet of the request to the last of the answer. */
  readonly milliseconds: number;
  readonly isTimedOut: boolean;
}

/** A client on a connection of its own with a shell, and a command in it that never writes and never ends. */
export class WaitingClient {
  private constructor(
    private readonly connection: HttpExchange,
    private readonly authorization: string,
    private readonly shell: string,
    private readonly command: string,
  ) {}

  static async open(port: number, authorization: string): Promise<WaitingClient> {
    const connection = await HttpExchange.open(port);
    const opened = await connection.send(post(authorization, actions.create, {}, "<rsp:Shell><rsp:OutputStreams>stdout</rsp:OutputStreams></rsp:Shell>"));
    const shell = valueIn(opened, /<rsp:ShellId>([^<]*)</u);
    const begun = await connection.send(post(authorization, `${rsp}/Command`, { ShellId: shell }, "<rsp:CommandLine><rsp:Command>wait</rsp:Command></rsp:CommandLine>"));
    return new WaitingClient(connection, authorization, shell, valueIn(begun, /<rsp:CommandId>([^<]*)</u));
  }

  /** One Receive. @param seconds its OperationTimeout */
  async poll(seconds: number): Promise<Poll> {
    const body = `<rsp:Receive><rsp:DesiredStream CommandId="${this.command}">stdout</rsp:DesiredStream></rsp:Receive>`;
    const request = post(this.authorization, `${rsp}/Receive`, { ShellId: this.shell }, body, `<w:OperationTimeout>PT${seconds}S</w:OperationTimeout>`);
    const began = performance.now();
    const answer = await this.connection.send(request);
    return { milliseconds: performance.now() - began, isTimedOut: answer.body.includes('Code="2150858793"') };
  }

  close(): void {
    this.connection.close();
  }
}

function post(authorization: string, action: string, selectors: Readonly<Record<string, string>>, body: string, headers = ""): string {
  const envelope = soapEnvelope({ action, resourceUri: waitingShells, selectors, headers, body, attributes: ` xmlns:rsp="${rsp}"` });
  return `POST /wsman HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${authorization}\r\nContent-Type: application/soap+xml;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(envelope)}\r\n\r\n${envelope}`;
}

function valueIn({ body }: HttpAnswer, pattern: RegExp): string {
  const value = pattern.exec(body.toString())?.[1];
  if (value === undefined) throw new Error(`nothing like ${String(pattern)} in ${body.toString()}`);
  return value;
}
