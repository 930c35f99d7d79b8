/**
 * Slope of a line through points by Theil and Sen: the median of the slopes between all pairs. A few points that a garbage collection
 * put elsewhere do not move it, as they would a line of least squares.
 */
export function theilSen(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes: number[] = [];
  for (const [i, [x, y]] of points.entries()) for (const [laterX, laterY] of points.slice(i + 1)) if (laterX !== x) slopes.push((laterY - y) / (laterX - x));
  slopes.sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? NaN;
}
