import { ChurningMap } from "../../base/churning-map.js";
import type { Clock } from "../../base/clock.js";
import type { Logger } from "../../base/logger.js";
import type { ShutdownReason, StartupContext } from "../../sdk/define-plugin.js";
import type { HostInformation } from "../../sdk/host-information.js";
import { markCrossing } from "../call-method.js";
import type { CallSignal } from "../call-signal.js";
import { methodOf } from "../check-declaration.js";
import { describeThrown } from "../describe-thrown.js";
import { authorizationMethods, type AuthorizationMethod } from "./authorization-methods.js";
import type { FarSide, StartFarSide } from "./far-side.js";
import { HostServices } from "./host-services.js";
import { isolatedAuthorization } from "./isolated-authorization.js";
import { fromAnswerData, IsolatedItems } from "./isolated-items.js";
import { IsolatedShells } from "./isolated-shells.js";
import type { IsolationSettings } from "./isolation-settings.js";
import type { AnswerData, FromShells, ToHost, ToPlugin } from "./messages.js";
import { fromSketch, type Sketch } from "./sketch.js";
import { fromThrownData } from "./thrown-data.js";
import type { AskedRequest } from "../plugin-request.js";
import { toRequestData } from "./to-request-data.js";
import { Watchdog } from "./watchdog.js";

export interface IsolatedPluginAbilities {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly host: HostInformation;
  newId(): string;
  readonly startFarSide: StartFarSide;
}

export interface IsolatedPluginEvents {
  /** It ended though nobody asked for it. @param reason `its thread ended: …` @param errorId under which the log has it */
  died(reason: string, errorId: string): void;
  /** It answered a call: it is alive and of use. */
  answered(): void;
}

/** The question that an answer is waited for with. */
interface Question {
  /** `Get`, `starting`. */
  readonly what: string;
  resolve(answer: AnswerData): void;
  reject(error: unknown): void;
}

/** Milliseconds in which the other side is over once it was told to end. */
const killLimit = 1000;

/** What all questions of an instance are answered with that has ended. */
class PluginDied extends Error {
  override readonly name = "PluginDied";
}

const isAuthorizationMethod = (name: string): name is AuthorizationMethod => (authorizationMethods as readonly string[]).includes(name);
const isAuthorization = (operations: unknown): operations is object => typeof operations === "object" && operations !== null && "authorizeUser" in operations;

const fromShells: ReadonlySet<string> = new Set(["output", "wrongOutput", "streamEnd", "done", "facts"] satisfies FromShells["type"][]);
const isFromShells = (message: ToHost): message is FromShells => fromShells.has(message.type);

/** Which capability each method serves. */
const capabilityOf = new Map<string, string>(Object.entries(methodOf).map(([capability, method]) => [method, capability]));

/**
 * A plug-in in a thread or process of its own, seen from the host: gives what its module would give, made of functions that ask the other
 * side. Whoever calls them needs not know.
 */
export class IsolatedPlugin {
  readonly #questions = new ChurningMap<number, Question>();
  readonly #services: HostServices;
  readonly #place: string;
  #far: FarSide | undefined;
  #watchdog: Watchdog | undefined;
  #lastId = 0;
  /** Questions that belong to its start, which has a limit of its own. */
  #starting = 0;
  /** Why it is being ended, or has ended. */
  #killed: string | undefined;
  #ended: PluginDied | undefined;
  #whenEnded: (() => void) | undefined;
  /** Waiting for its end is given up after a while. */
  #stopWaiting: () => void = () => undefined;
  #isExpected = false;

  constructor(
    private readonly name: string,
    private readonly settings: IsolationSettings,
    private readonly abilities: IsolatedPluginAbilities,
    private readonly events: IsolatedPluginEvents,
  ) {
    this.#services = new HostServices(name, abilities, (message) => this.#far?.post(message));
    this.#place = settings.mode === "worker" ? "thread" : "process";
  }

