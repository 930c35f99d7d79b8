import { fail, ok, type Result } from "../../base/result.js";
import { firstForbidden } from "../../protocol/xml/characters.js";
import type { InputPair } from "./input-value.js";
import type { ParsedArguments } from "./parse-arguments.js";
import { nameToken, quote, type Token, type UsageProblem } from "./usage-problem.js";

/** The switches whose values travel inside the envelope. */
const sent = ["options", "selector", "fragment", "filter", "dialect", "locale"] as const;

/**
 * Refuses what no XML document can hold (controls, lone surrogates, U+FFFE, U+FFFF) in words that are sent: written as something else, it
 * would arrive as something else.
 */
export function refuseCharacters(words: readonly Token[], args: ParsedArguments): Result<void, UsageProblem> {
  for (const word of words) {
    const found = findUnsendable(word.text);
    if (found !== undefined) return refused(`${nameToken(word)}, character ${found.at + 1}`, found.name);
  }
  for (const name of sent) {
    for (const { value, token } of args.all(name)) {
      const found = findUnsendable(value);
      if (found !== undefined) return refused(`${quote(value)} (-${name}, argument ${token.position}), character ${found.at + 1}`, found.name);
    }
  }
  return ok(undefined);
}

/** The same for values whose spelling hides the character, as JSON's `\u0002` does. */
export function refuseCharactersIn(pairs: readonly InputPair[]): Result<void, UsageProblem> {
  for (const { key, value, position } of pairs) {
    if (value === null) continue;
    if (typeof value !== "string") {
      const inside = refuseCharactersIn(value);
      if (!inside.ok) return inside;
      continue;
    }
    const found = findUnsendable(value);
    if (found !== undefined) return refused(`the value of ${quote(key)} (argument ${position}), character ${found.at + 1}`, found.name);
  }
  return ok(undefined);
}

const refused = (where: string, name: string): Result<never, UsageProblem> => fail({ message: `${where}: XML cannot carry ${name}` });

/** @returns where the first one stands, in UTF-16 units, and `U+0002` */
function findUnsendable(text: string): { readonly at: number; readonly name: string } | undefined {
  const at = firstForbidden(text);
  return at < 0 ? undefined : { at, name: `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}` };
}
