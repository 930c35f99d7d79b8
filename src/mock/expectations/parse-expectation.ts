import { fail, ok, type Result } from "../../base/result.js";
import type { Expectation, TextMatch } from "../script/mock-script.js";

const forms = '"ran hostname", "ran 2x hostname", "ran 0x /regex/", "queried 1x SELECT …", "no shell leaked", "nothing unmatched"';

/** Reads an expectation as people say it. @returns what is wrong, and what can be said */
export function parseExpectation(text: string): Result<Expectation, string> {
  const said = text.trim();
  if (/^no shells? leaked$/iu.test(said)) return ok({ noShellLeaked: true });
  if (/^nothing unmatched$/iu.test(said)) return ok({ nothingUnmatched: true });
  const [, verb, times, what] = /^(ran|queried)\s+(?:(\d{1,6})x\s+)?(\S.*)$/isu.exec(said) ?? [];
  if (verb === undefined) return fail(`${JSON.stringify(text)} is not an expectation; one of ${forms}`);
  const match = readMatch(what!);
  if (!match.ok) return match;
  return ok({ ...(verb.toLowerCase() === "ran" ? { ran: match.value } : { queried: match.value }), ...(times === undefined ? {} : { times: Number(times) }) });
}

function readMatch(text: string): Result<TextMatch, string> {
  const regex = /^\/(.+)\/$/su.exec(text)?.[1];
  if (regex === undefined) return ok(text);
  try {
    new RegExp(regex, "su");
    return ok({ regex });
  } catch (error) {
    return fail(`${text} is not a regular expression: ${(error as Error).message}`);
  }
}
