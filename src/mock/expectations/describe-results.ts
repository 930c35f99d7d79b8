import { counted } from "../../base/counted.js";
import type { ExpectationResult } from "./expectation-result.js";

/** For people: a line each, then the sum. Empty when nothing was expected. */
export function describeResults(results: readonly ExpectationResult[]): string {
  if (results.length === 0) return "";
  const failed = results.filter(({ passed }) => !passed).length;
  const lines = results.map(({ title, passed, reason }) => `${passed ? "ok    " : "FAILED"}  ${title}\n${reason === undefined ? "" : `        ${reason}\n`}`);
  return `${lines.join("")}${counted(results.length, "expectation")}, ${failed} failed\n`;
}
