import type { Diagnostic } from "../base/diagnostic.js";

/** By file, in the order in which files were first mentioned, then by place. What several applications found in one file is told once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const order = new Map<string, number>();
  const once = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const file = diagnostic.place?.file ?? "";
    if (!order.has(file)) order.set(file, order.size);
    const key = JSON.stringify([diagnostic.rule, diagnostic.message, diagnostic.place, diagnostic.related]);
    if (!once.has(key)) once.set(key, diagnostic);
  }
  const rank = ({ place, rule }: Diagnostic): readonly number[] => [rule === "more-problems" ? Infinity : order.get(place?.file ?? "")!, place?.line ?? 0, place?.column ?? 0];
  return [...once.values()].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return (x[0]! === y[0]! ? 0 : x[0]! - y[0]!) || x[1]! - y[1]! || x[2]! - y[2]!;
  });
}
