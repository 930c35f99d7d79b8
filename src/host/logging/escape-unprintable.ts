/** Control characters of every kind, what ends a line anywhere, and what turns the direction of text. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Nearly every line, and an order of magnitude quicker to see. */
const plain = /^[\x20-\x7e]*$/;

/** Makes one line of text safe to show: nothing in it can begin another line, move a cursor or hide. JSON strings stay what they are. */
export const escapeUnprintable = (line: string): string =>
  plain.test(line) ? line : line.replace(unprintable, (character) => [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""));
