import type { MockCall } from "../script/mock-call.js";
import type { CommandReply, CommandRule, MockScript, QueryReply, QueryRule, ResourceReply, ResourceRule } from "../script/mock-script.js";
import { compileMatch, withOneSpace, type Matches } from "./compile-match.js";
import { fitsUri } from "./fits-uri.js";
import { RuleReplies } from "./rule-replies.js";
import { unknownCommand } from "./unknown-command.js";

type CallOf<K extends MockCall["kind"]> = Extract<MockCall, { readonly kind: K }>;

/** A reply, and whether the script had it. */
export interface Found<Reply> {
  readonly isMatched: boolean;
  take(): Reply | Promise<Reply>;
}

interface Compiled<Rule, Reply extends object> {
  readonly rule: Rule;
  readonly matches: Matches;
  readonly replies: RuleReplies<Reply>;
}

const anything: Matches = () => true;

/** Finds what a script answers: the first rule that fits. */
export class ScriptAnswers {
  readonly #script: MockScript;
  readonly #commands: readonly Compiled<CommandRule, CommandReply>[];
  readonly #queries: readonly Compiled<QueryRule, QueryReply>[];
  readonly #resources: readonly Compiled<ResourceRule, ResourceReply>[];

  constructor(script: MockScript) {
    this.#script = script;
    this.#commands = (script.commands ?? []).map((rule) => ({ rule, matches: compileMatch(rule.match), replies: new RuleReplies<CommandReply>(rule) }));
    this.#queries = (script.queries ?? []).map((rule) => ({ rule, matches: compileMatch(rule.match, withOneSpace), replies: new RuleReplies<QueryReply>(rule) }));
    this.#resources = (script.resources ?? []).map((rule) => ({ rule, matches: rule.body === undefined ? anything : compileMatch(rule.body), replies: new RuleReplies<ResourceReply>(rule) }));
  }

  command(call: CallOf<"command">): Found<CommandReply> {
    const found = this.#commands.find(({ matches }) => matches(call.line) || (call.script !== undefined && matches(call.script)));
    if (found !== undefined) return { isMatched: true, take: () => found.replies.take(call) };
    const { otherwise, preset = "windows-2022" } = this.#script;
    return { isMatched: false, take: () => otherwise ?? unknownCommand(call.line, call.script, preset) };
  }

  query(call: CallOf<"query">): Found<QueryReply> | undefined {
    const found = this.#queries.find(({ rule: { namespace }, matches }) => (namespace === undefined || namespaceIn(call.resourceUri) === namespace.toLowerCase()) && matches(call.query));
    return found === undefined ? undefined : { isMatched: true, take: () => found.replies.take(call) };
  }

  resource(call: CallOf<"resource">): Found<ResourceReply> | undefined {
    const found = this.#resources.find(({ rule, matches }) => fits(rule, call) && matches(call.body ?? ""));
    return found === undefined ? undefined : { isMatched: true, take: () => found.replies.take(call) };
  }
}

/** Of a resource URI of WMI: `root/cimv2`, lower case. */
const namespaceIn = (uri: string): string | undefined => /\/wmi\/(.+)\/[^/]*$/iu.exec(uri)?.[1]?.toLowerCase();

/** Do URI, operation, method and selectors fit? */
export function fits(rule: Pick<ResourceRule, "operation" | "method" | "selectors"> & { readonly uri?: string }, call: CallOf<"resource">): boolean {
  return (rule.uri === undefined || fitsUri(rule.uri, call.resourceUri)) &&
    (rule.operation === undefined || rule.operation === call.operation) &&
    (rule.method === undefined || rule.method.toLowerCase() === call.method?.toLowerCase()) &&
    (rule.selectors === undefined || sameSelectors(rule.selectors, call.selectors));
}

/** A namespace among them is part of the address, not of the keys. */
function sameSelectors(wanted: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>): boolean {
  const byName = (selectors: Readonly<Record<string, string>>): Map<string, string> =>
    new Map(Object.entries(selectors).map(([name, value]) => [name.toLowerCase(), value] as const).filter(([name]) => name !== "__cimnamespace"));
  const [left, right] = [byName(wanted), byName(given)];
  return left.size === right.size && [...left].every(([name, value]) => right.get(name) === value);
}
