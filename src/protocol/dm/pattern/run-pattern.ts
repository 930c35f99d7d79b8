import type { StepBudget } from "../../../base/step-budget.js";
import { characterSets, isAmong } from "./character-sets.js";
import type { PatternStep } from "./compile-pattern.js";

/**
 * Does the whole text match? All ways are walked at once, one character after the other (Thompson, 1968), so that no pattern takes more than its
 * steps times the text's characters.
 * @returns nothing that counts when the budget is exhausted afterwards
 */
export function runPattern(steps: readonly PatternStep[], text: string, budget: StepBudget): boolean {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  let here = new Places(steps.length);
  let next = new Places(steps.length);
  reach(steps, 0, points, 0, here, budget);
  for (let at = 0; at < points.length; at++) {
    for (const index of here.waiting) {
      const step = steps[index]!;
      budget.spend(1);
      if (step.kind !== "character") continue;
      budget.spend(step.ranges.length);
      if (isAmong(step.ranges, points[at]!) !== step.isNegated) reach(steps, index + 1, points, at + 1, next, budget);
    }
    if (budget.isExhausted || next.waiting.length === 0) return false;
    [here, next] = [next, here];
    next.clear();
  }
  return here.waiting.some((index) => steps[index]!.kind === "match");
}

/** Steps that wait for the next character, each once. */
class Places {
  readonly #seen: Uint32Array;
  #round = 1;
  waiting: number[] = [];

  constructor(size: number) {
    this.#seen = new Uint32Array(size);
  }

  isNew(index: number): boolean {
    if (this.#seen[index] === this.#round) return false;
    this.#seen[index] = this.#round;
    return true;
  }

  clear(): void {
    this.#round++;
    this.waiting = [];
  }
}

/** Follows what takes no character. With a stack of its own: patterns are longer than calls are deep. */
function reach(steps: readonly PatternStep[], from: number, points: readonly number[], at: number, places: Places, budget: StepBudget): void {
  const open = [from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (!places.isNew(index)) continue;
    budget.spend(1);
    const step = steps[index]!;
    if (step.kind === "jump") open.push(step.next);
    else if (step.kind === "fork") open.push(step.other, step.next);
    else if (step.kind === "place") {
      if (isAt(step.place, points, at)) open.push(index + 1);
    } else places.waiting.push(index);
  }
}

function isAt(place: Extract<PatternStep, { kind: "place" }>["place"], points: readonly number[], at: number): boolean {
  if (place === "start") return at === 0;
  if (place === "end") return at === points.length;
  const isWord = (index: number): boolean => points[index] !== undefined && isAmong(characterSets.w, points[index]);
  return (isWord(at - 1) !== isWord(at)) === (place === "wordEdge");
}
