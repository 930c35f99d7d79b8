/**
 * The known name that a misspelt one most likely stands for: fewest edits (insert, drop, replace, swap of neighbours), at most a third of
 * its length; a name that the word begins counts as near.
 */
export function closestName(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let fewest = Infinity;
  for (const name of known) {
    const candidate = name.toLowerCase();
    const edits = wanted.length >= 3 && candidate.startsWith(wanted) ? 1 : countEdits(wanted, candidate);
    if (edits < fewest && edits <= Math.max(1, Math.floor(candidate.length / 3))) {
      fewest = edits;
      best = name;
    }
  }
  return best;
}

/** Optimal string alignment distance. */
function countEdits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 8 || from.length > 100) return Infinity;
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let edits = Math.min(rows[row - 1]![column]! + 1, current[column - 1]! + 1, rows[row - 1]![column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) edits = Math.min(edits, rows[row - 2]![column - 2]! + 1);
      current.push(edits);
    }
    rows.push(current);
  }
  return rows[from.length]![to.length]!;
}
