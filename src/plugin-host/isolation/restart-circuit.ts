/**
 * When a plug-in that failed is tried again. Every arrow is in this table. A failure is a start that failed, or an instance that ended
 * itself or was ended; an answer is any answer of it, a refusal too.
 */
export const restartCircuit = {
  closed: { fail: "waiting", failAgain: "open", answer: "closed" },
  /** The back-off runs. */
  waiting: { elapse: "closed" },
  open: { elapse: "half-open" },
  /** One trial: its end decides. */
  "half-open": { fail: "open", failAgain: "open", answer: "closed" },
} as const;

export type CircuitState = keyof typeof restartCircuit;
/** `failAgain`: the fifth in a row, and each after it. */
export type CircuitEvent = "fail" | "failAgain" | "elapse" | "answer";

/** Failures in a row that open the circuit. */
export const limitOfFailures = 5;
/** Milliseconds. */
const waits = { first: 1000, open: 60_000 };

/** The circuit of one plug-in. */
export class RestartCircuit {
  #state: CircuitState = "closed";
  #failures = 0;
  #until = 0;

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number) {}

  get state(): CircuitState {
    this.#elapse();
    return this.#state;
  }

  #elapse(): void {
    if ((this.#state === "waiting" || this.#state === "open") && this.now() >= this.#until) this.#enter("elapse");
  }

  /** May it be tried now? */
  get mayTry(): boolean {
    const { state } = this;
    return state === "closed" || state === "half-open";
  }

  /**
   * @param isGentle the first failure after an answer costs no waiting: for one that served until now
   * @returns milliseconds until it may be tried again
   */
  fail(isGentle: boolean): number {
    this.#elapse();
    this.#failures++;
    this.#enter(this.#failures >= limitOfFailures ? "failAgain" : "fail");
    const doublings = this.#failures - (isGentle ? 2 : 1);
    const wait = this.#state === "open" ? waits.open : doublings < 0 ? 0 : waits.first * 2 ** doublings;
    this.#until = this.now() + wait;
    return wait;
  }

  answer(): void {
    if (this.#failures === 0) return;
    this.#failures = 0;
    this.#enter("answer");
  }

  #enter(event: CircuitEvent): void {
    this.#state = (restartCircuit[this.#state] as Partial<Record<CircuitEvent, CircuitState>>)[event] ?? this.#state;
  }
}
