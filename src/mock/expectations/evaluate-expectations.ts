import { cutText } from "../../base/cut-text.js";
import type { Expectation } from "../script/mock-script.js";
import { compileMatch, withOneSpace } from "../scripted/compile-match.js";
import { describeMatch } from "../scripted/describe-match.js";
import type { Journal } from "../scripted/journal.js";
import { fits } from "../scripted/script-answers.js";
import type { ExpectationResult } from "./expectation-result.js";

/** How much of what happened a reason lists. */
const mostListed = 10;

/** Compares what must have happened with what did. Ask before the host stops, which closes every shell. */
export const evaluateExpectations = (expectations: readonly Expectation[], journal: Journal): readonly ExpectationResult[] =>
  expectations.map((expectation) => evaluate(expectation, journal));

function evaluate(expectation: Expectation, journal: Journal): ExpectationResult {
  const { ran, queried, called, noShellLeaked } = expectation;
  if (ran !== undefined) {
    const matches = compileMatch(ran);
    const commands = journal.commands();
    const found = commands.filter(({ line, script }) => matches(line) || (script !== undefined && matches(script)));
    return counted(`ran ${describeMatch(ran)}`, expectation, found.length, "ran", commands.map(({ line, script }) => script?.trim() ?? line));
  }
  if (queried !== undefined) {
    const matches = compileMatch(queried, withOneSpace);
    const queries = journal.queries().map(({ query }) => query);
    return counted(`queried ${describeMatch(queried)}`, expectation, queries.filter(matches).length, "queried", queries);
  }
  if (called !== undefined) {
    const calls = journal.resources();
    const found = calls.filter((call) => fits(called, { kind: "resource", ...call }));
    return counted(`called ${describeCall(called)}`, expectation, found.length, "called", calls.map(describeCalled));
  }
  return noShellLeaked === true ? noneLeaked(journal) : noneUnmatched(journal);
}

function counted(subject: string, { times, atLeast, atMost }: Expectation, count: number, verb: string, seen: readonly string[]): ExpectationResult {
  const least = times ?? atLeast ?? (atMost === undefined ? 1 : 0);
  const most = times ?? atMost ?? Infinity;
  const wanted = times !== undefined ? timesText(times) : [...(atMost === undefined || least > 0 ? [`at least ${timesText(least)}`] : []), ...(atMost === undefined ? [] : [`at most ${timesText(atMost)}`])].join(" and ");
  const title = `${subject} ${wanted}`;
  if (count >= least && count <= most) return { title, passed: true };
  return { title, passed: false, reason: `It was ${timesText(count)}. ${listText(`What was ${verb === "ran" ? "run" : verb}`, seen)}` };
}

const timesText = (count: number): string => (count === 1 ? "once" : `${count} times`);

function listText(subject: string, items: readonly string[]): string {
  if (items.length === 0) return `${subject}: nothing.`;
  const more = items.length > mostListed ? ` and ${items.length - mostListed} more` : "";
  return `${subject}: ${items.slice(0, mostListed).map((item) => JSON.stringify(cutText(item, 200))).join(", ")}${more}.`;
}

function noneLeaked(journal: Journal): ExpectationResult {
  const left = journal.shells().filter(({ end }) => end !== "deleted");
  const title = "no shell leaked";
  if (left.length === 0) return { title, passed: true };
  const each = left.slice(0, mostListed).map(({ shellId, user, end }) => `${shellId} of ${user} ${end === undefined ? "is still open" : `ended by itself (${end})`}`);
  return { title, passed: false, reason: `${left.length === 1 ? "A shell was" : `${left.length} shells were`} not deleted by its client: ${each.join("; ")}${left.length > mostListed ? ` and ${left.length - mostListed} more` : ""}.` };
}

function noneUnmatched(journal: Journal): ExpectationResult {
  const stranger = <T extends { readonly isMatched: boolean }>(all: readonly T[], text: (each: T) => string): readonly string[] => all.filter(({ isMatched }) => !isMatched).map(text);
  const seen = [
    ...stranger(journal.commands(), ({ line, script }) => script?.trim() ?? line),
    ...stranger(journal.queries(), ({ query }) => query),
    ...stranger(journal.resources(), describeCalled),
  ];
  const title = "everything had an answer in the script";
  return seen.length === 0 ? { title, passed: true } : { title, passed: false, reason: listText("Without one", seen) };
}

type Called = NonNullable<Expectation["called"]>;

const describeCall = ({ operation, method, uri, selectors = {} }: Called): string =>
  [operation ?? "any operation", method, uri === undefined ? undefined : `of ${uri}`, ...Object.entries(selectors).map(([name, value]) => `${name}=${value}`)].filter((part) => part !== undefined).join(" ");

const describeCalled = ({ operation, method, resourceUri, selectors }: { readonly operation: NonNullable<Called["operation"]>; readonly method: string | undefined; readonly resourceUri: string; readonly selectors: Readonly<Record<string, string>> }): string =>
  describeCall({ operation, ...(method === undefined ? {} : { method }), uri: resourceUri, selectors });
