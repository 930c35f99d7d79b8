/**
 * Splits a command line into arguments as shells and Windows' programs agree on: blanks part them, double and single quotes hold them
 * together, a backslash takes the next quote, blank or backslash as it is and stands for itself otherwise, so that Windows' paths survive. Nothing is expanded.
 * @returns `undefined` for a quote that does not end, or a NUL
 */
export function splitCommandLine(text: string): readonly string[] | undefined {
  if (text.includes("\0")) return undefined;
  const found: string[] = [];
  let current: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const next = text[at + 1];
    if (character === "\\" && quote !== "'" && next !== undefined && (next === '"' || next === "\\" || (quote === undefined && /[\s']/u.test(next)))) {
      current = (current ?? "") + next;
      at++;
    } else if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else current = (current ?? "") + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      current ??= "";
    } else if (!/\s/u.test(character)) current = (current ?? "") + character;
    else if (current !== undefined) {
      found.push(current);
      current = undefined;
    }
  }
  if (quote !== undefined) return undefined;
  if (current !== undefined) found.push(current);
  return found;
}
