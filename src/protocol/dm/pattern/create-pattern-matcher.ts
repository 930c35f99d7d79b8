import { fail, type Result } from "../../../base/result.js";
import { StepBudget } from "../../../base/step-budget.js";
import { compilePattern, type PatternStep } from "./compile-pattern.js";
import { parsePattern } from "./parse-pattern.js";
import { runPattern } from "./run-pattern.js";

/** Some tenths of a second. */
const mostSteps = 20_000_000;

/** Definitions have hundreds of patterns; whoever loads more reads them again. */
const mostKept = 1000;

/** Is the pattern one that values can be compared with? @returns its steps, or one sentence */
export function readPattern(pattern: string): Result<readonly PatternStep[], string> {
  const parsed = parsePattern(pattern);
  return parsed.ok ? compilePattern(parsed.value) : fail(parsed.error);
}

/**
 * Makes what compares values with the regular expressions of definitions, each as a whole. Both come from strangers, so neither is handed to the
 * engine's own expressions: a pattern such as `(a+)+$` would keep the host for as long as its author likes.
 * @returns of each comparison `true` as well for a pattern that is not understood, as it then judges nothing: `readPattern` tells when a definition
 *   is loaded. `false` for a value so long that it would take some 20 million steps
 */
export function createPatternMatcher(): (pattern: string, value: string) => boolean {
  const known = new Map<string, readonly PatternStep[] | undefined>();
  return (pattern, value) => {
    if (!known.has(pattern)) {
      if (known.size >= mostKept) known.clear();
      const read = readPattern(pattern);
      known.set(pattern, read.ok ? read.value : undefined);
    }
    const steps = known.get(pattern);
    if (steps === undefined) return true;
    const budget = new StepBudget(mostSteps);
    return runPattern(steps, value, budget) && !budget.isExhausted;
  };
}
