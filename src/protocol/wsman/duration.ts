const form = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * Reads an xs:duration as a span of time, in milliseconds, rounded up to a whole one.
 * @returns `undefined` for what is no duration, is negative, or has years or months that are not zero: those have no fixed length
 */
export function parseDuration(text: string): number | undefined {
  if (text.length > 64 || text === "P") return undefined;
  const match = form.exec(text);
  if (match === null) return undefined;
  const [years, months, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  if (years !== 0 || months !== 0) return undefined;
  const total = Math.ceil(Number((((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000).toFixed(6)));
  return Math.min(total, Number.MAX_SAFE_INTEGER);
}

/** Writes milliseconds as Windows does: `PT60.000S`. */
export function writeDuration(milliseconds: number): string {
  return `PT${(milliseconds / 1000).toFixed(3)}S`;
}
