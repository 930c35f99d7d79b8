import type { Random } from "./random.js";

/**
 * One to four small changes to a text: a word put in, a piece taken out, doubled, or exchanged for a word; rarely the word again and
 * again, for readers whose work must not explode.
 * @param words that mean something to the reader
 */
export function mutateWords(text: string, words: readonly string[], random: Random): string {
  let changed = text;
  for (let times = random.below(5); times > 0; times--) {
    const at = random.below(changed.length + 1);
    const length = random.below(random.oneIn(3) ? 12 : 3);
    const word = random.oneIn(400) ? random.pick(words).repeat(random.pick([70, 1100, 5000])) : random.pick(words);
    switch (random.below(4)) {
      case 0: changed = changed.slice(0, at) + word + changed.slice(at); break;
      case 1: changed = changed.slice(0, at) + changed.slice(at + length); break;
      case 2: changed = changed.slice(0, at) + word + changed.slice(at + length); break;
      default: {
        const to = random.below(changed.length + 1);
        changed = changed.slice(0, to) + changed.slice(at, at + length) + changed.slice(to);
      }
    }
  }
  return changed;
}

/** Characters that break what people write without thinking of them. */
export const oddCharacters: readonly string[] = ["\u0000", "\u0001", "\t", "\n", "\r\n", " ", "\u00a0", "\ufeff", "\ud800", "\udc00", "\u{1f600}", "e\u0301", "İ", "ß", "\u202e", "\u2028", "__proto__", "constructor", "toString"];
