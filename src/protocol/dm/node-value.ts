import { fromBase64, toBase64 } from "../../base/base64.js";
import type { NodeFormat } from "../../base/node-definition.js";
import { fail, ok, type Result } from "../../base/result.js";

/** A leaf's value: octets for `bin` and `b64`, text for all others. */
export interface NodeValue {
  readonly format: Exclude<NodeFormat, "node">;
  readonly data: string | Uint8Array;
}

/**
 * Reads the text of an item's data in its format (MetInf 1.2; Tree and Description 1.2.1, 7.7.6), and writes it in one way: what two peers write
 * otherwise and mean alike is equal afterwards.
 * @returns one sentence for a value that is none of its format, which is answered with 415
 */
export function readNodeValue(format: NodeValue["format"], data: string | Uint8Array): Result<NodeValue, string> {
  if (format === "bin" || format === "b64") {
    const octets = typeof data === "string" ? fromBase64(data) : data;
    return octets === undefined ? fail(`The value is no base64, which ${format} is written in.`) : ok({ format, data: octets });
  }
  if (typeof data !== "string") return fail(`The value is octets that are no text, and its format is ${format}.`);
  const text = textReaders[format](data);
  return text === undefined ? fail(`The value is no ${descriptions[format]}.`) : ok({ format, data: text });
}

/** As it stands in an item's data: base64 for octets. */
export const writeNodeValue = ({ data }: NodeValue): string => (typeof data === "string" ? data : toBase64(data));

const descriptions: Readonly<Record<Exclude<NodeValue["format"], "b64" | "bin">, string>> = {
  bool: "bool: true or false",
  chr: "text",
  date: "date, such as 2026-11-27 or 20261127",
  float: "float as XML Schema writes it, such as 1.5E3 or INF",
  int: "int: a whole number of 32 bits, with sign",
  null: "null, which has no value",
  time: "time, such as 23:18:23 or 231823, with a zone or without",
  xml: "XML",
};

/** Each gives its text as it is kept, or nothing. */
const textReaders: Readonly<Record<Exclude<NodeValue["format"], "b64" | "bin">, (text: string) => string | undefined>> = {
  bool: (text) => (["true", "false"].includes(text.trim().toLowerCase()) ? text.trim().toLowerCase() : undefined),
  chr: (text) => text,
  date: readDate,
  float: (text) => (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$|^-?INF$|^NaN$/.test(text.trim()) ? text.trim() : undefined),
  int: readInt,
  null: (text) => (text.trim() === "" ? "" : undefined),
  time: readTime,
  // Whether it is well-formed is looked at by who needs it: a definition may ask for it.
  xml: (text) => text,
};

function readInt(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?\d{1,20}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value >= -(2 ** 31) && value < 2 ** 31 ? String(value === 0 ? 0 : value) : undefined;
}

/** ISO 8601, basic or extended, by month and day or by the day of the year; kept extended, by month and day. */
function readDate(text: string): string | undefined {
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(text.trim());
  if (ordinal !== null) return dayOfYear(ordinal[1]!, Number(ordinal[2]));
  const read = /^(\d{4})(-?)(\d\d)\2(\d\d)$/.exec(text.trim());
  if (read === null) return undefined;
  const [year, month, day] = [Number(read[1]), Number(read[3]), Number(read[4])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) ? `${read[1]!}-${read[3]!}-${read[4]!}` : undefined;
}

function dayOfYear(year: string, day: number): string | undefined {
  let left = day;
  for (let month = 1; month <= 12; month++) {
    const days = daysOf(Number(year), month);
    if (left >= 1 && left <= days) return `${year}-${String(month).padStart(2, "0")}-${String(left).padStart(2, "0")}`;
    left -= days;
  }
  return undefined;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** ISO 8601, basic or extended, with a fraction and a zone where they are written; kept extended. 24:00:00 is the end of a day, 60 a leap second. */
function readTime(text: string): string | undefined {
  const read = /^(\d\d)(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(text.trim());
  if (read === null) return undefined;
  const [, hours, , minutes, seconds = "00", fraction, zone = ""] = read;
  const isEnd = hours === "24" && minutes === "00" && seconds === "00" && /^0*$/.test(fraction ?? "");
  if (!(Number(hours) < 24 || isEnd) || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  const [, sign = "", zoneHours = "00", zoneMinutes = "00"] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone) ?? [];
  if (Number(zoneHours) > 14 || Number(zoneMinutes) > 59) return undefined;
  return `${hours!}:${minutes!}:${seconds}${fraction === undefined ? "" : `.${fraction}`}${sign === "" ? zone : `${sign}${zoneHours}:${zoneMinutes}`}`;
}
