/** Why somebody who waited for output gets none. */
export type ReceiveEnd = "changed" | "replaced" | "closed";

/** The one Receive that waits for the output of a shell or command. A client that lost its connection asks again: the later one takes over. */
export class Receiver {
  #wake: ((why: ReceiveEnd) => void) | undefined;

  /** @returns resolves when there may be something, when another Receive has taken over, or when what it waits for is no more; `cancel` forgets */
  wait(): { readonly woken: Promise<ReceiveEnd>; readonly cancel: () => void } {
    this.#wake?.("replaced");
    let mine!: (why: ReceiveEnd) => void;
    const woken = new Promise<ReceiveEnd>((resolve) => (mine = resolve));
    this.#wake = mine;
    return {
      woken,
      cancel: () => {
        if (this.#wake === mine) this.#wake = undefined;
      },
    };
  }

  wake(why: ReceiveEnd): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.(why);
  }
}
