import { fail, ok, type Result } from "../../../base/result.js";
import type { PatternNode } from "./pattern-node.js";

/** One step of a pattern. `next` and `other` are indexes of steps. */
export type PatternStep =
  | Extract<PatternNode, { kind: "character" | "place" }>
  /** Goes on in two ways at once. */
  | { readonly kind: "fork"; next: number; other: number }
  | { readonly kind: "jump"; next: number }
  | { readonly kind: "match" };

const mostSteps = 5000;

/** Lays a pattern out in steps, counted repetitions one after the other. @returns one sentence for a pattern that becomes too long so */
export function compilePattern(pattern: PatternNode): Result<readonly PatternStep[], string> {
  // Counted before anything is laid out: repetitions of repetitions multiply.
  if (sizeOf(pattern) > mostSteps) return fail("The pattern's repetitions come to too many steps.");
  const steps: PatternStep[] = [];
  layOut(pattern, steps);
  steps.push({ kind: "match" });
  return ok(steps);
}

function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case "character":
    case "place": return 1;
    case "sequence": return node.parts.reduce((sum, part) => sum + sizeOf(part), 0);
    case "choice": return node.parts.reduce((sum, part) => sum + sizeOf(part) + 2, 0);
    // What repeats nothing, such as (){1000}, is laid out as often as anything else.
    case "repeat": return Math.max(1, sizeOf(node.part) + 2) * (node.max === Infinity ? node.min + 1 : Math.max(1, node.max));
  }
}

function layOut(node: PatternNode, steps: PatternStep[]): void {
  switch (node.kind) {
    case "character":
    case "place": steps.push(node); break;
    case "sequence": for (const part of node.parts) layOut(part, steps); break;
    case "choice": layOutChoice(node.parts, steps); break;
    case "repeat": layOutRepeat(node, steps); break;
  }
}

function layOutChoice(parts: readonly PatternNode[], steps: PatternStep[]): void {
  const ends: { next: number }[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const fork = { kind: "fork" as const, next: steps.length + 1, other: 0 };
    if (!isLast) steps.push(fork);
    layOut(part, steps);
    if (isLast) continue;
    const end = { kind: "jump" as const, next: 0 };
    steps.push(end);
    ends.push(end);
    fork.other = steps.length;
  }
  for (const end of ends) end.next = steps.length;
}

function layOutRepeat({ part, min, max }: Extract<PatternNode, { kind: "repeat" }>, steps: PatternStep[]): void {
  for (let times = 0; times < min; times++) layOut(part, steps);
  if (max === Infinity) {
    const fork = { kind: "fork" as const, next: steps.length + 1, other: 0 };
    const start = steps.length;
    steps.push(fork);
    layOut(part, steps);
    steps.push({ kind: "jump", next: start });
    fork.other = steps.length;
    return;
  }
  const forks: { other: number }[] = [];
  for (let times = min; times < max; times++) {
    const fork = { kind: "fork" as const, next: steps.length + 1, other: 0 };
    steps.push(fork);
    forks.push(fork);
    layOut(part, steps);
  }
  for (const fork of forks) fork.other = steps.length;
}
