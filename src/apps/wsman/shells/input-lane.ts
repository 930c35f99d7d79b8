import type { Fault } from "../../../protocol/wsman/fault.js";

/**
 * The way of input to a command or shell: one message after the other. A message is handed over whole. When its plug-in has not taken it by
 * the time that its client has to be answered, it stays handed over, and the next message waits for it.
 */
export class InputLane {
  readonly #ended = new Set<string>();
  #handedOver: Promise<unknown> | undefined;
  #trouble: Fault | undefined;
  /** A request is being answered. */
  isBusy = false;

  /** The client has said that nothing more comes in this stream. */
  hasEnded(stream: string): boolean {
    return this.#ended.has(stream);
  }

  ended(stream: string): void {
    this.#ended.add(stream);
  }

  /** What was handed over and has not been taken; `undefined`: nothing. Never rejects. */
  get untaken(): Promise<unknown> | undefined {
    return this.#handedOver;
  }

  /** @param taken resolves when it is taken or refused. Never rejects */
  handOver(taken: Promise<unknown>): void {
    this.#handedOver = taken;
    void taken.then(() => {
      if (this.#handedOver === taken) this.#handedOver = undefined;
    });
  }

  /** What went wrong with input whose client had its answer already: the next message is answered with it. */
  refuse(trouble: Fault): void {
    this.#trouble = trouble;
  }

  /** Once. */
  takeTrouble(): Fault | undefined {
    const trouble = this.#trouble;
    this.#trouble = undefined;
    return trouble;
  }
}
