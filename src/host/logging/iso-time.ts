let lastTime = NaN;
let lastText = "";
/** The second that is written, and its text as far as the point. */
let lastSecond = NaN;
let lastStart = "";

/**
 * A wall time as ISO 8601 in UTC. Several lines are written within one millisecond and thousands within a second, and making the text anew
 * costs more than any other part of a line.
 * @param time milliseconds since 1970
 */
export function isoTime(time: number): string {
  if (time === lastTime) return lastText;
  const second = Math.floor(time / 1000);
  if (second !== lastSecond) {
    lastStart = new Date(second * 1000).toISOString().slice(0, -4);
    lastSecond = second;
  }
  lastTime = time;
  return (lastText = `${lastStart}${String(Math.floor(time) - second * 1000).padStart(3, "0")}Z`);
}
