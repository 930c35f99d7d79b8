import { isDeepStrictEqual } from "node:util";
import { failureKinds } from "../sdk/failure.js";
import type { PluginCases } from "./plugin-cases.js";

const frame = ["title", "given", "then", "advance"];
const outcome = ["answers", "estimate", "with", "detail", "message", "code"];
const ask = ["resourceUri", "selectors", "options", "optionsMustUnderstand", "fragment", "locale", "operationTimeout", "maxEnvelopeSize", "user", "hangUp"];
const operations: Readonly<Record<string, readonly string[]>> = {
  get: ask, put: [...ask, "body"], create: [...ask, "body"], delete: ask, invoke: [...ask, "method", "body"], enumerate: [...ask, "filter", "mode", "polymorphism", "maxElements"],
};
/** Operations whose answer is never empty. */
const alwaysAnswered = new Set(["get", "create", "enumerate"]);

type Loose = Readonly<Record<string, unknown>>;

/**
 * What is lazy or wrong about a table, all of it. Types say most of this already; authors who write JavaScript hear it here.
 * @param capabilities those that the plug-in declares
 */
export function checkPluginCases(cases: PluginCases, capabilities: readonly string[]): readonly string[] {
  const problems: string[] = [];
  const accepts = listOf(cases.accepts, "accepts", problems);
  const refuses = listOf(cases.refuses, "refuses", problems);
  if (refuses.length === 0) problems.push("`refuses` is empty: show at least one request that the plug-in refuses.");
  for (const each of accepts) checkCase(each, "accepts", capabilities, problems);
  for (const each of refuses) checkCase(each, "refuses", capabilities, problems);
  for (const capability of capabilities) {
    if (!accepts.some((each) => capability.toLowerCase() in each)) problems.push(`It declares ${capability}, and no case in \`accepts\` asks ${capability.toLowerCase()}.`);
  }
  checkTwins([...accepts, ...refuses], problems);
  return problems;
}

function listOf(value: unknown, name: string, problems: string[]): readonly Loose[] {
  if (Array.isArray(value)) return value as readonly Loose[];
  problems.push(`\`${name}\` is not a list of cases.`);
  return [];
}

function checkCase(each: Loose, table: "accepts" | "refuses", capabilities: readonly string[], problems: string[]): void {
  const title = typeof each["title"] === "string" && each["title"].trim() !== "" ? each["title"] : undefined;
  if (title === undefined) problems.push(`A case in \`${table}\` has no title.`);
  const at = `"${title ?? "(no title)"}"`;
  const report = (problem: string): void => void problems.push(`${at}: ${problem}`);
  checkStep(each, table, [...frame, ...outcome], capabilities, report);
  for (const step of (each["given"] as readonly Loose[] | undefined) ?? []) checkStep(step, "given", [], capabilities, (problem) => report(`given: ${problem}`));
  for (const step of (each["then"] as readonly Loose[] | undefined) ?? []) checkStep(step, "with" in step ? "refuses" : "accepts", outcome, capabilities, (problem) => report(`then: ${problem}`));
}

function checkStep(step: Loose, kind: "accepts" | "refuses" | "given", further: readonly string[], capabilities: readonly string[], report: (problem: string) => void): void {
  const asked = Object.keys(step).filter((key) => Object.hasOwn(operations, key));
  for (const key of Object.keys(step)) if (!Object.hasOwn(operations, key) && !further.includes(key)) report(`there is no key ${key}; there are ${[...Object.keys(operations), ...further].join(", ")}.`);
  if (asked.length !== 1) report(`it asks ${asked.length === 0 ? "no operation" : asked.join(" and ")}; a case asks exactly one.`);
  for (const operation of asked) {
    for (const key of Object.keys(step[operation] as object)) if (!operations[operation]!.includes(key)) report(`${operation} is asked with the unknown key ${key}; there are ${operations[operation]!.join(", ")}.`);
    if (!capabilities.some((capability) => capability.toLowerCase() === operation)) report(`it asks ${operation}, which the plug-in does not declare.`);
    if (kind === "accepts" && alwaysAnswered.has(operation) && step["answers"] === undefined) report(`it does not say what ${operation} answers.`);
  }
  if (kind === "refuses") {
    if (step["with"] === undefined) report(`it names no failure: with is one of ${failureKinds.join(", ")}.`);
    else if (!(failureKinds as readonly unknown[]).includes(step["with"])) report(`${JSON.stringify(step["with"])} is no failure; there are ${failureKinds.join(", ")}.`);
    if (step["answers"] !== undefined) report("it has both an answer and a failure.");
  } else if (kind === "accepts" && step["with"] !== undefined) report("it names a failure; that belongs into `refuses`.");
}

/** Two cases that ask the same of the same state show one thing. */
function checkTwins(cases: readonly Loose[], problems: string[]): void {
  cases.forEach((one, index) => {
    for (const other of cases.slice(index + 1)) {
      if (one["title"] === other["title"]) problems.push(`Two cases have the title "${String(one["title"])}".`);
      else if (isDeepStrictEqual(essence(one), essence(other))) problems.push(`"${String(one["title"])}" and "${String(other["title"])}" ask the same.`);
    }
  });
}

const essence = ({ title: _title, answers: _answers, with: _with, detail: _detail, message: _message, code: _code, estimate: _estimate, ...rest }: Loose): Loose => rest;
