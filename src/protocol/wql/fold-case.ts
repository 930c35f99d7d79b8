/** Nearly all text: then one native call does it. */
const ascii = /^[\u0000-\u007f]*$/;

/** The text for comparing without case. As long as it was, unit for unit, so that patterns count the characters that were sent. */
export function foldCase(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let folded = "";
  for (const char of text) {
    const lower = char.toLowerCase();
    folded += lower.length === char.length ? lower : char;
  }
  return folded;
}
