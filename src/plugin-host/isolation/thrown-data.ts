import { cutText } from "../../base/cut-text.js";
import { describeThrown, stackOf } from "../describe-thrown.js";

/** Anything that was thrown, for the other side's log. */
export interface ThrownData {
  /** `undefined` for what is no Error. */
  readonly name: string | undefined;
  readonly message: string;
  readonly stack: string | undefined;
  /** `DOCUMENT_CHANGED` and the like: what code looks at. */
  readonly code?: string;
}

/** Characters of a message or a stack that are worth telling. */
const longest = 16_384;
const shortenIf = (text: string | undefined): string | undefined => (text === undefined ? undefined : shorten(text));
const shorten = (text: string): string => cutText(text, longest);

/** Never throws, however hostile the value. */
export function toThrownData(thrown: unknown): ThrownData {
  try {
    if (thrown instanceof Error) {
      const { code } = thrown as { readonly code?: unknown };
      return { name: String(thrown.name), message: shorten(String(thrown.message)), stack: shortenIf(stackOf(thrown)), ...(typeof code === "string" ? { code } : {}) };
    }
  } catch {
    // An error that throws when it is looked at is described like anything else.
  }
  return { name: undefined, message: shorten(describeThrown(thrown)), stack: undefined };
}

/** What to throw on this side: reads in the log as if it had been thrown here. */
export function fromThrownData({ name, message, stack, code }: ThrownData): unknown {
  if (name === undefined) return message;
  const error = code === undefined ? new Error(message) : Object.assign(new Error(message), { code });
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}
