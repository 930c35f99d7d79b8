import type { Random } from "./random.js";

/** What a target reads: text, or octets where the reader decodes for itself. Kept so plain that a failing one can be shrunk and kept in a file. */
export type FuzzInput = string | Uint8Array;

/** A reader that takes what strangers wrote, and what it promises. */
export interface FuzzTarget<I extends FuzzInput = FuzzInput> {
  /** Kebab-case; its file is `targets/<name>.ts`. */
  readonly name: string;
  /** What holds for every input, in one sentence. */
  readonly promise: string;
  /** Cases in `npm test`. */
  readonly cases: number;
  /** Shares of the cases that must at least be read, and refused: with fewer, the inputs would say little. */
  readonly least: { readonly read: number; readonly refused: number };
  open(): OpenTarget<I> | Promise<OpenTarget<I>>;
}

export interface OpenTarget<I extends FuzzInput = FuzzInput> {
  make(random: Random): I;
  /** @returns `true` for what was read, `false` for what was refused by name. @throws when a promise is broken */
  check(input: I): boolean | Promise<boolean>;
  /** Looks at what must hold behind all cases, and lets everything go. @throws when a promise is broken */
  close?(): void | Promise<void>;
}

/** A target without anything to open. */
export function pureTarget<I extends FuzzInput>(target: Omit<FuzzTarget<I>, "open"> & OpenTarget<I>): FuzzTarget<I> {
  const { name, promise, cases, least, make, check } = target;
  return { name, promise, cases, least, open: () => ({ make, check }) };
}
