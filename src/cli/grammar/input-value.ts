/** A value given on the command line: text, null (`xsi:nil`), or pairs of its own (from JSON). */
export type InputValue = string | null | readonly InputPair[];

/** One `key=value`. A key given again makes an array. */
export interface InputPair {
  readonly key: string;
  readonly value: InputValue;
  /** The argument it came from, for messages. */
  readonly position: number;
}
