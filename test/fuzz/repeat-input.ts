import type { FuzzSurroundings } from "./fuzz-rounds.js";
import { readInput } from "./kept-input.js";
import { tryInput } from "./shrink.js";

/** Tries an input again that was kept. @returns the exit code */
export async function repeatInput(file: string, { targets, print, complain }: FuzzSurroundings): Promise<number> {
  let kept: ReturnType<typeof readInput>;
  try {
    kept = readInput(file);
  } catch (error) {
    complain(`Error: ${(error as Error).message}`);
    return 2;
  }
  const target = targets.find(({ name }) => name === kept.target);
  if (target === undefined) {
    complain(`Error: ${file} is an input of the target "${kept.target}", which is not there.`);
    return 2;
  }
  const failed = await tryInput(target, kept.input);
  if (failed === undefined) {
    print(`${target.name} keeps its promise for ${file}`);
    return 0;
  }
  complain(failed.found);
  return 1;
}
