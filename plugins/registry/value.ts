import { failure, type OperationFailure } from "wsmanor/sdk";

/** What the Windows registry calls REG_SZ, REG_EXPAND_SZ, REG_MULTI_SZ, REG_DWORD, REG_QWORD and REG_BINARY. */
export const valueTypes = ["String", "ExpandString", "MultiString", "DWord", "QWord", "Binary"] as const;

export type ValueType = (typeof valueTypes)[number];

export interface RegistryValue {
  /** As first spelled. */
  readonly name: string;
  readonly type: ValueType;
  /** One text, for MultiString any number. Numbers in decimal, binary in base64. */
  readonly data: readonly string[];
}

/** Octets of one value. */
const largestValue = 1024 * 1024;

const largestNumber = { DWord: 2n ** 32n - 1n, QWord: 2n ** 64n - 1n } as const;

/** Checks type and data and brings them to their one form. @returns a failure that says what is allowed */
export function makeValue(name: string, typeName: string, data: readonly string[]): RegistryValue | OperationFailure {
  const type = valueTypes.find((known) => known.toLowerCase() === typeName.trim().toLowerCase());
  if (type === undefined) return invalid(`${JSON.stringify(typeName)} is not a type: ${valueTypes.join(", ")}.`);
  if (data.reduce((sum, text) => sum + text.length, 0) > largestValue) return failure("quota", { message: `A value has at most ${largestValue} characters.` });
  if (type === "MultiString") return { name, type, data };
  if (data.length !== 1) return invalid(`A ${type} has exactly one Data element; there are ${data.length}.`);
  const text = data[0]!;
  switch (type) {
    case "String":
    case "ExpandString":
      return { name, type, data: [text] };
    case "Binary":
      return isBase64(text.trim()) ? { name, type, data: [text.trim()] } : invalid("The Data of a Binary is base64.");
    case "DWord":
    case "QWord": {
      const number = parseNumber(text.trim());
      return number === undefined || number > largestNumber[type]
        ? invalid(`The Data of a ${type} is a whole number from 0 to ${largestNumber[type]}, decimal or 0x.`)
        : { name, type, data: [String(number)] };
    }
  }
}

const parseNumber = (text: string): bigint | undefined => (/^(?:\d{1,20}|0[xX][0-9a-fA-F]{1,16})$/u.test(text) ? BigInt(text) : undefined);

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(text);

const invalid = (message: string): OperationFailure => failure("invalid-representation", { detail: "invalid-values", message });
