import type { CommandOutput, OwnOutput } from "../../sdk/shell.js";
import { asksForWhole } from "../shells/asks-for-whole.js";
import { refusalOf } from "./answer-data.js";
import type { RequestForms } from "./from-request-data.js";
import type { FromShells, RefusalData } from "./messages.js";
import { outputWindow, weightOf } from "./output-window.js";

type Piece = Extract<FromShells, { type: "output" }>;
type Step = Extract<FromShells, { type: "output" | "streamEnd" | "done" }>;

const encoder = new TextEncoder();
const yes = Promise.resolve(true);
const no = Promise.resolve(false);

/**
 * What a shell or command writes, on the plug-in's side: what fits into the window goes to the host, the rest waits here, in the memory of
 * whoever does not wait for `write`. Does what the host's own queue does, so that no plug-in can tell where it runs.
 */
export class FarOutput {
  readonly #ended = new Set<string>();
  /** In order, from `#next` on. */
  #held: (Step | undefined)[] = [];
  #next = 0;
  #onTheWay = 0;
  #writers: ((isWanted: boolean) => void)[] = [];
  #isDone = false;
  #isUnread = false;

  /** @param streams the only ones that anything is kept of */
  constructor(
    private readonly output: number,
    private readonly streams: readonly string[],
    private readonly forms: Pick<RequestForms, "write">,
    private readonly post: (message: FromShells) => void,
  ) {}

  /** Of a shell, which is done when it fails, or of a command. */
  asGiven(): OwnOutput & CommandOutput {
    return { write: (stream, data, options) => this.#write(stream, data, asksForWhole(options)), end: (stream) => this.#end(stream), done: (result) => this.#done(result) };
  }

  /** The host has let go of so much. */
  welcome(weight: number): void {
    this.#onTheWay -= weight;
    this.#pump();
    if (this.#isRoom) this.#letWrite(true);
  }

  /** Nobody will read any more. */
  unread(): void {
    this.#isUnread = true;
    this.#held = [];
    this.#next = 0;
    this.#letWrite(false);
  }

  #write(stream: unknown, data: unknown, asOne: boolean): Promise<boolean> {
    let pieces: readonly Uint8Array[] | undefined;
    try {
      pieces = typeof stream === "string" ? piecesOf(data) : undefined;
    } catch {
      // A buffer that was given away meanwhile.
    }
    if (pieces === undefined) {
      this.post({ type: "wrongOutput", output: this.output });
      return yes;
    }
    if (this.#isUnread) return no;
    if (!this.streams.includes(stream as string)) return yes;
    if (this.#isDone || this.#ended.has(stream as string)) return no;
    if (pieces.length === 0) return yes;
    for (const [at, piece] of pieces.entries()) {
      const whole = asOne ? { whole: at + 1 < pieces.length ? ("part" as const) : ("last" as const) } : {};
      this.#held.push({ type: "output", output: this.output, stream: stream as string, pieces: 1, data: piece, ...whole });
    }
    this.#pump();
    return this.#isRoom ? yes : new Promise((resolve) => this.#writers.push(resolve));
  }

  #end(stream: unknown): void {
    if (typeof stream !== "string" || this.#isOver || this.#ended.has(stream) || !this.streams.includes(stream)) return;
    this.#ended.add(stream);
    this.#held.push({ type: "streamEnd", output: this.output, stream });
    this.#pump();
  }

  #done(result: unknown): void {
    if (this.#isOver) return;
    this.#isDone = true;
    this.#held.push({ type: "done", output: this.output, result: resultOf(result, this.forms) });
    this.#pump();
  }

  get #isOver(): boolean {
    return this.#isDone || this.#isUnread;
  }

  get #isRoom(): boolean {
    return this.#next === this.#held.length && this.#onTheWay < outputWindow.weight;
  }

  #pump(): void {
    for (let step = this.#held[this.#next]; step !== undefined && this.#fits(step); step = this.#held[this.#next]) {
      this.#held[this.#next++] = undefined;
      if (step.type === "output") this.#onTheWay += weightOf(step.data.length, 1);
      this.post(step);
    }
    // Let go of now and then: each time would cost as much as all that waits.
    if (this.#next * 2 < this.#held.length) return;
    this.#held = this.#held.slice(this.#next);
    this.#next = 0;
  }

  #fits(step: Step): boolean {
    return step.type !== "output" || this.#onTheWay + weightOf((step satisfies Piece).data.length, 1) <= outputWindow.weight;
  }

  #letWrite(isWanted: boolean): void {
    const writers = this.#writers;
    this.#writers = [];
    for (const resolve of writers) resolve(isWanted);
  }
}

/** Copies, each with a buffer of its own: the plug-in may use its own again, and these are given away. @returns `undefined` for what is neither octets nor text @throws for a buffer that is gone */
function piecesOf(data: unknown): readonly Uint8Array[] | undefined {
  if (typeof data === "string") return cut(encoder.encode(data));
  return data instanceof Uint8Array ? cut(data) : undefined;
}

function cut(octets: Uint8Array): readonly Uint8Array[] {
  if (octets.length <= outputWindow.longestPiece) {
    const copy = new Uint8Array(octets);
    return copy.length === 0 ? [] : [copy];
  }
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < octets.length; at += outputWindow.longestPiece) pieces.push(new Uint8Array(octets.subarray(at, at + outputWindow.longestPiece)));
  return pieces;
}

/** @returns `null` for what is neither an exit code nor a refusal: the host says what is wrong with it */
function resultOf(result: unknown, forms: Pick<RequestForms, "write">): number | RefusalData | null {
  if (typeof result === "number") return Number.isFinite(result) ? result : null;
  try {
    const trouble = refusalOf(result, forms);
    return trouble?.kind === "refused" ? trouble.refusal : null;
  } catch {
    return null;
  }
}
