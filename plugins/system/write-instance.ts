import type { CimScalarType, CimType } from "wsmanor/sdk";
import { textOfValue, type CimValue } from "./cim-class.js";
import { writeDateTime } from "./cim-datetime.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const CIM = "http://schemas.dmtf.org/wbem/wscim/1/common";
const WSMAN = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";

/** How it is written; the two URI schemes differ. */
export interface Form {
  /** Resource URI of the class: the namespace of everything. */
  readonly namespace: string;
  /** Each property says its type (`xsi:type="cim:cimString"`), as under the DMTF's URIs. */
  readonly typed: boolean;
  /** The client's option UsePreciseArrays: an array that is not there is written, and says so. */
  readonly preciseArrays: boolean;
}

export type Field = readonly [name: string, type: CimType, value: CimValue];

/**
 * Writes an instance, or the output of a method, as Windows does: the three prefixes in this order, properties in the order given, no
 * value as xsi:nil, arrays as one element a value. It is text and not an element because prefixes stand in values here.
 * @param type `Win32_Process_Type` for instances; outputs of methods have none
 */
export function writeObject(name: string, { namespace, typed, preciseArrays }: Form, fields: Iterable<Field>, type?: string): string {
  const tag = `p:${name}`;
  let text = `<${tag} xmlns:xsi="${XSI}" xmlns:p="${escape(namespace)}" xmlns:cim="${CIM}"${type === undefined ? "" : ` xsi:type="p:${type}"`}>`;
  for (const [property, declared, value] of fields) {
    const isArray = declared.endsWith("[]");
    const scalar = (isArray ? declared.slice(0, -2) : declared) as CimScalarType;
    const start = typed ? `p:${property} xsi:type="cim:${wireTypes[scalar]}"` : `p:${property}`;
    const add = (content: string | undefined): void => {
      text += content === undefined ? `<${typed ? `p:${property}` : start} xsi:nil="true"/>` : `<${start}>${content}</p:${property}>`;
    };
    if (!isArray) add(writeScalar(scalar, value));
    else if (Array.isArray(value)) for (const one of value as readonly CimValue[]) add(writeScalar(scalar, one));
    else if (preciseArrays) text += `<p:${property} xmlns:m="${WSMAN}" xsi:nil="true" m:IsNullArray="true"/>`;
  }
  return `${text}</${tag}>`;
}

/** Names of CIM's types in their XML Schema (DSP0230). */
const wireTypes: Readonly<Record<CimScalarType, string>> = {
  string: "cimString", boolean: "cimBoolean", datetime: "cimDateTime", reference: "cimReference", object: "cimString", char16: "cimChar16",
  uint8: "cimUnsignedByte", uint16: "cimUnsignedShort", uint32: "cimUnsignedInt", uint64: "cimUnsignedLong",
  sint8: "cimByte", sint16: "cimShort", sint32: "cimInt", sint64: "cimLong", real32: "cimFloat", real64: "cimDouble",
};

const bits: Readonly<Record<string, number>> = { int8: 8, int16: 16, int32: 32, int64: 64 };

/** @returns `undefined` for no value, also for a number that the type cannot hold: better none than a wrong one */
function writeScalar(type: CimScalarType, value: CimValue): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (type === "datetime") return writeMoment(value);
  const width = bits[type.slice(1)];
  if (width === undefined) {
    const text = textOfValue(value);
    return text === undefined ? undefined : escape(text);
  }
  const number = typeof value === "bigint" ? value : typeof value === "number" && Number.isFinite(value) ? value : undefined;
  if (number === undefined) return undefined;
  const whole = typeof number === "bigint" ? number : Math.trunc(number);
  const [least, beyond] = type.startsWith("u") ? [0, 2 ** width] : [-(2 ** (width - 1)), 2 ** (width - 1)];
  if (whole < least || whole >= beyond) return undefined;
  // `String` of a number from 1e21 on has an exponent, but that is beyond every type.
  return String(Object.is(whole, -0) ? 0 : whole);
}

function writeMoment(value: CimValue): string | undefined {
  const written = typeof value === "object" && value !== null && "time" in value ? writeDateTime(value) : undefined;
  return written === undefined ? undefined : `<cim:Datetime>${written}</cim:Datetime>`;
}

const special = /[&<>\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const everySpecial = new RegExp(special, "g");
const written: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;" };

/** Text of content; characters that XML forbids are written as `?`, as Windows does. */
function escape(text: string): string {
  return special.test(text) ? text.replace(everySpecial, (character) => written[character] ?? "?") : text;
}
