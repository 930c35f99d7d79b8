/** A moment, or a span of time. Microseconds, since 1970 in UTC for a moment. */
export interface CimDateTime {
  readonly isInterval: boolean;
  readonly microseconds: bigint;
}

const dmtf = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-]\d{3}|[+-]\*{3})$/;
const dmtfInterval = /^(\d{8})(\d\d)(\d\d)(\d\d)\.(\d{6}):000$/;
const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?$/i;
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?(AM|PM))?)?$/i;
const duration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,9}))?S)?)?$/;

/**
 * A literal of a query: the DMTF form (`20240101000000.000000+000`, intervals too), `yyyy-MM-dd` with or without a time, `MM/dd/yyyy` with
 * or without a time. Without an offset from UTC it is UTC.
 * @returns `undefined` for every other form
 */
export function parseDateLiteral(text: string): CimDateTime | undefined {
  return parseDmtf(text) ?? parseIso(text) ?? parseAmerican(text);
}

/** What stands in cim:Datetime, cim:Interval or cim:CIM_DateTime of an instance (DSP0230). */
export function parseRenderedDate(text: string): CimDateTime | undefined {
  return parseIso(text) ?? parseDuration(text) ?? parseDmtf(text);
}

function parseDmtf(text: string): CimDateTime | undefined {
  const date = dmtf.exec(text);
  if (date !== null) {
    const offset = date[8]!.endsWith("*") ? 0 : Number(date[8]);
    return moment([date[1], date[2], date[3], date[4], date[5], date[6]].map(Number), date[7]!, offset);
  }
  const interval = dmtfInterval.exec(text);
  return interval === null ? undefined : span(Number(interval[1]), Number(interval[2]), Number(interval[3]), Number(interval[4]), interval[5]!);
}

function parseIso(text: string): CimDateTime | undefined {
  const date = iso.exec(text);
  if (date === null) return undefined;
  const zone = date[8] ?? "Z";
  const offset = zone.toUpperCase() === "Z" ? 0 : (zone.startsWith("-") ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  return moment([date[1], date[2], date[3], date[4] ?? "0", date[5] ?? "0", date[6] ?? "0"].map(Number), date[7] ?? "", offset);
}

function parseAmerican(text: string): CimDateTime | undefined {
  const date = american.exec(text);
  if (date === null) return undefined;
  const half = date[7]?.toUpperCase();
  const hour = Number(date[4] ?? "0");
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const hours = half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0);
  return moment([Number(date[3]), Number(date[1]), Number(date[2]), hours, Number(date[5] ?? "0"), Number(date[6] ?? "0")], "", 0);
}

function parseDuration(text: string): CimDateTime | undefined {
  const parts = duration.exec(text);
  if (parts === null || text === "P") return undefined;
  return span(Number(parts[1] ?? "0"), Number(parts[2] ?? "0"), Number(parts[3] ?? "0"), Number(parts[4] ?? "0"), parts[5] ?? "");
}

/** @param offset minutes east of UTC */
function moment([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[], fraction: string, offset: number): CimDateTime | undefined {
  // Years below 100 would be taken for those of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const isReal = month >= 1 && month <= 12 && date.getUTCDate() === day && date.getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 61;
  if (!isReal) return undefined;
  return { isInterval: false, microseconds: BigInt(date.getTime() - offset * 60_000) * 1000n + BigInt(fraction.padEnd(6, "0").slice(0, 6)) };
}

function span(days: number, hours: number, minutes: number, seconds: number, fraction: string): CimDateTime {
  return { isInterval: true, microseconds: BigInt(((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000_000n + BigInt(fraction.padEnd(6, "0").slice(0, 6)) };
}
