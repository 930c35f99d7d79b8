import { describeThrown, stackOf } from "../describe-thrown.js";

/** Anything that was thrown, for the other side's log. */
export interface ThrownData {
  /** `undefined` for what is no Error. */
  readonly name: string | undefined;
  readonly message: string;
  readonly stack: string | undefined;
}

/** Never throws, however hostile the value. */
export function toThrownData(thrown: unknown): ThrownData {
  try {
    if (thrown instanceof Error) return { name: String(thrown.name), message: String(thrown.message), stack: stackOf(thrown) };
  } catch {
    // An error that throws when it is looked at is described like anything else.
  }
  return { name: undefined, message: describeThrown(thrown), stack: undefined };
}

/** What to throw on this side: reads in the log as if it had been thrown here. */
export function fromThrownData({ name, message, stack }: ThrownData): unknown {
  if (name === undefined) return message;
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}
