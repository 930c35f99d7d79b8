import type { ShellSink } from "../../../routing/shell-port.js";
import { nextStreamState, type StreamEvent, type StreamState } from "./stream-life.js";

/** Octets that wait for a client before whoever writes has to wait as well: some answers of the usual size. */
const highWater = 512 * 1024;

interface Piece {
  readonly stream: string;
  readonly data: Uint8Array;
}

/** What a shell or command has written and no client has received yet, in order; and which of its streams have ended. */
export class OutputQueue implements ShellSink {
  readonly #streams: Map<string, StreamState>;
  /** The first `#taken` octets of the first piece are out. */
  #pieces: Piece[] = [];
  #taken = 0;
  #octets = 0;
  #writers: ((isWanted: boolean) => void)[] = [];
  #isClosed = false;

  /**
   * @param streams the only ones there are
   * @param changed there may be something to receive
   */
  constructor(
    streams: readonly string[],
    private readonly changed: () => void,
  ) {
    this.#streams = new Map(streams.map((stream) => [stream, "open"]));
  }

  /** Octets that wait. */
  get octets(): number {
    return this.#octets;
  }

  write(stream: string, data: Uint8Array): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    if (this.#streams.get(stream) !== "open" || data.length === 0) return Promise.resolve(true);
    this.#pieces.push({ stream, data });
    this.#octets += data.length;
    this.changed();
    // Somebody who receives may have taken it already.
    return this.#octets < highWater ? Promise.resolve(true) : new Promise((resolve) => this.#writers.push(resolve));
  }

  end(stream: string): void {
    if (this.#enter(stream, "end")) this.changed();
  }

  /** All streams end. */
  endAll(): void {
    for (const stream of this.#streams.keys()) this.#enter(stream, "end");
  }

  /**
   * Takes the next octets of one stream, those of other streams that came before them left in line.
   * @param wanted streams, all when empty
   * @param room octets at most of a stream
   * @returns `undefined` when there are none, or no room
   */
  take(wanted: readonly string[], room: (stream: string) => number): Piece | undefined {
    const at = this.#pieces.findIndex(({ stream }) => wanted.length === 0 || wanted.includes(stream));
    if (at < 0) return undefined;
    const { stream } = this.#pieces[at]!;
    let left = room(stream);
    if (left <= 0) return undefined;
    const parts: Uint8Array[] = [];
    while (left > 0 && this.#pieces[at]?.stream === stream) {
      const part = this.#cut(at, left);
      left -= part.length;
      parts.push(part);
    }
    this.#letWrite();
    return { stream, data: parts.length === 1 ? parts[0]! : Buffer.concat(parts) };
  }

  /** Streams that have ended with nothing left of them, whose end no client has been told. */
  untoldEnds(wanted: readonly string[]): readonly string[] {
    const isHere = (stream: string): boolean => this.#pieces.some((piece) => piece.stream === stream);
    return [...this.#streams].filter(([stream, state]) => state === "ended" && (wanted.length === 0 || wanted.includes(stream)) && !isHere(stream)).map(([stream]) => stream);
  }

  told(stream: string): void {
    this.#enter(stream, "tell");
  }

  /** Nobody will receive any more: what waits is dropped, whoever writes learns it. */
  close(): void {
    this.#isClosed = true;
    this.#pieces = [];
    this.#octets = this.#taken = 0;
    const writers = this.#writers;
    this.#writers = [];
    for (const resolve of writers) resolve(false);
  }

  #cut(at: number, most: number): Uint8Array {
    const { data } = this.#pieces[at]!;
    const from = at === 0 ? this.#taken : 0;
    const whole = data.length - from;
    const part = data.subarray(from, from + Math.min(whole, most));
    this.#octets -= part.length;
    if (part.length === whole) {
      this.#pieces.splice(at, 1);
      if (at === 0) this.#taken = 0;
    } else if (at === 0) this.#taken = from + part.length;
    else this.#pieces[at] = { stream: this.#pieces[at]!.stream, data: data.subarray(part.length) };
    return part;
  }

  #letWrite(): void {
    if (this.#octets >= highWater) return;
    const writers = this.#writers;
    this.#writers = [];
    for (const resolve of writers) resolve(true);
  }

  #enter(stream: string, event: StreamEvent): boolean {
    const state = this.#streams.get(stream);
    const next = state === undefined ? undefined : nextStreamState(state, event);
    if (next === undefined) return false;
    this.#streams.set(stream, next);
    return true;
  }
}
