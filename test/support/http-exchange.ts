import { connect, type Socket } from "node:net";

/** One HTTP answer, as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  /** In order, names as written. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** Status of a `100 Continue` and the like that came before it. */
  readonly interim: readonly number[];
}

/** Value of a header field, or of all of that name joined. */
export const field = ({ headers }: HttpAnswer, name: string): string | undefined => {
  const values = headers.filter(([own]) => own.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(", ");
};

/** A connection on which octets go out exactly as they are given; nothing is added, so nothing hides what the host is sent. */
export class HttpExchange {
  #received = Buffer.alloc(0);
  #wake: (() => void) | undefined;
  #ended = false;

  private constructor(private readonly socket: Socket) {
    socket.on("data", (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake?.();
    });
    const end = (): void => {
      this.#ended = true;
      this.#wake?.();
    };
    socket.on("end", end).on("close", end).on("error", end);
  }

  static open(port: number): Promise<HttpExchange> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("error", reject);
      socket.once("connect", () => resolve(new HttpExchange(socket)));
    });
  }

  /** Posts an envelope on a connection of its own. */
  static async post(url: string, body: string | Buffer, headers: Readonly<Record<string, string>>): Promise<HttpAnswer> {
    const { port, host, pathname, search } = new URL(url);
    const connection = await HttpExchange.open(Number(port));
    try {
      const fields = Object.entries({ Host: host, "Content-Type": "application/soap+xml;charset=UTF-8", "Content-Length": String(Buffer.byteLength(body)), ...headers });
      return await connection.send(Buffer.concat([Buffer.from(`POST ${pathname}${search} HTTP/1.1\r\n${fields.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`), Buffer.from(body)]));
    } finally {
      connection.close();
    }
  }

  /** The host has ended the connection. */
  get ended(): boolean {
    return this.#ended;
  }

  write(octets: Uint8Array | string): void {
    this.socket.write(octets);
  }

  /** Sends a whole request and waits for its answer. */
  send(octets: Uint8Array | string): Promise<HttpAnswer> {
    this.write(octets);
    return this.read();
  }

  /** The next answer; its body is delimited by Content-Length alone, because the host never sends chunks. */
  async read(): Promise<HttpAnswer> {
    const interim: number[] = [];
    for (;;) {
      const head = (await this.#until((received) => received.indexOf("\r\n\r\n"))).toString("latin1");
      this.#take(4);
      const [first = "", ...lines] = head.split("\r\n");
      const match = /^HTTP\/1\.1 (\d{3}) (.*)$/u.exec(first);
      if (match === null) throw new Error(`not a status line: ${JSON.stringify(first)}`);
      const status = Number(match[1]);
      if (status < 200) {
        interim.push(status);
        continue;
      }
      const headers = lines.map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()] as const);
      const answer = { status, reason: match[2]!, headers, body: Buffer.alloc(0), interim };
      const length = Number(field(answer, "Content-Length"));
      if (!Number.isSafeInteger(length)) throw new Error(`no Content-Length: ${head}`);
      return { ...answer, body: await this.#until((received) => (received.length >= length ? length : -1)) };
    }
  }

  close(): void {
    this.socket.destroy();
  }

  async #until(find: (received: Buffer) => number): Promise<Buffer> {
    for (;;) {
      const at = find(this.#received);
      if (at >= 0) return this.#take(at);
      if (this.#ended) throw new Error(`the connection ended after ${JSON.stringify(this.#received.toString("latin1"))}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #take(count: number): Buffer {
    const taken = this.#received.subarray(0, count);
    this.#received = this.#received.subarray(count);
    return taken;
  }
}
