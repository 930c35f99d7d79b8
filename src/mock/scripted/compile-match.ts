import type { TextMatch } from "../script/mock-script.js";

export type Matches = (text: string) => boolean;

/** Runs of white space are one space. */
export const withOneSpace = (text: string): string => text.trim().replace(/\s+/gu, " ");

const trimmed = (text: string): string => text.trim();

/**
 * Makes the question that a match asks.
 * @param tidy done to both sides before they are compared; a regular expression and a function see the text tidied
 */
export function compileMatch(match: TextMatch, tidy: (text: string) => string = trimmed): Matches {
  if (typeof match === "function") return (text) => match(tidy(text));
  // A `g` would make each answer depend on the one before.
  if (match instanceof RegExp) return matchesRegex(new RegExp(match.source, match.flags.replace(/[gy]/gu, "")), tidy);
  if (typeof match === "string") return (text) => tidy(text) === tidy(match);
  const { equals, startsWith, contains, regex, ignoreCase = false } = match;
  if (regex !== undefined) return matchesRegex(new RegExp(regex, ignoreCase ? "sui" : "su"), tidy);
  const seen = (text: string): string => (ignoreCase ? tidy(text).toLowerCase() : tidy(text));
  if (equals !== undefined) return (text) => seen(text) === seen(equals);
  if (startsWith !== undefined) return (text) => seen(text).startsWith(seen(startsWith));
  return (text) => seen(text).includes(seen(contains ?? ""));
}

const matchesRegex = (regex: RegExp, tidy: (text: string) => string): Matches => (text) => regex.test(tidy(text));
