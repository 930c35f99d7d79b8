import { ChurningMap } from "../../base/churning-map.js";
import type { Clock } from "../../base/clock.js";
import type { AuthorizationOperations } from "../../sdk/define-authorization-plugin.js";
import { callMethod } from "../call-method.js";
import { CallSignal } from "../call-signal.js";
import { methodOf } from "../check-declaration.js";
import type { SingleCapability } from "../plugin-answer.js";
import { readModule } from "../read-module.js";
import { WrongAnswer } from "../take-xml.js";
import { refusalOf, toAnswerData, toTroubleData } from "./answer-data.js";
import { authorizationMethods } from "./authorization-methods.js";
import { FarAuthorization } from "./far-authorization.js";
import { FarItems } from "./far-items.js";
import { FarShells } from "./far-shells.js";
import { FarStartup } from "./far-startup.js";
import { fromRequestData, type RequestForms } from "./from-request-data.js";
import type { AnswerData, ToHost, ToPlugin } from "./messages.js";
import { sketchMembers, sketchOf } from "./sketch.js";
import { toThrownData } from "./thrown-data.js";

/** What a runner needs of the thread or process it is in. */
export interface RunnerAbilities {
  readonly clock: Clock;
  readonly forms: RequestForms;
  importModule(path: string): Promise<unknown>;
  /** Octets of its own heap and buffers; `undefined` where the host sees them better. */
  memory(): number | undefined;
  post(message: ToHost): void;
}

type Message<T extends ToPlugin["type"]> = Extract<ToPlugin, { type: T }>;

/** An isolated plug-in's side: loads its module, and does with it what the host's messages say. */
export class PluginRunner {
  #plugin: unknown;
  #operations: Record<string, unknown> | undefined;
  readonly #startup: FarStartup;
  readonly #authorization = new FarAuthorization();
  readonly #signals = new ChurningMap<number, CallSignal>();
  readonly #items = new ChurningMap<number, FarItems>();
  readonly #shells: FarShells;

  constructor(private readonly abilities: RunnerAbilities) {
    this.#shells = new FarShells({ forms: abilities.forms, signals: this.#signals, post: (message) => abilities.post(message) });
    this.#startup = new FarStartup(abilities.clock, (message) => abilities.post(message));
  }

  receive(message: ToPlugin): void {
    switch (message.type) {
      case "load": return this.#answer(message.id, () => this.#load(message.path));
      case "start": return this.#answer(message.id, () => this.#start(message));
      case "call": return this.#call(message);
      case "authorize": return this.#authorize(message);
      case "openShell":
      case "runCommand":
      case "connect":
        if (message.host !== undefined) this.#startup.host.set(message.host);
        return this.#answer(message.id, () => this.#shells.answer(message, this.#operations));
      case "send":
      case "signal":
      case "usage":
      case "closeStream": return this.#answer(message.id, () => this.#shells.answer(message, this.#operations));
      case "welcome":
      case "unread": return this.#shells.hear(message);
      case "pull": return this.#answer(message.id, () => this.#pull(message));
      case "cancel": return this.#signals.get(message.id)?.abort(message.reason);
      case "close": return this.#close(message.enumeration);
      case "shutdown": return this.#answer(message.id, () => this.#shutDown(message));
      case "stored": return this.#startup.stored(message);
      case "edited": return this.#startup.edited(message);
      case "replaced": return this.#replaced(message.name);
      case "host": return this.#startup.host.set(message.host);
      case "ping": return this.abilities.post({ type: "pong", memory: this.abilities.memory() });
      // A question that nobody answers would wait for its whole time.
      default: return message satisfies never;
    }
  }

