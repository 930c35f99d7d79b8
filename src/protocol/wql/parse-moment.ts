import { makeMoment, type Interval, type Moment } from "./moment.js";

/** DSP0004: 25 characters, `*` for a field that is left open. */
const dmtf = /^(\d{4}|\*{4})(\d\d|\*\*)(\d\d|\*\*)(\d\d|\*\*)(\d\d|\*\*)(\d\d|\*\*)\.(\d{6}|\*{6})(?:([+-])(\d{3}|\*{3}))$/;
const dmtfInterval = /^(\d{8})(\d\d)(\d\d)(\d\d)\.(\d{6}):000$/;
const time = "(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,12}))?";
/** xs:dateTime and xs:date, and the same with a blank and without seconds' fraction as people write it. */
const iso = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ]${time})?(Z|[+-]\\d\\d:\\d\\d)?$`);
/** The order of the United States, which Windows reads wherever its locale says nothing else. */
const american = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: ${time})?$`);
const timeAlone = new RegExp(`^${time}(Z|[+-]\\d\\d:\\d\\d)?$`);
const duration = /^P(?:(\d{1,10})D)?(?:T(?=\d)(?:(\d{1,10})H)?(?:(\d{1,10})M)?(?:(\d{1,10})(?:\.(\d{1,12}))?S)?)?$/;

/** No form is longer; longer texts are not looked at. */
const longest = 64;

/** Forms of a literal, for who wrote another one. */
export const momentForms = "20240131235959.000000+060, 2024-01-31, 01/31/2024, the last two also with 23:59:59 behind, or 23:59:59 alone";

/** Reads a date, a time or an interval, as queries or as answers write it. @returns `undefined` for what is none */
export function parseMoment(text: string): Moment | Interval | undefined {
  if (text.length > longest) return undefined;
  return parseDmtf(text) ?? parseIso(text) ?? parseAmerican(text) ?? parseTime(text) ?? parseInterval(text);
}

function parseDmtf(text: string): Moment | undefined {
  const match = dmtf.exec(text);
  if (match === null) return undefined;
  const offset = field(match[9]);
  return makeMoment(match.slice(1, 8).map(field), offset === undefined ? undefined : match[8] === "-" ? -offset : offset);
}

function parseIso(text: string): Moment | undefined {
  const match = iso.exec(text);
  if (match === null) return undefined;
  return makeMoment([...match.slice(1, 4).map(field), ...clock(match.slice(4, 8))], readOffset(match[8]));
}

function parseAmerican(text: string): Moment | undefined {
  const match = american.exec(text);
  if (match === null) return undefined;
  const [, month, day, year, ...time] = match;
  return makeMoment([...[year, month, day].map(field), ...clock(time)], undefined);
}

function parseTime(text: string): Moment | undefined {
  const match = timeAlone.exec(text);
  if (match === null) return undefined;
  return makeMoment([undefined, undefined, undefined, ...clock(match.slice(1, 5))], readOffset(match[5]));
}

function parseInterval(text: string): Interval | undefined {
  const inDmtf = dmtfInterval.exec(text);
  const match = inDmtf ?? (text === "P" ? null : duration.exec(text));
  if (match === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1, 5).map((part) => (part === undefined ? 0 : Number(part)));
  return { kind: "interval", seconds: ((days * 24 + hours) * 60 + minutes) * 60 + seconds, microseconds: micro(match[5]) };
}

const field = (text: string | undefined): number | undefined => (text === undefined || text.startsWith("*") ? undefined : Number(text));

/** Hour, minute, second and microsecond. A date alone is its midnight. */
const clock = ([hour = "0", minute = "0", second = "0", fraction]: readonly (string | undefined)[]): readonly number[] => [Number(hour), Number(minute), Number(second), micro(fraction)];

const micro = (fraction = ""): number => Number(fraction.slice(0, 6).padEnd(6, "0"));

function readOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return text.startsWith("-") ? -minutes : minutes;
}
