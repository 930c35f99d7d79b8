import { escapeUnprintable } from "./escape-unprintable.js";

/** Nothing in it that JSON would escape or that is not printable ASCII. */
const plain = /^[ !#-[\]-~]*$/;

/** A text as JSON, safe to show as it is. What strangers send is nearly always plain, and then the quotes are all it needs. */
export const jsonText = (text: string): string => (plain.test(text) ? `"${text}"` : escapeUnprintable(JSON.stringify(text)));

/** Texts that came before, of those that are few: names, addresses, actions. Entries, characters. */
const known = new Map<string, string>();
const mostKnown = 256;
const longestKnown = 256;

/** The same for a text that many lines have alike. */
export function jsonTextOfFew(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (text.length > longestKnown || !plain.test(text)) return jsonText(text);
  if (known.size >= mostKnown) known.clear();
  const written = `"${text}"`;
  // Its own text as the key: the one that was given may be a piece of a message, which it would keep.
  known.set(written.slice(1, -1), written);
  return written;
}