  #replaced(name: string): void {
    try {
      this.#startup.replaced(name);
    } catch (error) {
      this.stray("an exception in storage.onReplaced", error);
    }
  }

  /** Something of the plug-in threw where nobody waited for it. Never throws. */
  stray(what: string, error: unknown): void {
    this.abilities.post({ type: "stray", what, thrown: toThrownData(error) });
  }

  #answer(id: number, work: () => Promise<AnswerData>): void {
    work().then(
      (answer) => this.abilities.post({ type: "answer", id, answer }),
      (error: unknown) => this.abilities.post({ type: "answer", id, answer: toTroubleData(error, this.abilities.forms) }),
    );
  }

  async #load(path: string): Promise<AnswerData> {
    const plugin = readModule(await this.abilities.importModule(path));
    this.#plugin = plugin;
    if ((typeof plugin !== "object" && typeof plugin !== "function") || plugin === null) return { kind: "sketch", sketch: sketchOf(plugin) };
    const { kind, declaration, startup, operations } = plugin as Record<string, unknown>;
    this.#operations = typeof operations === "object" && operations !== null ? (operations as Record<string, unknown>) : undefined;
    const members = Object.entries({ kind: sketchOf(kind), declaration: sketchOf(declaration), startup: sketchOf(startup), operations: sketchMembers(operations, methods) });
    return { kind: "sketch", sketch: { is: "object", members: members.filter(([, member]) => !(member.is === "value" && member.value === undefined)) } };
  }

  async #start({ context }: Message<"start">): Promise<AnswerData> {
    const { startup } = this.#plugin as { startup(context: unknown): unknown };
    const started = await Reflect.apply(startup, this.#plugin, [this.#startup.contextOf(context)]);
    this.#operations = typeof started === "object" && started !== null ? (started as Record<string, unknown>) : undefined;
    return { kind: "sketch", sketch: sketchMembers(started, methods) };
  }

  #call({ id, method, capability, request: data, host }: Message<"call">): void {
    if (host !== undefined) this.#startup.host.set(host);
    const { forms, post, clock } = this.abilities;
    const limit = data.limits.maxEnvelopeSize;
    const signal = new CallSignal();
    this.#signals.set(id, signal);
    const finish = (answer: AnswerData): void => {
      if (answer.kind !== "opened") this.#signals.take(id);
      post({ type: "answer", id, answer });
    };
    const fail = (error: unknown): void => finish(toTroubleData(error, forms));
    try {
      const rebuilt = fromRequestData(data, forms);
      const take = (value: unknown): void => {
        if (capability !== "Enumerate") return finish(toAnswerData(capability as SingleCapability, value, limit, forms));
        const refusal = refusalOf(value, forms);
        if (refusal !== undefined) return finish(refusal);
        const items = new FarItems(value, signal, rebuilt, limit, forms, () => clock.now());
        this.#items.set(id, items);
        finish({ kind: "opened", estimate: items.estimate });
      };
      callMethod(this.#operations, method, rebuilt.request, signal, (value) => {
        try {
          take(value);
        } catch (error) {
          fail(error);
        }
      }, fail);
    } catch (error) {
      fail(error);
    }
  }

  #authorize(message: Message<"authorize">): void {
    if (message.host !== undefined) this.#startup.host.set(message.host);
    this.#answer(message.id, () => this.#authorization.answer(this.#operations as unknown as AuthorizationOperations, message));
  }

  async #pull({ enumeration, remaining }: Message<"pull">): Promise<AnswerData> {
    const items = this.#items.get(enumeration);
    if (items === undefined) throw new WrongAnswer("has no such enumeration any more");
    const batch = await items.pull(remaining);
    if (batch.end !== "more") this.#forget(enumeration);
    return batch;
  }

  #close(enumeration: number): void {
    const items = this.#items.get(enumeration);
    this.#forget(enumeration);
    items?.close().catch((error: unknown) => this.stray("the return of an enumeration threw", error));
  }

  #forget(enumeration: number): void {
    this.#items.take(enumeration);
    this.#signals.take(enumeration);
  }

  async #shutDown({ reason }: Message<"shutdown">): Promise<AnswerData> {
    const shutdown = this.#operations?.["shutdown"];
    if (typeof shutdown === "function") await Reflect.apply(shutdown, this.#operations, [reason]);
    return { kind: "value", value: undefined };
  }
}

const methods = [...Object.values(methodOf), ...authorizationMethods, "shutdown"];
