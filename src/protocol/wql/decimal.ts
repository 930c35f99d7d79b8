/** A decimal number as its digits, so that 64 bits and more are compared exactly. */
export interface Decimal {
  readonly isNegative: boolean;
  /** Without zeros in front; empty for 0. */
  readonly whole: string;
  /** Without zeros at the end. */
  readonly fraction: string;
}

const form = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** @returns `undefined` for what is no decimal number */
export function parseDecimal(text: string): Decimal | undefined {
  const match = form.exec(text);
  if (match === null || !/\d/.test(text)) return undefined;
  const whole = match[2]!.replace(/^0+/, "");
  const fraction = withoutZerosBehind(match[3] ?? "");
  return { isNegative: match[1] === "-" && (whole !== "" || fraction !== ""), whole, fraction };
}

function withoutZerosBehind(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}

/** @returns negative, 0 or positive */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
  const sign = a.isNegative ? -1 : 1;
  if (a.whole.length !== b.whole.length) return (a.whole.length - b.whole.length) * sign;
  return (compareTexts(a.whole, b.whole) || compareTexts(a.fraction, b.fraction)) * sign;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As answers write it: without plus sign and idle zeros. */
export const writeDecimal = ({ isNegative, whole, fraction }: Decimal): string =>
  `${isNegative ? "-" : ""}${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
