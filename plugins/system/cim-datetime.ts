/** A moment, with the offset of the clock on the wall at that moment. */
export interface CimDateTime {
  /** Milliseconds since 1970; parts of them are kept to microseconds. */
  readonly time: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const farthest = 253_402_300_799_999;

/**
 * `2026-03-01T08:15:30.25+01:00` as Windows writes it into `cim:Datetime`: the fraction without zeros at its end and left out when it is
 * zero, `Z` for no offset, otherwise the time of the clock on the wall with its offset.
 * @returns `undefined` for what is no moment between the years 1 and 9999
 */
export function writeDateTime({ time, offset }: CimDateTime): string | undefined {
  const wall = time + offset * 60_000;
  if (!Number.isFinite(wall) || Math.abs(wall) > farthest || wall < -62_135_596_800_000) return undefined;
  const micros = Math.round(wall * 1000);
  const fraction = ((micros % 1_000_000) + 1_000_000) % 1_000_000;
  const seconds = new Date((micros - fraction) / 1000).toISOString().slice(0, 19);
  const digits = fraction === 0 ? "" : `.${String(fraction).padStart(6, "0").replace(/0+$/u, "")}`;
  return `${seconds}${digits}${writeOffset(offset)}`;
}

function writeOffset(offset: number): string {
  if (offset === 0) return "Z";
  const minutes = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
