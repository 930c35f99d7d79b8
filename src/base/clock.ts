/** Time as an ability, so that tests turn it by hand. */
export interface Clock {
  /** Monotonic milliseconds with fraction. Use for every duration, quota window and lease. */
  now(): number;
  /** Milliseconds since 1970, wall time. Use for what people read, never for durations. */
  wallTime(): number;
  /** Calls `run` once after `milliseconds`. @returns cancels; harmless when it has run already. */
  after(milliseconds: number, run: () => void): () => void;
}
