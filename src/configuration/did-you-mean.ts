/**
 * The candidate somebody most likely meant, or `undefined` when none is near. Distance counts insertions, deletions, replacements and
 * swaps of neighbours (optimal string alignment); a difference in case alone costs a tenth.
 * @param atMost distance that is never exceeded
 */
export function didYouMean(written: string, candidates: Iterable<string>, atMost = Infinity): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const far = Math.min(atMost, Math.max(1.5, Math.min(written.length, candidate.length) * 0.4));
    if (Math.abs(candidate.length - written.length) > far && !isWordPrefix(written, candidate)) continue;
    const distance = isWordPrefix(written, candidate) ? 1.4 : distanceOf(written, candidate);
    if (distance <= far && distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** `MaxEnvelopeSize` for `MaxEnvelopeSizeKB`: a long beginning that stops between words. */
function isWordPrefix(written: string, candidate: string): boolean {
  return written.length >= 6 && candidate.startsWith(written) && /[A-Z]/.test(candidate[written.length] ?? "");
}

function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = costOf(a[row - 1]!, b[column - 1]!);
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + change);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 0.9);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}

function costOf(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 0.1 : 1;
}
