import { characterSets, complementOf } from "./character-sets.js";
import type { PointRange } from "./pattern-node.js";

const controls: Readonly<Record<string, number>> = { t: 0x09, n: 0x0a, v: 0x0b, f: 0x0c, r: 0x0d, 0: 0 };

/** What stands at `at`, behind a backslash, and where it ends. @returns `undefined` for what is not understood */
export function readPatternEscape(pattern: string, at: number): { readonly ranges: readonly PointRange[]; readonly end: number } | undefined {
  const letter = pattern[at];
  if (letter === undefined) return undefined;
  const set = letter.toLowerCase();
  if (set === "d" || set === "w" || set === "s") return { ranges: set === letter ? characterSets[set] : complementOf(characterSets[set]), end: at + 1 };
  const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})/.exec(pattern.slice(at, at + 10));
  if (code !== null) return one(Number.parseInt((code[1] ?? code[2] ?? code[3])!, 16), at + code[0].length);
  // A zero before a digit would be octal in some dialects, and a reference back in others.
  if (letter === "0" && /[0-9]/.test(pattern[at + 1] ?? "")) return undefined;
  if (Object.hasOwn(controls, letter)) return one(controls[letter]!, at + 1);
  if (/[A-Za-z0-9]/.test(letter)) return undefined;
  const point = pattern.codePointAt(at)!;
  return one(point, at + String.fromCodePoint(point).length);
}

const one = (point: number, end: number): { readonly ranges: readonly PointRange[]; readonly end: number } | undefined => (point > 0x10ffff ? undefined : { ranges: [[point, point]], end });
