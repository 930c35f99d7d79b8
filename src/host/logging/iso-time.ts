let lastTime = NaN;
let lastText = "";

/**
 * A wall time as ISO 8601 in UTC. Several lines are written within one millisecond, and making the text costs more than any other part
 * of a line.
 * @param time milliseconds since 1970
 */
export function isoTime(time: number): string {
  if (time === lastTime) return lastText;
  lastTime = time;
  return (lastText = new Date(time).toISOString());
}
