/**
 * Is `--json` among the words, wherever? Asked before the words are understood, because what cannot be understood is told as JSON too.
 * What stands behind `--` are no switches.
 */
export function wantsJson(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return (end < 0 ? words : words.slice(0, end)).some((word) => /^(?:--?|\/)json$/iu.test(word));
}
