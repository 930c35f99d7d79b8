import type { WsmanRequest } from "../../protocol/wsman/request.js";
import { readShellBody } from "../../protocol/wsman/read-shell-body.js";
import { encodedCommand } from "../scripted/encoded-command.js";
import { withOneSpace } from "../scripted/compile-match.js";
import type { QueryReply, ResourceReply } from "../script/mock-script.js";
import type { FaultDetails } from "../script/scripted-fault.js";
import { CommandRecorder, shellIdOf, type RecordedRun } from "./command-recorder.js";
import { childOf, textIn } from "./element-access.js";
import { EnumerationRecorder, type RecordedEnumeration } from "./enumeration-recorder.js";
import type { RecordedExchange } from "./recorded-answer.js";
import { recordResource, type RecordedCall } from "./resource-recorder.js";
import type { Redactor } from "./redactor.js";
import { RuleList } from "./rule-list.js";
import { learnFromRequest } from "./learn-from-request.js";

/** What the host said of itself. */
export interface IdentifyFacts {
  vendor?: string;
  version?: string;
  anonymousVersion?: string;
  server?: string;
}

/** A command as it was sent. */
export interface RecordedCommand {
  readonly line: string;
  /** That `-EncodedCommand` carries. */
  readonly script: string | undefined;
}

/** A shell that was refused. */
export interface RefusedShell {
  /** Shells that were opened before it. */
  readonly after: number;
  readonly fault: FaultDetails;
}

const cmdShell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd";
const anyShell = /^http:\/\/schemas\.microsoft\.com\/(?:wbem\/wsman\/1\/windows\/shell|powershell)/iu;

/**
 * Everything that was recorded, put together from single exchanges. Ids and dates of messages are left behind with them: a script has none.
 * Secrets are learnt here and taken out when it is written.
 */
export class Transcript {
  readonly commands = new RuleList<RecordedCommand, RecordedRun>();
  readonly queries = new RuleList<RecordedEnumeration, QueryReply>();
  readonly enumerations = new RuleList<RecordedEnumeration, QueryReply>();
  readonly resources = new RuleList<RecordedCall, ResourceReply>();
  readonly refusedShells: RefusedShell[] = [];
  readonly identify: IdentifyFacts = {};
  /** Requests that no script can say, by what they were. */
  readonly leftOut = new Map<string, number>();
  #shells = 0;
  #changes = 0;
  readonly #redactor: Redactor;
  readonly #commandRecorder = new CommandRecorder((line, run) => this.#addCommand(line, run));
  readonly #enumerationRecorder = new EnumerationRecorder((enumeration, reply) => this.#addEnumeration(enumeration, reply));

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  /** Commands and enumerations that have begun and are not over. */
  get unfinished(): number {
    return this.#commandRecorder.unfinished + this.#enumerationRecorder.unfinished;
  }

  /** Nothing is in it that a script could say. */
  get isEmpty(): boolean {
    return [this.commands, this.queries, this.enumerations, this.resources].every(({ size }) => size === 0) && this.refusedShells.length === 0;
  }

  /** @returns whether something is in it that was not */
  take(exchange: RecordedExchange): boolean {
    const before = this.#changes;
    const { request, answer, server } = exchange;
    learnFromRequest(request, this.#redactor);
    if (answer.kind === "fault") this.#redactor.learnMachine(answer.machine);
    if (server !== undefined && this.identify.server !== server) this.#identified({ server });
    if (!this.#takeOperation(exchange)) this.#leaveOut(request);
    return this.#changes > before;
  }

  #takeOperation(exchange: RecordedExchange): boolean {
    const { request: { operation, resourceUri = "" } } = exchange;
    if (operation === "Identify") return this.#takeIdentify(exchange);
    if (anyShell.test(resourceUri)) return resourceUri.toLowerCase() === cmdShell && (this.#takeShell(exchange) || this.#commandRecorder.take(exchange));
    if (this.#enumerationRecorder.take(exchange)) return true;
    const recorded = recordResource(exchange);
    if (recorded === undefined) return false;
    const { call, reply } = recorded;
    this.resources.add(JSON.stringify([call.resourceUri.toLowerCase(), call.operation, call.method?.toLowerCase(), call.selectors]), call, reply);
    this.#changes++;
    return true;
  }

  #takeShell({ request, answer }: RecordedExchange): boolean {
    if (request.operation === "Delete") {
      this.#commandRecorder.closeShell(shellIdOf(request));
      return true;
    }
    if (request.operation !== "Create") return false;
    const read = readShellBody(request);
    for (const [name, value] of read.ok ? read.value.environment : []) this.#redactor.learnFromValue("environment variable", name, value);
    if (answer.kind === "body") {
      this.#shells++;
      return true;
    }
    this.refusedShells.push({ after: this.#shells + this.refusedShells.length, fault: answer.fault });
    this.#changes++;
    return true;
  }

  #takeIdentify({ answer, isKnown }: RecordedExchange): boolean {
    if (answer.kind !== "body") return false;
    const version = textIn(childOf(answer.root, "ProductVersion")).trim();
    this.#identified({ vendor: textIn(childOf(answer.root, "ProductVendor")).trim(), ...(isKnown ? { version } : { anonymousVersion: version }) });
    return true;
  }

  #identified(facts: IdentifyFacts): void {
    const before = JSON.stringify(this.identify);
    Object.assign(this.identify, facts);
    if (JSON.stringify(this.identify) !== before) this.#changes++;
  }

  #addCommand(line: string, run: RecordedRun): void {
    const script = encodedCommand(line);
    this.#redactor.learnFromCommand(script ?? line);
    this.commands.add(script ?? line, { line, script }, run);
    this.#changes++;
  }

  #addEnumeration(enumeration: RecordedEnumeration, reply: QueryReply): void {
    const { resourceUri, filter, isQuery } = enumeration;
    const key = JSON.stringify([isQuery ? resourceUri.replace(/[^/]*$/u, "").toLowerCase() : resourceUri.toLowerCase(), withOneSpace(filter ?? "")]);
    (isQuery ? this.queries : this.enumerations).add(key, enumeration, reply);
    this.#changes++;
  }

  #leaveOut({ operation, resourceUri }: WsmanRequest): void {
    const what = `${operation} ${resourceUri ?? ""}`.trim();
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + 1);
  }
}