  /** Starts the other side and loads the module there. @returns what stands for the module's plug-in @throws what loading throws */
  async load(path: string): Promise<unknown> {
    this.#far = await this.abilities.startFarSide(this.name, this.settings, {
      message: (message) => this.#receive(message),
      line: (text) => this.#services.line(text),
      ended: (how) => this.#end(how),
    });
    if (this.#isExpected) this.#far.kill();
    this.#watchdog = new Watchdog(this.settings, this.#far, this.abilities.clock, { isBusy: () => this.#questions.size > this.#starting, isWatched: () => this.#shells.size > 0, kill: (reason) => this.#kill(reason) });
    return this.#sketched(await this.#askAtStart("loading", (id) => ({ type: "load", id, path })));
  }

  /** Ends the other side. Resolves when it is over. */
  end(): Promise<void> {
    this.#isExpected = true;
    this.#watchdog?.stop();
    if (this.#far === undefined || this.#ended !== undefined) return Promise.resolve();
    const ended = new Promise<void>((resolve) => (this.#whenEnded = resolve));
    this.#far.kill();
    return ended;
  }

  readonly #functionFor = (name: string): unknown => {
    if (name === "startup") return (context: StartupContext) => this.#start(context);
    if (name === "shutdown") return (reason: ShutdownReason) => this.#ask("shutdown", (id) => ({ type: "shutdown", id, reason })).then((answer) => void fromAnswerData(answer));
    if (isAuthorizationMethod(name)) return this.#authorization[name];
    const capability = capabilityOf.get(name);
    if (capability === "Shell") return this.#shells.openShell;
    return capability === undefined ? () => undefined : markCrossing((request, signal) => this.#call(name, capability, request, signal));
  };

  #sketched(answer: AnswerData): unknown {
    return answer.kind === "sketch" ? fromSketch(answer.sketch satisfies Sketch, this.#functionFor) : fromAnswerData(answer);
  }

  async #start(context: StartupContext): Promise<unknown> {
    this.#services.serveDocuments(context.storage);
    this.#services.serveEditing(context.host.configuration);
    const { startReason, applicationIdentification, name, applicationDirectory, validateOnly, initializationParameters } = context;
    const data = { startReason, applicationIdentification, name, applicationDirectory, validateOnly, initializationParameters: [...initializationParameters], host: this.#services.snapshot() };
    const operations = this.#sketched(await this.#askAtStart("starting", (id) => ({ type: "start", id, context: data })));
    return isAuthorization(operations) ? { release: this.#authorization.release, ...operations } : operations;
  }

  /** Of an authorization plug-in; one without `release` is told all the same, so that its side forgets the context. */
  readonly #authorization = isolatedAuthorization({
    ask: async (method, question) => {
      const host = this.#services.snapshotForCall();
      const answer = await this.#ask(method, (id) => ({ type: "authorize", id, method, question, host }));
      this.events.answered();
      return answer;
    },
    isOver: () => this.#ended !== undefined,
  });

  readonly #shells = new IsolatedShells({
    ask: async (what, message) => {
      const answer = await this.#ask(what, message);
      this.events.answered();
      return answer;
    },
    post: (message) => this.#far?.post(message),
    snapshot: () => this.#services.snapshotForCall(),
    isOver: () => this.#ended !== undefined,
  });

  #call(method: string, capability: string, request: AskedRequest, signal: CallSignal): Promise<unknown> {
    const data = toRequestData(request);
    const host = this.#services.snapshotForCall();
    return new Promise((resolve, reject) => {
      const answered = (answer: AnswerData): void => {
        this.events.answered();
        try {
          if (answer.kind === "opened") return resolve(this.#opened(id, answer.estimate, request, signal));
          signal.onAbort = undefined;
          resolve(fromAnswerData(answer));
        } catch (error) {
          // What the plug-in threw, whatever it is.
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
          reject(error);
        }
      };
      const id = this.#question({ what: capability, resolve: answered, reject }, (number) => ({ type: "call", id: number, method, capability, request: data, host }));
      signal.onAbort = (reason) => this.#far?.post({ type: "cancel", id, reason });
    });
  }

  #opened(id: number, estimate: number | undefined, request: AskedRequest, signal: CallSignal): IsolatedItems {
    return new IsolatedItems(estimate, {
      pull: () => this.#ask("Enumerate", (pullId) => ({ type: "pull", id: pullId, enumeration: id, remaining: request.limits.remainingResultSize() })),
      close: () => this.#far?.post({ type: "close", enumeration: id }),
      over: () => (signal.onAbort = undefined),
    });
  }

  async #askAtStart(what: string, message: (id: number) => ToPlugin): Promise<AnswerData> {
    this.#starting++;
    try {
      return await this.#ask(what, message);
    } finally {
      this.#starting--;
    }
  }

  #ask(what: string, message: (id: number) => ToPlugin): Promise<AnswerData> {
    return new Promise<AnswerData>((resolve, reject) => this.#question({ what, resolve, reject }, message));
  }

  /** @returns its id, which the answer names */
  #question(question: Question, message: (id: number) => ToPlugin): number {
    const id = ++this.#lastId;
    if (this.#ended !== undefined || this.#far === undefined) {
      question.reject(this.#ended ?? new PluginDied("it was not started"));
      return id;
    }
    this.#questions.set(id, question);
    this.#far.post(message(id));
    this.#watchdog?.wake();
    return id;
  }

  /** What the other side sends is the plug-in's code's to forge: it costs the plug-in its place, and nobody else anything. */
  #receive(message: ToHost): void {
    try {
      this.#take(message);
    } catch (error) {
      this.#kill(`it sent what cannot be read: ${describeThrown(error)}`);
    }
  }

  #take(message: ToHost): void {
    if (message.type === "answer") {
      this.#questions.take(message.id)?.resolve(message.answer);
    } else if (message.type === "pong") {
      this.#watchdog?.alive(message.memory);
    } else if (message.type === "stray") {
      this.#services.stray(message.what, fromThrownData(message.thrown));
    } else if (isFromShells(message)) {
      this.#shells.serve(message);
    } else {
      this.#services.serve(message);
    }
  }

  /** @param reason `it uses 70 MB of memory; its limit is 64 MB` */
  #kill(reason: string): void {
    if (this.#killed !== undefined) return;
    this.#killed = reason;
    this.#far?.kill();
    // A thread in native code cannot be interrupted: nobody waits for that.
    this.#stopWaiting = this.abilities.clock.after(killLimit, () => this.#end("has not ended"));
  }

  #end(how: string): void {
    if (this.#ended !== undefined) return;
    this.#stopWaiting();
    const questions = this.#questions.values();
    const operations = [...new Set(questions.map(({ what }) => what))].join(", ");
    const open = this.#shells.size === 0 ? "" : `, with ${this.#shells.size} open shells and commands`;
    const reason = `its ${this.#place} ${this.#killed === undefined ? how : `was ended: ${this.#killed}`}${operations === "" ? "" : `, in ${operations}`}${open}`;
    this.#ended = new PluginDied(reason);
    this.#watchdog?.stop();
    this.#questions.clear();
    this.#shells.end();
    if (!this.#isExpected) {
      const errorId = this.abilities.newId();
      this.abilities.logger.error(`plug-in "${this.name}": ${reason}`, { errorId, plugin: this.name, ...(operations === "" ? {} : { operation: operations }) });
      this.events.died(reason, errorId);
    }
    for (const question of questions) question.reject(this.#ended);
    this.#whenEnded?.();
  }
}
