import { fail, ok, type Result } from "../../base/result.js";
import { nameToken, quote, type Token, type UsageProblem } from "./usage-problem.js";

/** One step of a path: a name, or the keys of an entry. */
export type SettingStep = { readonly element: string } | { readonly keys: readonly (readonly [name: string, value: string])[]; readonly at?: "start" | "end" | number };

/** One parameter of `config`, as appcmd writes them: `/a.[k='v'].attribute:value`, `/+a.[k='v']`, `/-a.[k='v']`. */
export interface SettingParameter {
  readonly sign: "" | "+" | "-";
  /** At least one. */
  readonly steps: readonly SettingStep[];
  /** Behind the colon; `undefined` without one. */
  readonly value: string | undefined;
  readonly token: Token;
}

const position = /^@(start|end|\d{1,6})$/iu;

/** Is a word a parameter and not a name? They begin as appcmd's do. */
export const isSetting = ({ text }: Token): boolean => /^(?:\/|[+-]?\[|[+])/u.test(text);

export function parseSetting(token: Token): Result<SettingParameter, UsageProblem> {
  const { text } = token;
  let at = text.startsWith("/") ? 1 : 0;
  const sign = text[at] === "+" || text[at] === "-" ? (text[at++] as "+" | "-") : "";
  const steps: SettingStep[] = [];
  for (;;) {
    const step = text[at] === "[" ? readKeys(token, at) : readName(token, at);
    if (!step.ok) return step;
    steps.push(step.value.step);
    at = step.value.end;
    // `[…]Enabled` and `name[…]` go without the dot, as people write them.
    if (text[at] === ".") at++;
    else if (text[at] !== "[" && !(text[at - 1] === "]" && /[\p{L}_]/u.test(text[at] ?? ""))) break;
  }
  if (at < text.length && text[at] !== ":") return wrong(token, at, '".", "[" or ":"');
  const value = at < text.length ? text.slice(at + 1) : undefined;
  return ok({ sign, steps, value, token });
}

interface ReadStep {
  readonly step: SettingStep;
  readonly end: number;
}

function readName(token: Token, at: number): Result<ReadStep, UsageProblem> {
  const name = /^[\p{L}_][\p{L}\p{N}_-]*/u.exec(token.text.slice(at))?.[0];
  return name === undefined ? wrong(token, at, "a name, or [name='value']") : ok({ step: { element: name }, end: at + name.length });
}

/** `[k='v',k2="v2"]`; a quote is doubled to stand for itself; `@start`, `@end` or `@2` says where an entry goes. */
function readKeys(token: Token, from: number): Result<ReadStep, UsageProblem> {
  const { text } = token;
  const keys: (readonly [string, string])[] = [];
  let where: "start" | "end" | number | undefined;
  let at = from + 1;
  for (;;) {
    const word = /^\s*(@\w+|[\p{L}_][\p{L}\p{N}_-]*)\s*/u.exec(text.slice(at));
    if (word === null) return wrong(token, at, "the name of an attribute");
    at += word[0].length;
    const placed = position.exec(word[1]!);
    if (placed !== null) where = /^\d/u.test(placed[1]!) ? Number(placed[1]) : (placed[1]!.toLowerCase() as "start" | "end");
    else {
      if (text[at] !== "=") return wrong(token, at, `"=" after ${quote(word[1]!)}`);
      const value = readQuoted(text, at + 1);
      if (value === undefined) return wrong(token, at + 1, `the value of ${word[1]!} in quotes`);
      keys.push([word[1]!, value.value]);
      at = value.end;
    }
    if (text[at] === "]") return ok({ step: { keys, ...(where === undefined ? {} : { at: where }) }, end: at + 1 });
    if (text[at] !== ",") return wrong(token, at, '"," or "]"');
    at++;
  }
}

function readQuoted(text: string, from: number): { readonly value: string; readonly end: number } | undefined {
  const mark = text[from];
  if (mark !== "'" && mark !== '"') return undefined;
  let value = "";
  for (let at = from + 1; ; ) {
    const next = text.indexOf(mark, at);
    if (next < 0) return undefined;
    value += text.slice(at, next);
    if (text[next + 1] !== mark) return { value, end: next + 1 + /^\s*/u.exec(text.slice(next + 1))![0].length };
    value += mark;
    at = next + 2;
  }
}

function wrong(token: Token, at: number, expected: string): Result<never, UsageProblem> {
  const found = at >= token.text.length ? "the end" : quote(token.text.slice(at, at + 12));
  return fail({ message: `${nameToken(token)}, character ${at + 1}: expected ${expected}, found ${found}` });
}
