/** Does a plug-in ask for a piece of output that stays whole (`WriteOptions`)? Whoever gives a trap instead of options has asked for nothing. */
export function asksForWhole(options: unknown): boolean {
  try {
    return (options as { readonly isWhole?: unknown } | undefined)?.isWhole === true;
  } catch {
    return false;
  }
}
