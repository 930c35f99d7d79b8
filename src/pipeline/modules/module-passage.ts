import type { HostResponse } from "../../base/host-message.js";
import { requestNotifications, RQ_NOTIFICATION_FINISH_REQUEST, type ModuleNotification, type RequestNotification } from "../../sdk/request-notification.js";
import { accessEntry } from "../access-entry.js";
import type { Exchange, PipelineModule } from "../exchange.js";
import { failedAnswer, type FailureParts } from "../failed-answer.js";
import { Answer } from "./answer.js";
import { callModule } from "./call-module.js";
import type { ChainedModule } from "./chained-module.js";
import { ChangedRequest } from "./changed-request.js";
import type { ModuleChain } from "./module-chain.js";
import { moduleContext } from "./module-context.js";
import { ModuleContexts } from "./module-contexts.js";
import { ModulePart } from "./module-part.js";
import type { RequestState } from "./request-state.js";
import { thrownText } from "./thrown-text.js";

/** Those that FINISH_REQUEST skips. */
const deterministic = requestNotifications.filter((notification) => notification !== "logRequest" && notification !== "endRequest");

export interface PassageParts extends FailureParts {
  readonly clock: RequestState["clock"];
  /** When the request came. Monotonic milliseconds. */
  readonly started: number;
}

/** The way of one request through the stages of the host and the modules of its application. */
export class ModulePassage {
  readonly #state: RequestState;
  readonly #chain: ModuleChain;
  readonly #parts: PassageParts;
  readonly #exchange: Exchange;
  readonly #modules = new Map<ChainedModule, ModulePart>();
  /** The answer is the host's or the application's. */
  #isServed = false;

  constructor(exchange: Exchange, chain: ModuleChain, parts: PassageParts) {
    this.#chain = chain;
    this.#parts = parts;
    this.#exchange = exchange;
    const request = new ChangedRequest(exchange.context.request);
    // From here on every stage has the request as modules leave it.
    exchange.context = { ...exchange.context, request };
    exchange.openBody = (type, plain) => request.open(type, plain);
    const { clock, logger } = parts;
    const answer = new Answer();
    this.#state = {
      exchange, request, answer, clock, logger, limits: chain.limits, findAccount: chain.findAccount,
      contexts: new ModuleContexts(), variables: new Map(), isHandled: false, isTooLarge: false,
      logEntry: () => {
        this.#tellSubStatus();
        return accessEntry(exchange, answer.status, parts.started, clock);
      },
    };
  }

  /** @param stages those of the host that are not over yet, in order */
  async run(stages: readonly PipelineModule[]): Promise<HostResponse> {
    for (const notification of deterministic) if (!(await this.#pass(notification, stages))) break;
    if (!this.#isServed && this.#exchange.login !== undefined) await this.#serveHandled(stages);
    for (const notification of ["logRequest", "endRequest"] as const) {
      await this.#tell(notification);
      await this.#tell(postOf(notification));
    }
    for (const part of this.#modules.values()) part.dispose();
    this.#state.contexts.end("request");
    this.#tellSubStatus();
    return this.#state.answer.toResponse();
  }

  /** One notification with its post form: the host's own stages before modules, the application behind them. @returns does the request go on? */
  async #pass(notification: RequestNotification, stages: readonly PipelineModule[]): Promise<boolean> {
    const own = stages.filter((stage) => stage.notification === notification);
    for (const stage of own) if (stage.isHandler !== true && !(await this.#runStage(stage))) return false;
    if (!(await this.#tell(notification))) return false;
    for (const stage of own) if (stage.isHandler === true && !this.#state.isHandled) await this.#runStage(stage);
    return this.#tell(postOf(notification));
  }

  /** What modules answer to who has logged in goes the way of the application's answers: refused, where those are. */
  async #serveHandled(stages: readonly PipelineModule[]): Promise<void> {
    const { answer } = this.#state;
    if (answer.isReset) return;
    this.#exchange.handled = answer.toResponse();
    this.#tellSubStatus();
    answer.clear();
    for (const stage of stages) if (stage.isHandler === true) await this.#runStage(stage);
  }

  /** @returns has it nothing to say? */
  async #runStage(stage: PipelineModule): Promise<boolean> {
    const { answer } = this.#state;
    this.#isServed ||= stage.isHandler === true;
    try {
      const outcome = await stage.run(this.#exchange);
      if (outcome === undefined) return true;
      this.#isServed = true;
      answer.take(outcome, this.#exchange.context.facts.subStatus);
    } catch (error) {
      this.#isServed = true;
      answer.clear();
      answer.take(failedAnswer(this.#exchange, stage.name, thrownText(error), this.#parts));
    }
    return false;
  }

  /** Tells every module that waits for it. @returns does the request go on? */
  async #tell(notification: ModuleNotification): Promise<boolean> {
    for (const module of this.#chain.listeners(notification)) {
      const part = this.#partOf(module);
      const isOptional = !notification.endsWith("ogRequest") && !notification.endsWith("ndRequest");
      if (part.isBroken || (isOptional && part.disabled.has(notification))) continue;
      const outcome = await callModule(part, notification);
      const goesOn = outcome.kind === "failed" ? this.#failed(part, notification, outcome.error) : outcome.status !== RQ_NOTIFICATION_FINISH_REQUEST;
      if (!(this.#fitsIn() && goesOn) && isOptional) return false;
    }
    return true;
  }

  /** A line of the log has the number behind the status that is sent, whoever has set that: a guard, a module, or nobody. */
  #tellSubStatus(): void {
    const { facts } = this.#exchange.context;
    const { subStatus } = this.#state.answer;
    if (subStatus === 0) delete facts.subStatus;
    else facts.subStatus = subStatus;
  }

  #partOf(module: ChainedModule): ModulePart {
    let part = this.#modules.get(module);
    if (part === undefined) this.#modules.set(module, (part = new ModulePart(module, this.#state, moduleContext)));
    return part;
  }

  #failed({ module }: ModulePart, notification: ModuleNotification, error: unknown): boolean {
    const { answer } = this.#state;
    this.#isServed = true;
    answer.clear();
    answer.take(failedAnswer(this.#exchange, `module "${module.name}" at ${notification}`, thrownText(error), this.#parts, { module: module.name, notification }));
    return false;
  }

  /** A body too large to be read before the client was asked for its certificate ends the request, whatever the module makes of it. */
  #fitsIn(): boolean {
    const { answer, exchange, isTooLarge } = this.#state;
    if (!isTooLarge) return true;
    this.#state.isTooLarge = false;
    this.#isServed = true;
    exchange.context.facts.result = "body too large";
    answer.clear();
    answer.take({ status: 413, headers: [], close: true });
    return false;
  }
}

const postOf = (notification: RequestNotification): ModuleNotification => `post${notification[0]!.toUpperCase()}${notification.slice(1)}` as ModuleNotification;
