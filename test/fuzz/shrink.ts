import { setImmediate as turn } from "node:timers/promises";
import type { FuzzInput, FuzzTarget } from "./fuzz-target.js";

/** @returns what checking it throws, `undefined` when every promise is kept */
export async function tryInput(target: FuzzTarget, input: FuzzInput): Promise<{ readonly found: unknown } | undefined> {
  const open = await target.open();
  try {
    await open.check(input);
    await open.close?.();
    return undefined;
  } catch (error) {
    await Promise.resolve(open.close?.()).catch(() => undefined);
    return { found: error };
  }
}

/**
 * A smaller input that breaks a promise in the same way: pieces are cut out, from halves down to single units, as long as it still fails.
 * @param isOver asked between attempts: a slow target need not be shrunk to the end
 * @returns the input itself when a fresh target does not fail on it alone
 */
export async function shrink(target: FuzzTarget, input: FuzzInput, isOver: () => boolean): Promise<FuzzInput> {
  const kind = await kindOf(target, input);
  let turned = performance.now();
  if (kind === undefined) return input;
  let least = input;
  for (let piece = Math.ceil(least.length / 2); piece >= 1 && !isOver(); piece = piece === 1 ? 0 : Math.ceil(piece / 2)) {
    for (let at = 0; at < least.length && !isOver();) {
      if (performance.now() - turned > 100) {
        await turn();
        turned = performance.now();
      }
      const shorter = without(least, at, piece);
      if ((await kindOf(target, shorter)) === kind) least = shorter;
      else at += piece;
    }
  }
  return least;
}

function without(input: FuzzInput, at: number, length: number): FuzzInput {
  return typeof input === "string" ? input.slice(0, at) + input.slice(at + length) : Buffer.concat([input.subarray(0, at), input.subarray(at + length)]);
}

/** A TypeError must not be shrunk into a failed comparison of something else. */
async function kindOf(target: FuzzTarget, input: FuzzInput): Promise<string | undefined> {
  const failed = await tryInput(target, input);
  if (failed === undefined) return undefined;
  const { found } = failed;
  return found instanceof Error ? `${found.name} ${(found as { code?: string }).code ?? ""} ${found.stack?.split("\n").find((line) => /^\s+at /u.test(line)) ?? ""}` : typeof found;
}
