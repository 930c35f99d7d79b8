import type { CommandOutput, ShellOutput, WriteOptions } from "../../sdk/shell.js";
import { markUnshared } from "../shells/guarded-output.js";
import { refusalFromData } from "./isolated-items.js";
import { joinOctets } from "./join-octets.js";
import type { FromShells, ToShells } from "./messages.js";
import { outputWindow, weightOf } from "./output-window.js";

type Written = Exclude<FromShells, { type: "facts" }>;

/** Of a write that stays in one piece; no client takes envelopes that large. */
const mostParts = 256;

/** What a shell or command of the other side writes, as it comes: passed on, and what is out of the way told. */
export class IsolatedOutput {
  /** Weight that the other side believes to be on its way. */
  #onTheWay = 0;
  /** Of that, what is out of the way and it has not been told. */
  #owed = 0;
  /** Writes that whoever receives has not let go of. */
  #waiting = 0;
  /** Of a write that stays in one piece, what has come of it. */
  #parts: Uint8Array[] = [];
  #isReleased = false;
  #isOver = false;

  constructor(
    private readonly id: number,
    private readonly output: ShellOutput & Partial<CommandOutput>,
    private readonly post: (message: ToShells) => void,
    /** Nothing that it says is of interest any more. */
    private readonly forget: () => void,
  ) {}

  /** @throws Error for what only a forger sends */
  take(message: Written): void {
    switch (message.type) {
      case "output": return this.#write(message);
      case "wrongOutput": return void this.output.write(undefined as never, undefined as never);
      case "streamEnd": return this.output.end(message.stream);
      case "done": return this.output.done?.(typeof message.result === "object" && message.result !== null ? (refusalFromData(message.result) as never) : (message.result as number));
    }
  }

  /** Its shell or command is closed: it goes when what it has written is received. */
  release(): void {
    this.#isReleased = true;
    this.#settle();
  }

  #write({ stream, pieces, data, whole }: Extract<Written, { type: "output" }>): void {
    if (typeof stream !== "string" || !(data instanceof Uint8Array) || !Number.isInteger(pieces) || pieces < 1) throw new Error("output that is none");
    const weight = weightOf(data.length, pieces);
    this.#onTheWay += weight;
    if (this.#onTheWay > outputWindow.weight) throw new Error("more output than it was told is welcome");
    if (whole === undefined) return this.#pass(stream, markUnshared(data), weight);
    this.#parts.push(data);
    if (this.#parts.length > mostParts) throw new Error(`a piece of output of more than ${mostParts * outputWindow.longestPiece} octets that is to stay whole`);
    // The rest of it comes when there is room.
    if (whole === "part") return this.#owe(weight);
    const parts = this.#parts;
    this.#parts = [];
    this.#pass(stream, markUnshared(parts.length === 1 ? parts[0]! : joinOctets(parts)), weight, { isWhole: true });
  }

  #pass(stream: string, data: Uint8Array, weight: number, options?: WriteOptions): void {
    this.#waiting++;
    void this.output.write(stream, data, options).then((isWanted) => {
      this.#waiting--;
      if (!isWanted) return this.#end();
      this.#owe(weight);
      this.#settle();
    });
  }

  #owe(weight: number): void {
    this.#owed += weight;
    if (this.#isOver || this.#owed < outputWindow.grain) return;
    this.#onTheWay -= this.#owed;
    this.post({ type: "welcome", output: this.id, weight: this.#owed });
    this.#owed = 0;
  }

  #settle(): void {
    if (this.#isReleased && this.#waiting === 0) this.#end();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.post({ type: "unread", output: this.id });
    this.forget();
  }
}
