/** Room for the answer's own way to the client, at most, milliseconds. */
const largestMargin = 1000;

/**
 * How long an operation may take so that its answer, or the TimedOut fault, is there before the client gives up: the smaller of what
 * the client and the host allow, less a margin of a quarter, at most one second.
 * @param asked the client's OperationTimeout, milliseconds
 * @param maximum MaxOperationTimeoutSeconds in milliseconds, which overrides any larger value
 */
export function operationTime(asked: number | undefined, maximum: number): number {
  const whole = asked === undefined ? maximum : Math.min(asked, maximum);
  return whole - Math.min(largestMargin, whole / 4);
}
