import type { ShellSink } from "../../../routing/shell-port.js";
import { nextState } from "../../../base/next-state.js";
import { streamLife, type StreamEvent, type StreamState } from "./stream-life.js";

/** What waits for a client before whoever writes has to wait as well: some answers of the usual size. Octets, and so many for a piece itself. */
const highWater = 512 * 1024;
const pieceWeight = 128;

interface Piece {
  /** Place among the pieces of all streams. */
  readonly number: number;
  readonly data: Uint8Array;
  /** Neither split nor joined. */
  readonly isWhole: boolean;
}

/** What waits of one stream. Taken from the front: everything before `first` is out, of the piece there the first `taken` octets. */
interface Stream {
  state: StreamState;
  pieces: Piece[];
  first: number;
  taken: number;
}

/** Octets of one stream, to be sent. */
export interface Taken {
  readonly stream: string;
  readonly data: Uint8Array;
}

/** What a shell or command has written and no client has received yet, in order; and which of its streams have ended. */
export class OutputQueue implements Omit<ShellSink, "fail"> {
  readonly #streams: ReadonlyMap<string, Stream>;
  #written = 0;
  #weight = 0;
  #writers: ((isWanted: boolean) => void)[] = [];
  #isClosed = false;
  #drops = false;

  /**
   * @param streams the only ones there are
   * @param changed there may be something to receive
   */
  constructor(
    streams: readonly string[],
    private readonly changed: () => void,
  ) {
    this.#streams = new Map(streams.map((name) => [name, { state: "open", pieces: [], first: 0, taken: 0 }]));
  }

  /** `true`: whoever writes never waits, and the oldest output is lost for it (`rsp:BufferMode` Drop). */
  set drops(drops: boolean) {
    this.#drops = drops;
    if (drops) this.#dropOldest();
  }

  write(name: string, data: Uint8Array, isWhole = false): Promise<boolean> {
    const stream = this.#streams.get(name);
    if (this.#isClosed || (stream !== undefined && stream.state !== "open")) return Promise.resolve(false);
    // Of a stream that the client did not ask for nothing is kept.
    if (stream === undefined || data.length === 0) return Promise.resolve(true);
    stream.pieces.push({ number: this.#written++, data, isWhole });
    this.#weight += data.length + pieceWeight;
    if (this.#drops) this.#dropOldest();
    this.changed();
    // Somebody who receives may have taken it already.
    return this.#weight < highWater ? Promise.resolve(true) : new Promise((resolve) => this.#writers.push(resolve));
  }

  end(name: string): void {
    if (this.#enter(name, "end")) this.changed();
  }

  /** All streams end. */
  endAll(): void {
    for (const name of this.#streams.keys()) this.#enter(name, "end");
  }

  /** Octets that nobody has received. */
  get unread(): number {
    let octets = 0;
    for (const { pieces, first, taken } of this.#streams.values()) for (let at = first; at < pieces.length; at++) octets += pieces[at]!.data.length - (at === first ? taken : 0);
    return octets;
  }

  /** Is there nothing of these streams? @param wanted all when empty */
  isEmpty(wanted: readonly string[]): boolean {
    return this.#next(wanted) === undefined;
  }

  /**
   * Takes the next octets of one stream, as far as nothing of the other wanted ones stands between them; a whole piece by itself.
   * @param wanted streams, all when empty
   * @param room octets at most of a stream
   * @returns `undefined` when there are none, or no room for them
   */
  take(wanted: readonly string[], room: (stream: string) => number): Taken | undefined {
    const name = this.#next(wanted);
    if (name === undefined) return undefined;
    let left = room(name);
    if (left <= 0) return undefined;
    const stream = this.#streams.get(name)!;
    const other = this.#next(wanted, name);
    const end = other === undefined ? Infinity : head(this.#streams.get(other)!)!.number;
    const first = head(stream)!;
    if (first.isWhole) {
      if (first.data.length > left) return undefined;
      const data = this.#cut(stream, first, left);
      this.#letWrite();
      return { stream: name, data };
    }
    const parts: Uint8Array[] = [];
    for (let piece: Piece | undefined = first; piece?.isWhole === false && piece.number < end && left > 0; piece = head(stream)) {
      const part = this.#cut(stream, piece, left);
      left -= part.length;
      parts.push(part);
    }
    this.#letWrite();
    return { stream: name, data: parts.length === 1 ? parts[0]! : Buffer.concat(parts) };
  }

  /** Streams that have ended with nothing left of them, whose end no client has been told. */
  untoldEnds(wanted: readonly string[]): readonly string[] {
    return [...this.#streams].filter(([name, stream]) => stream.state === "ended" && isWanted(name, wanted) && head(stream) === undefined).map(([name]) => name);
  }

  told(name: string): void {
    this.#enter(name, "tell");
  }

  /** Nobody will receive any more: what waits is dropped, whoever writes learns it. */
  close(): void {
    this.#isClosed = true;
    this.#weight = 0;
    for (const stream of this.#streams.values()) {
      stream.pieces = [];
      stream.first = stream.taken = 0;
    }
    const writers = this.#writers;
    this.#writers = [];
    for (const resolve of writers) resolve(false);
  }

  /** The wanted stream whose next piece came first. @param but not this one */
  #next(wanted: readonly string[], but?: string): string | undefined {
    let found: string | undefined;
    let earliest = Infinity;
    for (const [name, stream] of this.#streams) {
      const number = name === but || !isWanted(name, wanted) ? undefined : head(stream)?.number;
      if (number === undefined || number >= earliest) continue;
      earliest = number;
      found = name;
    }
    return found;
  }

  #cut(stream: Stream, { data }: Piece, most: number): Uint8Array {
    const part = data.subarray(stream.taken, stream.taken + most);
    stream.taken += part.length;
    this.#weight -= part.length;
    if (stream.taken < data.length) return part;
    this.#weight -= pieceWeight;
    stream.taken = 0;
    stream.first++;
    // What is out is let go of now and then: each time would cost as much as all that waits.
    if (stream.first * 2 > stream.pieces.length) {
      stream.pieces = stream.pieces.slice(stream.first);
      stream.first = 0;
    }
    return part;
  }

  #dropOldest(): void {
    for (let name = this.#next([]); name !== undefined && this.#weight >= highWater; name = this.#next([])) {
      const stream = this.#streams.get(name)!;
      const oldest = head(stream)!;
      // The newest stays, however long it is.
      if (oldest.number === this.#written - 1) break;
      this.#cut(stream, oldest, Infinity);
    }
    this.#letWrite();
  }

  #letWrite(): void {
    if (this.#weight >= highWater) return;
    const writers = this.#writers;
    this.#writers = [];
    for (const resolve of writers) resolve(true);
  }

  #enter(name: string, event: StreamEvent): boolean {
    const stream = this.#streams.get(name);
    const next = stream === undefined ? undefined : nextState<StreamState, StreamEvent>(streamLife, stream.state, event);
    if (stream === undefined || next === undefined) return false;
    stream.state = next;
    return true;
  }
}

const head = (stream: Stream): Piece | undefined => stream.pieces[stream.first];
const isWanted = (name: string, wanted: readonly string[]): boolean => wanted.length === 0 || wanted.includes(name);
