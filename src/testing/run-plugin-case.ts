import type { XmlElement } from "../base/xml-element.js";
import type { AskByOperation, AskWithBody, InvokeAsk } from "./ask.js";
import { faultDetailOf, faultNameOf } from "../host/fault-name-of.js";
import { CaseFailed } from "./case-failed.js";
import { checkInstance, checkItems, checkXml } from "./check-answer.js";
import { describeAnswer, describeFault, type Answer } from "./describe-answer.js";
import type { Observations } from "./observe-plugin.js";
import type { AcceptsCase, AnsweredStep, ExpectedInstance, ExpectedItem, ExpectedXml, RefusedStep, RefusesCase, Step } from "./plugin-cases.js";
import { patiently } from "./patiently.js";
import type { TestHost } from "./start-test-host.js";
import type { AnyOperationPlugin } from "./test-host-options.js";
import type { Enumerated, InstanceReference } from "./test-client.js";
import { WsmanFault } from "./wsman-fault.js";

const names = ["get", "put", "create", "delete", "invoke", "enumerate"] as const satisfies readonly (keyof AskByOperation)[];

export interface CaseSurroundings {
  readonly host: TestHost;
  readonly observations: Observations;
  readonly resourceUri: string;
  readonly pluginName: string;
  /** `undefined` for what is no plug-in. */
  readonly declaration: AnyOperationPlugin["declaration"] | undefined;
  /** Milliseconds of real time that an answer may take. */
  readonly patience: number;
  /** Runs the test's own checks. */
  check(run: () => void): void;
}

/** Runs one case on a host that was started for it. @throws CaseFailed, or what a check throws */
export async function runPluginCase(each: AcceptsCase | RefusesCase, around: CaseSurroundings): Promise<void> {
  for (const step of each.given ?? []) await given(step, around);
  await runStep(each, around, each.advance);
  for (const step of each.then ?? []) {
    try {
      await runStep(step, around, undefined);
    } catch (error) {
      if (error instanceof Error) error.message = `Afterwards, ${operationOf(step)}: ${error.message}`;
      throw error;
    }
  }
}

async function given(step: Step, around: CaseSurroundings): Promise<void> {
  try {
    await ask(step, around, undefined);
  } catch (error) {
    throw error instanceof WsmanFault ? new CaseFailed(`What is given first, ${operationOf(step)}, was refused.`, "an answer", describeFault(error, around.host.logger)) : error;
  }
}

async function runStep(step: AnsweredStep | RefusedStep, around: CaseSurroundings, advance: number | undefined): Promise<void> {
  around.observations.clear();
  let answer: Answer;
  try {
    answer = await ask(step, around, advance);
  } catch (error) {
    if (!(error instanceof WsmanFault)) throw error;
    if (!("with" in step)) throw new CaseFailed(`${capital(operationOf(step))} was refused.`, "an answer", describeFault(error, around.host.logger));
    return around.check(() => checkRefusal(step, error, around));
  }
  if ("with" in step) throw new CaseFailed(`${capital(operationOf(step))} was not refused.`, `a refusal with ${step.with}`, describeAnswer(answer));
  if (!isMadeByHost(step, around)) checkRoundTrip(answer, around.observations);
  around.check(() => checkAnswer(step, answer, around));
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

const operationOf = (step: Step): keyof AskByOperation => names.find((name) => name in step)!;

/** Every operation through the client, with the clock turned when the case says so, and not waited for without end. */
async function ask(step: Step, around: CaseSurroundings, advance: number | undefined): Promise<Answer> {
  const answered = send(step, around.host);
  answered.catch(() => undefined);
  if (advance !== undefined) await around.host.advance(advance);
  return patiently(capital(operationOf(step)), around.patience, answered);
}

async function send(step: Step, host: TestHost): Promise<Answer> {
  const operation = operationOf(step);
  const asked = step[operation]!;
  switch (operation) {
    case "get": return host.get(asked);
    case "put": return host.put(asked as AskWithBody);
    case "create": return host.create(asked as AskWithBody);
    case "delete": return host.delete(asked) as Promise<undefined>;
    case "invoke": return host.invoke(asked as InvokeAsk);
    case "enumerate": return host.enumerate(asked);
  }
}

function checkAnswer(step: AnsweredStep, answer: Answer, { resourceUri }: CaseSurroundings): void {
  const operation = operationOf(step);
  const askedUri = step[operation]!.resourceUri ?? resourceUri;
  const { answers } = step;
  if (operation === "enumerate") return checkItems(answers as readonly ExpectedItem[], "estimate" in step ? step.estimate : undefined, answer as Enumerated, askedUri);
  if (operation === "create") return checkInstance(answers as ExpectedInstance, answer as InstanceReference, askedUri);
  if (answers === undefined) {
    if (answer !== undefined) throw new CaseFailed("There is an answer.", "an empty Body", describeAnswer(answer));
    return;
  }
  if (typeof answers === "object" && "renamed" in answers) {
    if (answer === undefined || !("selectors" in answer)) throw new CaseFailed("Nothing was renamed.", "the new reference", describeAnswer(answer));
    return checkInstance(answers.renamed, answer, askedUri);
  }
  if (answer !== undefined && "selectors" in answer) throw new CaseFailed("It was renamed.", "the representation", describeAnswer(answer));
  checkXml(answers as ExpectedXml, answer as XmlElement | undefined);
}

/** Of what the plug-in gave only a part, or some of it, was to come. */
function isMadeByHost(step: AnsweredStep, { declaration }: CaseSurroundings): boolean {
  if (declaration?.filters === "host" && step.enumerate?.filter !== undefined) return true;
  return declaration?.fragments === "host" && (step.get ?? step.put)?.fragment !== undefined;
}

/** What the plug-in gave and what the client got are the same XML. */
function checkRoundTrip(answer: Answer, observations: Observations): void {
  if (answer === undefined || "selectors" in answer) return;
  const came = "items" in answer ? answer.items.flatMap(({ object }) => (object === undefined ? [] : [object])) : [answer];
  const lost = came.length === 0 ? undefined : observations.lost(came);
  if (lost !== undefined) throw new CaseFailed("The plug-in's answer is not what the wire gives back: XML cannot carry something in it.", lost, describeAnswer(answer));
}

function checkRefusal(step: RefusedStep, fault: WsmanFault, around: CaseSurroundings): void {
  const came = describeFault(fault, around.host.logger);
  if (fault.plugin !== around.pluginName) throw new CaseFailed("The host refused, not the plug-in.", `a refusal with ${step.with}`, came);
  if (around.host.logger.find(/^plug-in ".*" (?:failed in|gave XML in)/u, "error").length > 0) throw new CaseFailed("The plug-in did not refuse, it failed.", `a refusal with ${step.with}`, came);
  if (fault.kind !== step.with) throw new CaseFailed("It was refused with another failure.", `${step.with} (${faultNameOf(step.with)})`, came);
  const detail = step.detail === undefined ? undefined : faultDetailOf(step.detail);
  if (step.detail !== undefined && fault.detail !== detail) throw new CaseFailed("The failure has another detail.", `${step.detail} (${detail ?? "none"})`, fault.detail ?? "none");
  if (step.code !== undefined && fault.code !== step.code) throw new CaseFailed("The failure has another code.", String(step.code), String(fault.code));
  const { message } = step;
  if (message !== undefined && !(typeof message === "string" ? fault.message === message : message.test(fault.message))) throw new CaseFailed("The failure has another message.", String(message), fault.message);
}
