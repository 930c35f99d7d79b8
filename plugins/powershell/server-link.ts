import type { Clock } from "wsmanor/sdk";
import { LineSplitter } from "./line-splitter.js";
import { writePacket, type DataStream, type Packet, type PacketKind } from "./packet.js";
import { readPacket } from "./read-packet.js";
import type { ServerProcess } from "./server-process.js";

/** Characters of a line of server mode: its fragments have 32 KB. */
const longestLine = 4 * 1024 * 1024;
/** Octets that clients have not received before PowerShell's output is read no further. */
const mostHeld = 8 * 1024 * 1024;
/** Milliseconds after its end in which PowerShell's output is still read. */
const timeToRead = 2000;
/** Characters of what was no packet that are told. */
const shown = 120;

type Question = Exclude<PacketKind, `${string}Ack`>;

/** Takes what PowerShell says for a pipeline or the pool. @returns settled when a client has room for more */
export type TakeData = (data: Buffer) => Promise<unknown>;

/**
 * The conversation with PowerShell's server mode. It answers each packet with an acknowledgement, but works on several at a time, in no
 * order: so of one pipeline, or of the pool, there is only one on the way.
 */
export class ServerLink {
  readonly #process: ServerProcess;
  readonly #clock: Clock;
  /** Who waits for which acknowledgement: `<kind> <id>`. */
  readonly #waiting = new Map<string, (isThere: boolean) => void>();
  readonly #chains = new Map<string, Promise<unknown>>();
  readonly #takers = new Map<string, TakeData>();
  #held = 0;
  #goOn: () => void = () => undefined;
  #failure: string | undefined;

  /** @param failed called once when it is over, with a clause behind "PowerShell" */
  constructor(process: ServerProcess, clock: Clock, failed: (why: string) => void) {
    this.#process = process;
    this.#clock = clock;
    const fail = (why: string): void => {
      if (this.#failure !== undefined) return;
      this.#failure = why;
      this.#goOn();
      for (const tell of this.#waiting.values()) tell(false);
      failed(why);
    };
    // What it said before its end is read first; somebody else may hold its output open, and is not waited for long.
    void this.#read().then(async (problem) => fail(problem ?? (await process.over)));
    void process.over.then((why) => clock.after(timeToRead, () => fail(why)));
  }

  /** Why there is nobody to speak with; `undefined` while there is. */
  get failure(): string | undefined {
    return this.#failure;
  }

  listen(id: string, take: TakeData): void {
    this.#takers.set(id, take);
  }

  forget(id: string): void {
    this.#takers.delete(id);
    this.#chains.delete(id);
  }

  /** @returns `false` when PowerShell is over */
  send(id: string, stream: DataStream, data: Buffer): Promise<boolean> {
    return data.length === 0 ? Promise.resolve(true) : this.#inTurn(id, { kind: "Data", id, stream, data });
  }

  /**
   * @param milliseconds to wait, what is before it included
   * @returns `false` when PowerShell is over, or has not answered in time
   */
  async ask(kind: Exclude<Question, "Data">, id: string, milliseconds?: number): Promise<boolean> {
    // A signal is to stop what is under way, and does not wait for it.
    const answer = kind === "Signal" ? this.#exchange({ kind, id }) : this.#inTurn(id, { kind, id });
    if (milliseconds === undefined) return answer;
    let cancel = (): void => undefined;
    const late = new Promise<false>((resolve) => (cancel = this.#clock.after(milliseconds, () => resolve(false))));
    const isAnswered = await Promise.race([answer, late]);
    cancel();
    return isAnswered;
  }

  #inTurn(id: string, packet: Packet): Promise<boolean> {
    const turn = (this.#chains.get(id) ?? Promise.resolve()).then(() => this.#exchange(packet));
    this.#chains.set(id, turn);
    return turn;
  }

  async #exchange(packet: Packet): Promise<boolean> {
    if (this.#failure !== undefined) return false;
    const key = `${packet.kind}Ack ${packet.id}`;
    return new Promise((resolve) => {
      this.#waiting.set(key, (isThere) => {
        this.#waiting.delete(key);
        resolve(isThere);
      });
      this.#process.input.write(writePacket(packet));
    });
  }

  /** @returns what was wrong; `undefined` when its output has ended */
  async #read(): Promise<string | undefined> {
    const splitter = new LineSplitter(longestLine);
    try {
      for await (const octets of this.#process.output as AsyncIterable<Buffer>) {
        for (const line of splitter.take(octets)) {
          const problem = this.#take(line);
          if (problem !== undefined) return problem;
          if (this.#held >= mostHeld) await new Promise<void>((resolve) => (this.#goOn = resolve));
        }
      }
    } catch (error) {
      if (error instanceof RangeError) return `does not speak as its server mode does: its output ${error.message}`;
      // The pipe was closed on this side.
    }
    return undefined;
  }

  #take(line: string): string | undefined {
    const packet = readPacket(line);
    if (typeof packet === "string") return `does not speak as its server mode does: ${JSON.stringify(line.slice(0, shown))} ${packet}`;
    if (packet.kind === "Data") {
      this.#hand(packet.id, packet.data);
      return undefined;
    }
    // An answer that nobody waits for any more came late.
    if (packet.kind.endsWith("Ack")) this.#waiting.get(`${packet.kind} ${packet.id}`)?.(true);
    else return `does not speak as its server mode does: it sent a ${packet.kind}`;
    return undefined;
  }

  /** Not waited for: who does not receive from one pipeline may be waiting for another's. */
  #hand(id: string, data: Buffer): void {
    this.#held += data.length;
    const taken = (): void => {
      this.#held -= data.length;
      if (this.#held < mostHeld) this.#goOn();
    };
    void (this.#takers.get(id)?.(data) ?? Promise.resolve()).then(taken, taken);
  }
}
