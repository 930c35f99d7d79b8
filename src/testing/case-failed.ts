import { AssertionError } from "node:assert";

/** A case that did not come out as its table says. Test runners show `actual` and `expected` side by side. */
export class CaseFailed extends AssertionError {
  constructor(what: string, expected: string, actual: string) {
    super({ message: `${what}\n  expected:\n${indented(expected)}\n  came:\n${indented(actual)}`, expected, actual, operator: "wsmanor/testing" });
  }
}

const indented = (text: string): string => text.split("\n").map((line) => `    ${line}`).join("\n");
