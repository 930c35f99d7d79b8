const form = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

/**
 * Reads an xs:duration as a span of time, in milliseconds, rounded up to a whole one.
 * @returns `undefined` for what is no duration, is negative, or has years or months that are not zero: those have no fixed length
 */
export function parseDuration(text: string): number | undefined {
  if (text.length > 64 || text === "P") return undefined;
  const match = form.exec(text);
  if (match === null) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  if (part(1) !== 0 || part(2) !== 0) return undefined;
  const seconds = ((part(3) * 24 + part(4)) * 60 + part(5)) * 60 + part(6);
  return Math.min(seconds * 1000 + readFraction(match[7] ?? ""), Number.MAX_SAFE_INTEGER);
}

/** By digits and not by arithmetic: 0.001 times 1000 is not always 1. */
function readFraction(digits: string): number {
  const whole = Number(digits.slice(0, 3).padEnd(3, "0"));
  return /[1-9]/.test(digits.slice(3)) ? whole + 1 : whole;
}

/** Writes milliseconds as Windows does: `PT60.000S`. */
export function writeDuration(milliseconds: number): string {
  return `PT${(milliseconds / 1000).toFixed(3)}S`;
}

/** Writes milliseconds as Windows writes for how long a shell has been there: `P0DT1H2M3S`, in whole seconds that have passed. */
export function writeElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `P${Math.floor(hours / 24)}DT${hours % 24}H${minutes % 60}M${seconds % 60}S`;
}
