/** `npm run fuzz`: every target in turn, each round with another seed, until it is ended or a promise is broken. */
import { randomInt } from "node:crypto";
import { relative } from "node:path";
import { allTargets } from "./all-targets.js";
import { parseFuzzOptions, type FuzzOptions } from "./fuzz-options.js";
import type { FuzzTarget } from "./fuzz-target.js";
import { keepInput, readInput } from "./kept-input.js";
import { BrokenPromise, runTarget } from "./run-target.js";
import { shrink, tryInput } from "./shrink.js";

const help = `Usage: npm run fuzz -- [--target NAME] [--seconds N] [--seed N] [--keep FOLDER] | --input FILE

Feeds every reader of strangers' octets and text with made-up ones, round after round with a new seed, and ends with exit code 1 when
one breaks its promise: the input is made as small as it goes, kept in a file, and the command that repeats it is printed.

  --target NAME   only this one
  --seconds N     ends after N seconds; without it, Ctrl-C does
  --seed N        of the first round; without it, any
  --keep FOLDER   where a failing input is kept; fuzz-failures
  --input FILE    tries the input of such a file again

Targets:
${allTargets.map(({ name, promise }) => `  ${name.padEnd(20)} ${promise}`).join("\n")}
`;

/** Milliseconds for making a failing input smaller. */
const shrinkingTime = 20_000;
/** A round gives every target a share of its usual cases. */
const shareOfRound = 5;

let isEnding = false;
process.on("SIGINT", () => {
  if (isEnding) process.exit(130);
  isEnding = true;
});
process.on("SIGTERM", () => (isEnding = true));

async function repeat(file: string): Promise<number> {
  let kept: ReturnType<typeof readInput>;
  try {
    kept = readInput(file);
  } catch (error) {
    console.error(`Error: ${(error as Error).message}`);
    return 2;
  }
  const target = allTargets.find(({ name }) => name === kept.target);
  if (target === undefined) {
    console.error(`Error: ${file} is an input of the target "${kept.target}", which is not there.`);
    return 2;
  }
  const failed = await tryInput(target, kept.input);
  if (failed === undefined) {
    console.log(`${target.name} keeps its promise for ${file}`);
    return 0;
  }
  console.error(failed.found);
  return 1;
}

async function report(target: FuzzTarget, broken: BrokenPromise, keep: string): Promise<void> {
  console.error(`\n${broken.message}\n`);
  console.error(broken.found);
  if (broken.input === undefined) return;
  const until = performance.now() + shrinkingTime;
  const least = await shrink(target, broken.input, () => performance.now() > until || isEnding);
  const alone = await tryInput(target, least);
  const file = keepInput(keep, target.name, least);
  console.error(`\nThe input, ${least.length} of ${broken.input.length} long, is kept in ${relative(process.cwd(), file)}`);
  if (alone !== undefined) console.error(`Again: npm run fuzz -- --input ${relative(process.cwd(), file)}`);
}

async function fuzz({ target: wanted, seconds, seed: first, keep }: FuzzOptions): Promise<number> {
  const targets = allTargets.filter(({ name }) => wanted === undefined || name === wanted);
  const began = performance.now();
  const until = seconds === undefined ? Infinity : began + seconds * 1000;
  const isOver = (): boolean => isEnding || performance.now() >= until;
  const counts = new Map<string, number>();
  let rounds = 0;
  for (let seed = first ?? randomInt(2 ** 31); !isOver(); seed = (seed + 1) % 2 ** 32) {
    console.log(`round ${++rounds}, seed ${seed}`);
    for (const target of targets) {
      if (isOver()) break;
      try {
        const { cases } = await runTarget(target, { seed, cases: Math.ceil(target.cases / shareOfRound), isOver });
        counts.set(target.name, (counts.get(target.name) ?? 0) + cases);
      } catch (error) {
        if (!(error instanceof BrokenPromise)) throw error;
        await report(target, error, keep);
        console.error(`The whole round again: npm run fuzz -- --target ${target.name} --seed ${seed}`);
        return 1;
      }
    }
  }
  console.log(`\n${[...counts].map(([name, cases]) => `${name.padEnd(20)} ${String(cases).padStart(10)} cases`).join("\n")}`);
  console.log(`${rounds} rounds, ${((performance.now() - began) / 1000).toFixed(1)} s, every promise kept`);
  return 0;
}

const options = parseFuzzOptions(process.argv.slice(2), allTargets.map(({ name }) => name));
if (!options.ok) {
  console.error(`Error: ${options.error}`);
  process.exitCode = 2;
} else if (options.value.help) console.log(help);
else process.exitCode = await (options.value.input === undefined ? fuzz(options.value) : repeat(options.value.input));
