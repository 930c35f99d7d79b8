/** Offsets to lines and columns, for messages. */
export interface LineIndex {
  readonly lineCount: number;
  /** Both count from 1; columns count UTF-16 units. An offset behind the end gives the place behind the last character. */
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
  /** The text of a line without its line end; empty for a line that is not there. */
  readonly line: (number: number) => string;
}

/** Indexes a text once; each question is then a binary search. Lines end with LF, CR LF or CR, as in XML. */
export function lineIndex(text: string): LineIndex {
  const starts = startsOf(text);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    lineCount: starts.length,
    place: (offset) => {
      const within = Math.max(0, Math.min(offset, text.length));
      const line = lineAt(within);
      return { line: line + 1, column: within - starts[line]! + 1 };
    },
    line: (number) => {
      const start = starts[number - 1];
      if (start === undefined) return "";
      let end = starts[number] ?? text.length;
      while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
      return text.slice(start, end);
    },
  };
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return starts;
}
