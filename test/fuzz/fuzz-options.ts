import { fail, ok, type Result } from "../../src/base/result.js";
import { closestName } from "../../src/cli/grammar/closest-name.js";

/** What `npm run fuzz` was asked for. */
export interface FuzzOptions {
  readonly help: boolean;
  /** `undefined`: all. */
  readonly target: string | undefined;
  /** `undefined`: until somebody ends it. */
  readonly seconds: number | undefined;
  /** Of the first round; `undefined`: any. */
  readonly seed: number | undefined;
  /** A file that a failure was kept in. */
  readonly input: string | undefined;
  /** Folder that failures are kept in. */
  readonly keep: string;
}

const named = ["--target", "--seconds", "--seed", "--input", "--keep"] as const;
const largestSeed = 2 ** 32 - 1;

/** @param words as typed, `--name value` or `--name=value`. @param targets their names. @returns a failure is a sentence */
export function parseFuzzOptions(words: readonly string[], targets: readonly string[]): Result<FuzzOptions, string> {
  const given = new Map<string, string>();
  let help = false;
  for (let at = 0; at < words.length; at++) {
    const [name = "", ...rest] = words[at]!.split("=");
    if (name === "--help" || name === "-h") {
      help = true;
      continue;
    }
    if (!(named as readonly string[]).includes(name)) return fail(`"${words[at]!}" is no option: there are ${named.join(", ")} and --help.`);
    if (given.has(name)) return fail(`${name} is given twice.`);
    const value = rest.length > 0 ? rest.join("=") : words[++at];
    if (value === undefined || value === "") return fail(`${name} needs a value.`);
    given.set(name, value);
  }
  const target = given.get("--target");
  if (target !== undefined && !targets.includes(target)) {
    const meant = closestName(target, targets);
    return fail(`There is no target "${target}".${meant === undefined ? "" : ` Did you mean ${meant}?`} --help lists them.`);
  }
  const seconds = given.has("--seconds") ? Number(given.get("--seconds")) : undefined;
  if (seconds !== undefined && !(seconds > 0 && seconds <= 1e7)) return fail(`--seconds takes a number above 0, not "${given.get("--seconds")!}".`);
  const seed = given.has("--seed") ? Number(given.get("--seed")) : undefined;
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed <= largestSeed)) return fail(`--seed takes a whole number from 0 to ${largestSeed}, not "${given.get("--seed")!}".`);
  return ok({ help, target, seconds, seed, input: given.get("--input"), keep: given.get("--keep") ?? "fuzz-failures" });
}
