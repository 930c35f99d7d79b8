/** `250ms`, `1.5s`, `2m`; a number is milliseconds. */
export type DurationText = string | number;

const units = { ms: 1, s: 1000, m: 60_000 };

/** @returns milliseconds, `undefined` for what is no duration */
export function readDuration(text: DurationText): number | undefined {
  if (typeof text === "number") return Number.isFinite(text) && text >= 0 ? text : undefined;
  const [, number, unit = "ms"] = /^(\d{1,9}(?:\.\d{1,3})?)\s*(ms|s|m)?$/u.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Number(number) * units[unit as keyof typeof units];
}
