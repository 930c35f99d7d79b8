import { setImmediate as turn } from "node:timers/promises";
import type { FuzzInput, FuzzTarget } from "./fuzz-target.js";
import { createRandom } from "./random.js";

export interface RunOptions {
  readonly seed: number;
  readonly cases: number;
  /** Asked between cases; `true` ends the run early. */
  readonly isOver?: () => boolean;
}

export interface RunSummary {
  readonly cases: number;
  readonly read: number;
}

/** A promise was broken. `input` is what broke it; `undefined` when it came out only behind all cases. */
export class BrokenPromise extends Error {
  constructor(
    readonly target: string,
    readonly input: FuzzInput | undefined,
    readonly found: unknown,
    where: string,
  ) {
    super(`${target}, ${where}: ${describe(found)}\ninput: ${input === undefined ? "any" : showInput(input)}`, { cause: found });
    this.name = "BrokenPromise";
  }
}

/** Characters of an input that a message shows. */
const shown = 2000;

/** Milliseconds between looks at signals and sockets: checks that wait for nothing leave no room for them. */
const spell = 100;

const describe = (found: unknown): string => (found instanceof Error ? `${found.name}: ${found.message}` : String(found));

function showInput(input: FuzzInput): string {
  const text = JSON.stringify(typeof input === "string" ? input : Buffer.from(input).toString("latin1"));
  return text.length > shown ? `${text.slice(0, shown)}… (${input.length} in all)` : text;
}

/** Makes cases and checks them, one after the other. @throws BrokenPromise */
export async function runTarget(target: FuzzTarget, { seed, cases, isOver = () => false }: RunOptions): Promise<RunSummary> {
  const random = createRandom(seed);
  const open = await target.open();
  let read = 0;
  let made = 0;
  let turned = performance.now();
  try {
    for (; made < cases && !isOver(); made++) {
      if (made % 16 === 0 && performance.now() - turned > spell) {
        await turn();
        turned = performance.now();
      }
      const input = open.make(random);
      try {
        const outcome = open.check(input);
        if (typeof outcome === "boolean" ? outcome : await outcome) read++;
      } catch (error) {
        throw new BrokenPromise(target.name, input, error, `seed ${seed}, case ${made}`);
      }
    }
  } catch (error) {
    // What broke first is told; what closing finds then is its consequence.
    await Promise.resolve(open.close?.()).catch(() => undefined);
    throw error;
  }
  try {
    await open.close?.();
  } catch (error) {
    throw new BrokenPromise(target.name, undefined, error, `seed ${seed}, behind ${made} cases`);
  }
  return { cases: made, read };
}
