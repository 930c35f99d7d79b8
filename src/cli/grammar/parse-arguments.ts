import { fail, ok, type Result } from "../../base/result.js";
import { closestName } from "./closest-name.js";
import { foldSwitchName, type SwitchDefinition } from "./switch-definition.js";
import { listChoices, nameToken, quote, type Token, type UsageProblem } from "./usage-problem.js";

/** A command line taken apart: switches by their full name, the rest in order. */
export interface ParsedArguments {
  /** @returns the value; `""` for a switch that takes none; `undefined` when it was not given. */
  get(name: string): string | undefined;
  has(name: string): boolean;
  /** Every value of a repeatable switch, with its token. */
  all(name: string): readonly GivenSwitch[];
  /** Where a switch was given, for messages about its value. */
  token(name: string): Token | undefined;
  readonly positionals: readonly Token[];
}

export interface GivenSwitch {
  readonly value: string;
  readonly token: Token;
}

/** `-name`, `--name` or, as winrm allows, `/name`; then nothing, `:value` or `=value`. */
const switchForm = /^(?:--?|\/)([A-Za-z?][A-Za-z0-9-]*)(?:[:=]([\s\S]*))?$/u;

/**
 * Sorts tokens into switches and positionals. A switch that needs a value and has no `:` or `=` takes the next token. `--` ends the
 * switches. A token with `/` in front is a switch only when a switch of that name exists, since paths begin like that too.
 */
export function parseArguments(tokens: readonly Token[], definitions: readonly SwitchDefinition[], command: string): Result<ParsedArguments, UsageProblem> {
  const given = new Map<string, GivenSwitch[]>();
  const positionals: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.text === "--") {
      positionals.push(...tokens.slice(at + 1));
      break;
    }
    const form = switchForm.exec(token.text);
    const definition = form === null ? undefined : findSwitch(form[1]!, definitions);
    if (form === null || (definition === undefined && token.text.startsWith("/"))) {
      if (/^--?[A-Za-z]/u.test(token.text)) return fail(unknownSwitch(token, token.text, definitions, command));
      positionals.push(token);
      continue;
    }
    if (definition === undefined) return fail(unknownSwitch(token, form[1]!, definitions, command));
    if (definition.refused !== undefined) return fail({ message: `${nameToken(token, `-${definition.name}`)} is not supported: ${definition.refused}` });
    const next = form[2] === undefined && definition.value !== undefined ? tokens[at + 1] : undefined;
    if (next !== undefined && !isSwitchOf(next, definitions)) at++;
    const value = form[2] ?? (next === undefined || isSwitchOf(next, definitions) ? undefined : next.text);
    const checked = checkValue(definition, value, token, given.get(definition.name)?.[0]?.token);
    if (!checked.ok) return checked;
    given.set(definition.name, [...(given.get(definition.name) ?? []), { value: checked.value, token }]);
  }
  return ok({
    get: (name) => given.get(name)?.[0]?.value,
    has: (name) => given.has(name),
    all: (name) => given.get(name) ?? [],
    token: (name) => given.get(name)?.[0]?.token,
    positionals,
  });
}

function checkValue(definition: SwitchDefinition, value: string | undefined, token: Token, earlier: Token | undefined): Result<string, UsageProblem> {
  const name = `-${definition.name}`;
  if (earlier !== undefined && definition.repeatable !== true) {
    return fail({ message: `${name} is given twice (arguments ${earlier.position} and ${token.position})` });
  }
  if (definition.value === undefined) {
    return value === undefined || value === "" ? ok("") : fail({ message: `${nameToken(token, name)} takes no value, but has ${quote(value)}` });
  }
  if (value === undefined) return fail({ message: `${nameToken(token, name)} needs a value: ${name}:${definition.value}` });
  if (definition.choices === undefined) return ok(value);
  const choice = definition.choices.find((known) => known.toLowerCase() === value.toLowerCase());
  if (choice !== undefined) return ok(choice);
  const didYouMean = closestName(value, definition.choices);
  return fail({
    message: `${quote(value)} is not a value of ${name} (argument ${token.position}): it takes ${listChoices(definition.choices)}`,
    ...(didYouMean === undefined ? {} : { didYouMean }),
  });
}

function findSwitch(written: string, definitions: readonly SwitchDefinition[]): SwitchDefinition | undefined {
  const name = foldSwitchName(written);
  return definitions.find((definition) => foldSwitchName(definition.name) === name || definition.short?.toLowerCase() === name);
}

function isSwitchOf(token: Token, definitions: readonly SwitchDefinition[]): boolean {
  const form = switchForm.exec(token.text);
  return form !== null && findSwitch(form[1]!, definitions) !== undefined;
}

/** Only the name is repeated: what follows the colon may be a password. */
function unknownSwitch(token: Token, written: string, definitions: readonly SwitchDefinition[], command: string): UsageProblem {
  const shown = token.text.split(/[:=]/u, 1)[0]!;
  const didYouMean = closestName(written.replace(/^-+/u, ""), definitions.filter((definition) => definition.refused === undefined).map((definition) => definition.name));
  return {
    message: `${nameToken(token, shown)} is not a switch of ${command}`,
    ...(didYouMean === undefined ? {} : { didYouMean: `-${didYouMean}` }),
  };
}
