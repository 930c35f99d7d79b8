import { fail, ok, type Result } from "../../base/result.js";
import type { InputPair, InputValue } from "./input-value.js";
import { nameToken, quote, type Token, type UsageProblem } from "./usage-problem.js";

/** A name an XML element can have; `/` steps into a child element. */
const keyForm = /^[\p{L}_][\p{L}\p{N}_.-]*(?:\/[\p{L}_][\p{L}\p{N}_.-]*)*$/u;

/**
 * Reads the input of set, create and invoke in any of its three spellings, also mixed: `@{k="v";k2=$null}`, `k=v`, JSON. A block that the
 * shell cut at blanks is put together again.
 */
export function parsePairs(tokens: readonly Token[]): Result<readonly InputPair[], UsageProblem> {
  const pairs: InputPair[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let token = tokens[at]!;
    if (token.text.startsWith("@{")) {
      while (!isClosed(token.text) && at + 1 < tokens.length) token = { ...token, text: `${token.text} ${tokens[++at]!.text}` };
    }
    const read = token.text.startsWith("@{") ? parseBlock(token, 1) : token.text.trimStart().startsWith("{") ? parseJson(token) : parsePlain(token);
    if (!read.ok) return read;
    pairs.push(...read.value);
  }
  return ok(pairs);
}

/** Reads `{k="v";…}`, the form of `-options:` and `-filter:`; the `@` may stand there too. `from` is where its `{` stands. */
export function parseBlock(token: Token, from: number): Result<readonly InputPair[], UsageProblem> {
  const { text } = token;
  const wrong = (at: number, expected: string): Result<never, UsageProblem> => {
    const found = at >= text.length ? "the end" : quote(text.slice(at, at + 12));
    return fail({ message: `${nameToken(token)}, character ${at + 1}: expected ${expected}, found ${found}` });
  };
  const pairs: InputPair[] = [];
  const skipBlanks = (at: number): number => at + /^\s*/u.exec(text.slice(at))![0].length;
  if (text[from] !== "{") return wrong(from, '"{"');
  let at = skipBlanks(from + 1);
  while (text[at] !== "}") {
    const key = /^[^\s=;{}"]*/u.exec(text.slice(at))![0];
    if (!keyForm.test(key)) return wrong(at, pairs.length === 0 ? 'a key or "}"' : "a key");
    at = skipBlanks(at + key.length);
    if (text[at] !== "=") return wrong(at, `"=" after ${quote(key)}`);
    at = skipBlanks(at + 1);
    const value = readValue(text, at);
    if (value === undefined) return wrong(text.length, `the closing quote of the value of ${quote(key)}`);
    pairs.push({ key, value: value.value, position: token.position });
    at = skipBlanks(value.end);
    if (text[at] === ";") at = skipBlanks(at + 1);
    else if (text[at] !== "}") return wrong(at, '";" or "}"');
  }
  const rest = skipBlanks(at + 1);
  return rest < text.length ? wrong(rest, 'nothing after "}"') : ok(pairs);
}

/** A value in double or single quotes (the quote doubled stands for itself, a backslash is a backslash), `$null`, or bare text. */
function readValue(text: string, at: number): { readonly value: InputValue; readonly end: number } | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") {
    // The shell may have eaten the quotes, so a bare value runs to the next `;`, or to the brace that closes the block.
    const semicolon = text.indexOf(";", at);
    const whole = text.trimEnd();
    const brace = whole.endsWith("}") ? whole.length - 1 : text.length;
    const stop = semicolon < 0 ? brace : Math.min(semicolon, brace);
    const bare = text.slice(at, stop).trimEnd();
    return { value: bare.toLowerCase() === "$null" ? null : bare, end: stop };
  }
  let value = "";
  for (let from = at + 1; ; ) {
    const next = text.indexOf(quote, from);
    if (next < 0) return undefined;
    value += text.slice(from, next);
    if (text[next + 1] !== quote) return { value, end: next + 1 };
    value += quote;
    from = next + 2;
  }
}

/** Does a block have its closing brace, and every quote its partner? */
function isClosed(block: string): boolean {
  return block.trimEnd().endsWith("}") && block.split('"').length % 2 === 1;
}

function parsePlain(token: Token): Result<readonly InputPair[], UsageProblem> {
  const equals = token.text.indexOf("=");
  const key = token.text.slice(0, Math.max(equals, 0));
  if (equals < 0) return fail({ message: `${nameToken(token)} is not key=value, @{key="value"} or JSON` });
  if (!keyForm.test(key)) return fail({ message: `${nameToken(token)}: ${quote(key)} cannot be a key; a key is the name of an element` });
  const text = token.text.slice(equals + 1);
  return ok([{ key, value: text.toLowerCase() === "$null" ? null : text, position: token.position }]);
}

function parseJson(token: Token): Result<readonly InputPair[], UsageProblem> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(token.text);
  } catch (error) {
    return fail({ message: `${nameToken(token)} is not JSON (${(error as Error).message}); pairs in braces begin with "@{"` });
  }
  return pairsOf(parsed as object, token, 1);
}

/** Elements inside each other: no message may nest deeper. */
const deepest = 64;

function pairsOf(object: object, token: Token, depth: number): Result<readonly InputPair[], UsageProblem> {
  if (depth > deepest) return fail({ message: `${nameToken(token)} nests deeper than ${deepest} levels, which no message may` });
  const pairs: InputPair[] = [];
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    if (!keyForm.test(key)) return fail({ message: `${nameToken(token)}: ${quote(key)} cannot be a key; a key is the name of an element` });
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (Array.isArray(item)) return fail({ message: `${nameToken(token)}: ${quote(key)} holds an array inside an array, which XML cannot say` });
      const inner = item !== null && typeof item === "object" ? pairsOf(item, token, depth + 1) : ok(item === null ? null : String(item as string | number | boolean));
      if (!inner.ok) return inner;
      pairs.push({ key, value: inner.value, position: token.position });
    }
  }
  return ok(pairs);
}
