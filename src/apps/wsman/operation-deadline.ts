/** What an answer needs for its own way to the client, milliseconds. */
const leastMargin = 225;
const largestMargin = 950;
/** Of a short time: a thousand answers that are due together need some of it. */
const shareOfMargin = 0.4;

/**
 * How long an operation may take, so that its answer, or the TimedOut fault, is there before the client gives up: the time in force, less a
 * margin of two fifths, at least 0.2 seconds with what making the fault takes, at most 0.95 with what timers are early, never more than half.
 * @param asked the client's OperationTimeout, milliseconds; a client that says nothing waits for the host
 * @param maximum MaxOperationTimeoutSeconds in milliseconds, which overrides any larger value
 */
export function operationTime(asked: number | undefined, maximum: number): number {
  const inForce = Math.min(asked ?? maximum, maximum);
  return inForce - Math.min(Math.max(leastMargin, Math.min(inForce * shareOfMargin, largestMargin)), inForce / 2);
}
