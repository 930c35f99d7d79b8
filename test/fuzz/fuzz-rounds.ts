import { randomInt } from "node:crypto";
import { relative } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import type { FuzzOptions } from "./fuzz-options.js";
import type { FuzzTarget } from "./fuzz-target.js";
import { keepInput } from "./kept-input.js";
import { BrokenPromise, runTarget } from "./run-target.js";
import { shrink, tryInput } from "./shrink.js";

/** Milliseconds for making a failing input smaller. */
const shrinkingTime = 20_000;
/** A round gives every target a share of its usual cases. */
const shareOfRound = 5;

export interface FuzzSurroundings {
  readonly targets: readonly FuzzTarget[];
  print(line: string): void;
  complain(what: unknown): void;
  /** Does somebody want it to end? */
  isEnding(): boolean;
}

/**
 * Every target in turn, each round with another seed, until the time is over, somebody ends it, or a promise is broken: then what broke it is
 * made small and kept.
 * @returns the exit code
 */
export async function fuzzRounds({ target: wanted, seconds, seed: first, keep }: FuzzOptions, around: FuzzSurroundings): Promise<number> {
  const { print, complain } = around;
  const targets = around.targets.filter(({ name }) => wanted === undefined || name === wanted);
  const began = performance.now();
  const until = seconds === undefined ? Infinity : began + seconds * 1000;
  const isOver = (): boolean => around.isEnding() || performance.now() >= until;
  const counts = new Map<string, number>();
  let rounds = 0;
  for (let seed = first ?? randomInt(2 ** 31); !isOver(); seed = (seed + 1) % 2 ** 32) {
    print(`round ${++rounds}, seed ${seed}`);
    for (const target of targets) {
      // A target that is over within one spell leaves no room for signals itself, and on a quick machine Ctrl-C would never be heard.
      await turn();
      if (isOver()) break;
      try {
        const { cases } = await runTarget(target, { seed, cases: Math.ceil(target.cases / shareOfRound), isOver });
        counts.set(target.name, (counts.get(target.name) ?? 0) + cases);
      } catch (error) {
        if (!(error instanceof BrokenPromise)) throw error;
        await report(target, error, keep, around);
        complain(`The whole round again: npm run fuzz -- --target ${target.name} --seed ${seed}`);
        return 1;
      }
    }
  }
  print(`\n${[...counts].map(([name, cases]) => `${name.padEnd(20)} ${String(cases).padStart(10)} cases`).join("\n")}`);
  print(`${rounds} rounds, ${((performance.now() - began) / 1000).toFixed(1)} s, every promise kept`);
  return 0;
}

async function report(target: FuzzTarget, broken: BrokenPromise, keep: string, { complain, isEnding }: FuzzSurroundings): Promise<void> {
  complain(`\n${broken.message}\n`);
  complain(broken.found);
  if (broken.input === undefined) return;
  const until = performance.now() + shrinkingTime;
  const least = await shrink(target, broken.input, () => performance.now() > until || isEnding());
  const alone = await tryInput(target, least);
  const file = keepInput(keep, target.name, least);
  complain(`\nThe input, ${least.length} of ${broken.input.length} long, is kept in ${relative(process.cwd(), file)}`);
  if (alone !== undefined) complain(`Again: npm run fuzz -- --input ${relative(process.cwd(), file)}`);
}
