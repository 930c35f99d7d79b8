import type { Clock, CommandOutput } from "wsmanor/sdk";

/** Milliseconds that the first output of a command waits for the command's end. */
export const patience = 20;
/** Octets that wait at most. */
const most = 64 * 1024;

/**
 * Holds back what a command writes first, for a moment: when it is over by then, output, ends of streams and exit code are told together, and
 * a client that waits for output gets all of a short command in one answer, as recorded of Windows, instead of asking again and again.
 */
export class FirstOutput implements CommandOutput {
  /** `undefined` once nothing is held back any more. */
  #held: { readonly stream: string; data: Uint8Array }[] | undefined = [];
  readonly #ended: string[] = [];
  #octets = 0;
  /** When more is welcome in a stream, once what was held back of it is out. */
  readonly #welcome = new Map<string, Promise<boolean>>();
  #stopTimer: (() => void) | undefined;

  constructor(
    private readonly output: CommandOutput,
    private readonly clock: Clock,
  ) {}

  write(stream: string, data: Uint8Array): Promise<boolean> {
    if (this.#held === undefined) return this.#welcome.has(stream) ? this.#writeNext(stream, data) : this.output.write(stream, data);
    const last = this.#held.at(-1);
    if (last?.stream === stream) last.data = Buffer.concat([last.data, data]);
    else this.#held.push({ stream, data });
    this.#octets += data.length;
    this.#releaseSoon();
    if (this.#octets < most) return Promise.resolve(true);
    this.#release();
    return this.#welcome.get(stream)!;
  }

  end(stream: string): void {
    if (this.#held === undefined) return this.output.end(stream);
    this.#ended.push(stream);
    // A command may close one stream and go on with others.
    this.#releaseSoon();
  }

  done(result: number): void {
    this.#release();
    this.output.done(result);
  }

  #releaseSoon(): void {
    this.#stopTimer ??= this.clock.after(patience, () => this.#release());
  }

  /** All in one go: whoever waits for output looks when it is over. */
  #release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    this.#stopTimer?.();
    for (const { stream, data } of held) this.#welcome.set(stream, this.output.write(stream, data));
    for (const stream of this.#ended.splice(0)) this.output.end(stream);
  }

  async #writeNext(stream: string, data: Uint8Array): Promise<boolean> {
    const isWelcome = await this.#welcome.get(stream)!;
    this.#welcome.delete(stream);
    return isWelcome && this.output.write(stream, data);
  }
}
