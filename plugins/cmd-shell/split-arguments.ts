/**
 * Splits arguments as Windows' CommandLineToArgvW does: blanks and tabs part them outside of double quotes; of backslashes before a quote
 * each two are one, and one more takes the quote as it is; a quote behind the closing one is a quote. Nothing else means anything.
 */
export function splitArguments(text: string): readonly string[] {
  const found: string[] = [];
  let current: string | undefined;
  let quotes = 0;
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    if (quotes === 0 && (character === " " || character === "\t")) {
      if (current !== undefined) found.push(current);
      current = undefined;
      at++;
    } else if (character === '"') {
      current ??= "";
      for (; text[at] === '"'; at++) {
        if (++quotes < 3) continue;
        current += '"';
        quotes = 0;
      }
      if (quotes === 2) quotes = 0;
    } else {
      const [run] = /^\\*/u.exec(text.slice(at))!;
      const isBeforeQuote = run !== "" && text[at + run.length] === '"';
      const isOdd = run.length % 2 === 1;
      current = (current ?? "") + (run === "" ? character : isBeforeQuote ? "\\".repeat(run.length >> 1) + (isOdd ? '"' : "") : run);
      at += run === "" ? 1 : run.length + (isBeforeQuote && isOdd ? 1 : 0);
    }
  }
  if (current !== undefined) found.push(current);
  return found;
}
