/** Room for the answer's own way to the client, at most, milliseconds. */
const largestMargin = 1000;

/**
 * How long an operation may take: what the host allows, and so that its answer, or the TimedOut fault, is there before the client gives
 * up: what the client allows, less a margin of a quarter, at most one second. A client that says nothing waits for the host.
 * @param asked the client's OperationTimeout, milliseconds
 * @param maximum MaxOperationTimeoutSeconds in milliseconds, which overrides any larger value
 */
export function operationTime(asked: number | undefined, maximum: number): number {
  return asked === undefined ? maximum : Math.min(asked - Math.min(largestMargin, asked / 4), maximum);
}
