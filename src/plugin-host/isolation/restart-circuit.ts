/**
 * When a plug-in that failed is tried again. Every arrow is in this table. A failure is a start that failed, or an instance that ended
 * itself or was ended; an answer is any answer of it, a refusal too.
 */
export const restartCircuit = {
  closed: { fail: "waiting", failAgain: "open" },
  /** The back-off runs. */
  waiting: { elapse: "closed" },
  open: { elapse: "half-open" },
  /** One trial: its end decides. */
  "half-open": { fail: "open", failAgain: "open", answer: "closed" },
} as const;

export type CircuitState = keyof typeof restartCircuit;
/** `failAgain`: as many as open it, within the window. */
export type CircuitEvent = "fail" | "failAgain" | "elapse" | "answer";

/** Failures within the window that open the circuit. */
export const limitOfFailures = 5;
/**
 * Milliseconds. As many as IIS's rapid-fail protection takes, which operators know. The four back-offs in front of the fifth failure last
 * 15 seconds together, so one that fails whenever it is tried is found; one that fails once in an hour never is.
 */
export const failureWindow = 5 * 60_000;
/** Milliseconds. */
const waits = { first: 1000, open: 60_000 };

/**
 * The circuit of one plug-in. Only time forgets a failure, an answer does not: one that answers between its failures would otherwise be
 * started anew for ever. So an answer ends a trial, and the next failure opens the circuit again until the others are out of the window.
 */
export class RestartCircuit {
  #state: CircuitState = "closed";
  #failures: readonly number[] = [];
  #until = 0;

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number) {}

  get state(): CircuitState {
    this.#elapse();
    return this.#state;
  }

  /** May it be tried now? */
  get mayTry(): boolean {
    const { state } = this;
    return state === "closed" || state === "half-open";
  }

  /** Failures within the window that ends now. */
  get failures(): number {
    const since = this.now() - failureWindow;
    this.#failures = this.#failures.filter((at) => at > since);
    return this.#failures.length;
  }

  /**
   * @param isGentle the first failure in the window costs no waiting: for one that served until now
   * @returns milliseconds until it may be tried again
   */
  fail(isGentle: boolean): number {
    this.#elapse();
    this.#failures = [...this.#failures, this.now()];
    const { failures } = this;
    this.#enter(failures >= limitOfFailures ? "failAgain" : "fail");
    const doublings = failures - (isGentle ? 2 : 1);
    const wait = this.#state === "open" ? waits.open : doublings < 0 ? 0 : waits.first * 2 ** doublings;
    this.#until = this.now() + wait;
    return wait;
  }

  answer(): void {
    this.#elapse();
    this.#enter("answer");
  }

  #elapse(): void {
    if ((this.#state === "waiting" || this.#state === "open") && this.now() >= this.#until) this.#enter("elapse");
  }

  #enter(event: CircuitEvent): void {
    this.#state = (restartCircuit[this.#state] as Partial<Record<CircuitEvent, CircuitState>>)[event] ?? this.#state;
  }
}
