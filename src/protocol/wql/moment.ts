/** Year, month, day, hour, minute, second, microsecond; `undefined` where the text says nothing, or `*`. */
export type MomentFields = readonly (number | undefined)[];

export interface Moment {
  readonly kind: "moment";
  readonly fields: MomentFields;
  /** Minutes east of UTC; `undefined`: the text does not say, and local time is meant. */
  readonly offset: number | undefined;
}

export interface Interval {
  readonly kind: "interval";
  readonly seconds: number;
  readonly microseconds: number;
}

const unitsOfField = [1, 12, 31, 24, 60, 60, 1_000_000];

/** @returns `undefined` for a day that no calendar has */
export function makeMoment(fields: MomentFields, offset: number | undefined): Moment | undefined {
  const [year, month, day, hour = 0, minute = 0, second = 0] = fields;
  const isCalendarDay = (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= daysIn(year, month)));
  if (!isCalendarDay || hour > 23 || minute > 59 || second > 59 || (offset !== undefined && Math.abs(offset) > 999)) return undefined;
  return { kind: "moment", fields, offset };
}

function daysIn(year: number | undefined, month: number | undefined): number {
  if (month === undefined) return 31;
  if (month === 2) return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Compares a value with a literal. Both with an offset: as instants. The literal without one: as the clock where the value was written shows
 * it. Fields that either leaves open do not count.
 * @returns negative, 0 or positive
 */
export function compareMoments(value: Moment, literal: Moment): number {
  const here = literal.offset === undefined || value.offset === undefined || value.offset === literal.offset ? value.fields : shifted(value.fields, literal.offset - value.offset);
  for (let field = 0; field < unitsOfField.length; field++) {
    const [a, b] = [here[field], literal.fields[field]];
    if (a !== undefined && b !== undefined && a !== b) return a - b;
  }
  return 0;
}

/** The same instant on a clock that is some minutes ahead. What is not a whole date and time cannot be shifted. */
function shifted(fields: MomentFields, minutes: number): MomentFields {
  const [year, month, day, hour, minute, second, microsecond] = fields;
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined) return fields;
  const total = (daysBefore(year, month, day) * 24 + hour) * 60 + minute + minutes;
  const days = Math.floor(total / 1440);
  const rest = total - days * 1440;
  return [...dateOf(days), Math.floor(rest / 60), rest % 60, second, microsecond];
}

/** Days from 1 March of the year 0 of the Gregorian calendar, counted back as well. */
function daysBefore(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1;
}

function dateOf(days: number): readonly [number, number, number] {
  let year = Math.floor((days * 10_000 + 14_780) / 3_652_425);
  let rest = days - daysBefore(year, 3, 1);
  if (rest < 0) rest = days - daysBefore(--year, 3, 1);
  const m = Math.floor((rest * 100 + 52) / 3060);
  return [m > 9 ? year + 1 : year, ((m + 2) % 12) + 1, rest - Math.floor((m * 306 + 5) / 10) + 1];
}

/** @returns negative, 0 or positive */
export const compareIntervals = (a: Interval, b: Interval): number => a.seconds - b.seconds || a.microseconds - b.microseconds;
