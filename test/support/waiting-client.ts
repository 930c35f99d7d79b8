import { HttpExchange } from "./http-exchange.js";
import { overConnection } from "./over-connection.js";
import { ShellSession } from "./shell-session.js";
import { waitingShells } from "./waiting-shells-plugin.js";

export interface Poll {
  /** From the first octet of the request to the last of the answer. */
  readonly milliseconds: number;
  readonly isTimedOut: boolean;
}

/** A client on a connection of its own with a shell, and a command in it that never writes and never ends. */
export class WaitingClient {
  private constructor(
    private readonly connection: HttpExchange,
    private readonly shell: ShellSession,
    private readonly command: string,
  ) {}

  static async open(port: number, authorization: string): Promise<WaitingClient> {
    const connection = await HttpExchange.open(port);
    const shell = await ShellSession.open(`http://127.0.0.1:${port}/wsman`, authorization, { resourceUri: waitingShells, transport: overConnection(connection, authorization) });
    return new WaitingClient(connection, shell, await shell.start("wait"));
  }

  /** One Receive. @param seconds its OperationTimeout */
  async poll(seconds: number): Promise<Poll> {
    const began = performance.now();
    const answer = await this.shell.receive(this.command, `<w:OperationTimeout>PT${seconds}S</w:OperationTimeout>`).catch(({ message }: Error) => message);
    return { milliseconds: performance.now() - began, isTimedOut: answer.includes('Code="2150858793"') };
  }

  close(): void {
    this.connection.close();
  }
}
