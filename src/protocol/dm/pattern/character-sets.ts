import type { PointRange } from "./pattern-node.js";

const digits: readonly PointRange[] = [[0x30, 0x39]];
const words: readonly PointRange[] = [[0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const spaces: readonly PointRange[] = [[0x09, 0x0d], [0x20, 0x20], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000], [0xfeff, 0xfeff]];

/** What `\d`, `\w`, `\s` stand for in ECMAScript, and `.`, which is all but the ends of lines. */
export const characterSets = { d: digits, w: words, s: spaces, lineEnds: [[0x0a, 0x0a], [0x0d, 0x0d], [0x2028, 0x2029]] } as const satisfies Readonly<Record<string, readonly PointRange[]>>;

const last = 0x10ffff;

/** All that is not among them. */
export function complementOf(ranges: readonly PointRange[]): readonly PointRange[] {
  const left: PointRange[] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    if (from > next) left.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  return next > last ? left : [...left, [next, last]];
}

export const isAmong = (ranges: readonly PointRange[], point: number): boolean => ranges.some(([from, to]) => point >= from && point <= to);
