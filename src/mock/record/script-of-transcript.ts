import { presets } from "../presets/presets.js";
import type { CommandReply, CommandRule, FaultRule, MockScript, QueryReply, QueryRule, ResourceReply, ResourceRule, StreamData, TextMatch } from "../script/mock-script.js";
import type { RecordedRun } from "./command-recorder.js";
import { literally, type Redactor } from "./redactor.js";
import type { RecordedRule } from "./rule-list.js";
import { nearestPreset } from "./nearest-preset.js";
import { streamData } from "./stream-data.js";
import type { Transcript } from "./transcript.js";

/** The script that answers as the recorded host did. Of what is secret in it nothing is left. */
export function scriptOfTranscript(transcript: Transcript, redactor: Redactor): MockScript {
  learnByPatterns(transcript, redactor);
  const { commands, queries, enumerations, resources, refusedShells } = transcript;
  const script = {
    preset: nearestPreset(transcript.identify),
    ...identifyOf(transcript, redactor),
    commands: commands.rules.map(({ question: { line, script: own }, replies }): CommandRule =>
      ({ match: matchOf(own ?? line, redactor, (text) => text), ...repliesOf(replies.map((run) => replyOf(run, redactor))) })),
    queries: queries.rules.map(({ question: { filter = "", resourceUri }, replies }): QueryRule => {
      const namespace = /\/wmi\/(.+)\/[^/]*$/iu.exec(resourceUri)?.[1];
      return { match: matchOf(filter, redactor, (text) => text.replace(/\s+/gu, " ")), ...(namespace === undefined ? {} : { namespace }), ...repliesOf(replies.map((reply) => redactReply(reply, redactor))) };
    }),
    resources: [
      ...enumerations.rules.map(({ question: { resourceUri, filter }, replies }): ResourceRule =>
        ({ uri: resourceUri, operation: "enumerate", ...(filter === undefined ? {} : { body: matchOf(filter, redactor, (text) => text) }), ...repliesOf(replies.map((reply) => redactReply(reply, redactor))) })),
      ...resources.rules.map(({ question: { resourceUri, operation, method, selectors }, replies }): ResourceRule => {
        const isTold = selectors !== undefined && Object.values(selectors).every((value) => redactor.redact(value) === value);
        return {
          uri: resourceUri, operation, ...(method === undefined ? {} : { method }), ...(isTold ? { selectors } : {}),
          ...repliesOf(replies.map((reply) => redactReply(reply, redactor))),
        };
      }),
    ],
    faults: refusedShells.map(({ after, fault }): FaultRule => ({ on: "create-shell", after, times: 1, fault: redactStrings(fault, redactor) })),
  };
  return Object.fromEntries(Object.entries(script).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** What the host said of itself and its preset would say otherwise. */
function identifyOf({ identify }: Transcript, redactor: Redactor): Pick<MockScript, "identify"> {
  const usual: Readonly<Record<string, string | undefined>> = { ...presets[nearestPreset(identify)] };
  const differing = Object.entries(identify).filter(([name, text]: [string, string]) => text !== usual[name]);
  return differing.length === 0 ? {} : { identify: redactStrings(Object.fromEntries(differing), redactor) };
}

/** What the user's own patterns match is looked for before the first word is written: it may stand in an earlier one too. */
function learnByPatterns({ commands, queries, enumerations, resources }: Transcript, redactor: Redactor): void {
  for (const { question, replies } of commands.rules) {
    redactor.learnByPattern(question.script ?? question.line);
    for (const { stdout, stderr } of replies) for (const octets of [stdout, stderr]) redactor.learnByPattern(Buffer.from(octets).toString("utf8"));
  }
  const others: readonly RecordedRule<unknown, unknown>[] = [...queries.rules, ...enumerations.rules, ...resources.rules];
  for (const { question, replies } of others) for (const each of [question, replies]) eachString(each, (text) => redactor.learnByPattern(text));
}

function eachString(value: unknown, look: (text: string) => void): void {
  if (typeof value === "string") look(value);
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) eachString(inner, look);
}

/** The text itself, or what stands around its secrets. */
function matchOf(text: string, redactor: Redactor, tidy: (piece: string) => string): TextMatch {
  const pieces = redactor.pieces(text, true);
  if (pieces.length === 1) return tidy(text).trim();
  const whole = pieces.map(tidy);
  whole[0] = whole[0]!.trimStart();
  whole[whole.length - 1] = whole.at(-1)!.trimEnd();
  return { regex: `^${whole.map(literally).join(".*")}$` };
}

function replyOf({ stdout, stderr, exitCode, awaitsInput, fault }: RecordedRun, redactor: Redactor): CommandReply {
  return {
    ...(awaitsInput ? { awaitStdin: true } : {}),
    ...(stdout.length === 0 ? {} : { stdout: redactData(stdout, redactor) }),
    ...(stderr.length === 0 ? {} : { stderr: redactData(stderr, redactor) }),
    ...(exitCode === undefined || exitCode === 0 ? {} : { exitCode }),
    ...(fault === undefined ? {} : { fault: redactStrings(fault, redactor) }),
  };
}

function redactData(octets: Uint8Array, redactor: Redactor): StreamData {
  const data = streamData(octets);
  return typeof data === "string" ? redactor.redact(data) : streamData(redactor.redactOctets(octets));
}

function redactReply<Reply extends QueryReply | ResourceReply>(reply: Reply, redactor: Redactor): Reply {
  return redactStrings(reply, redactor);
}

/** Names of properties stay; what they are is redacted. */
function redactStrings<Value>(value: Value, redactor: Redactor): Value {
  if (typeof value === "string") return redactor.redact(value) as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => redactStrings(each, redactor)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === "class" || key === "subcode" ? each : redactStrings(each as unknown, redactor)])) as Value;
}

/** One where all are the same. */
function repliesOf<Reply>(replies: readonly Reply[]): { readonly reply: Reply } | { readonly replies: readonly Reply[] } {
  const [first] = replies;
  const texts = new Set(replies.map((reply) => JSON.stringify(reply)));
  return texts.size === 1 ? { reply: first! } : { replies };
}

