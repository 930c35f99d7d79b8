import type { ShutdownReason, StartupContext } from "../sdk/define-plugin.js";
import { checkAgainstConfiguration, checkDeclaration, checkOperations, type CheckedPlugin } from "./check-declaration.js";
import { describeThrown, stackOf } from "./describe-thrown.js";
import { findEntryFile } from "./find-entry-file.js";
import { InFlight } from "./in-flight.js";
import { isApart } from "./isolation/is-apart.js";
import { IsolatedPlugin } from "./isolation/isolated-plugin.js";
import type { IsolationSettings } from "./isolation/isolation-settings.js";
import type { HostDuties } from "./plugin-answer.js";
import { PluginLife, type PluginState } from "./plugin-life.js";
import type { PluginProblem } from "./plugin-problem.js";
import type { PluginHostAbilities, ResourceSettings } from "./plugin-settings.js";
import { readModule } from "./read-module.js";
import { OpenOutputs } from "./shells/open-outputs.js";
import { Undo } from "./undo.js";
import { withDeadline } from "./with-deadline.js";

/** What an instance is made from. */
export interface InstanceSettings {
  readonly kind: "operation-plugin" | "authorization-plugin";
  readonly name: string;
  /** Absolute, expanded. */
  readonly path: string;
  /** `undefined`: anywhere. */
  readonly allowedDirectories: readonly string[] | undefined;
  readonly sdkVersion: number;
  readonly resources: readonly ResourceSettings[];
  readonly initializationParameters: readonly (readonly [name: string, value: string])[];
  /** Milliseconds for each phase. */
  readonly startupTimeout: number;
  /** Milliseconds for its shutdown. */
  readonly shutdownTimeout: number;
  readonly startup: StartupContext;
  /** Absent: in the host's own thread. */
  readonly isolation?: IsolationSettings | undefined;
  /** For authorization plug-ins, whose operations are others. */
  readonly checkOperations?: (operations: unknown, report: (problem: PluginProblem) => void) => void;
}

/** What happens to an isolated instance after its start. */
export interface InstanceEvents {
  /** Its thread or process ended before its time. @param reason a sentence without its end */
  died(reason: string): void;
  answered(): void;
}
const noDuties: HostDuties = Object.freeze({ filters: false, fragments: false, polymorphism: false, classes: [] });

/** A start that failed; the problems were reported. */
class StartFailed extends Error {}

/** One loaded plug-in: the module behind one expanded path, from its file to its shutdown. */
export class PluginInstance {
  readonly inFlight = new InFlight();
  readonly outputs = new OpenOutputs();
  readonly #life = new PluginLife();
  readonly #undo = new Undo();
  #operations: Record<string, unknown> | undefined;
  #duties: HostDuties = noDuties;

  constructor(
    readonly settings: InstanceSettings,
    private readonly abilities: PluginHostAbilities,
    private readonly events?: InstanceEvents,
  ) {}

  get state(): PluginState {
    return this.#life.state;
  }

  /** There while started, serving or draining. */
  get operations(): Record<string, unknown> | undefined {
    return this.#operations;
  }

  /** What its declaration leaves to the host; nothing before it was read. */
  get duties(): HostDuties {
    return this.#duties;
  }

  /**
   * Goes from its file to `started`. Reports every problem; after an error what had been done is undone and the state is `failed`.
   * @returns started?
   */
  async start(report: (problem: PluginProblem) => void): Promise<boolean> {
    let failed = false;
    const noting = (problem: PluginProblem): void => {
      failed ||= problem.severity === "error";
      report(problem);
    };
    const goOn = (): void => {
      if (failed) throw new StartFailed();
    };
    try {
      const file = await this.#find(noting);
      const exported = await this.#phase("loading", () => this.#load(file), noting);
      this.#life.enter("load");
      const checked = checkDeclaration(readModule(exported), this.settings.kind, noting);
      if (checked === undefined) throw new StartFailed();
      // The configuration is compared also when the declaration has mistakes: all problems in one run.
      this.#checkConfiguration(checked, noting);
      goOn();
      this.#duties = checked.duties;
      this.#life.enter("shakeHands");
      this.#life.enter("configure");
      await this.#startOperations(checked, noting);
      goOn();
      this.#life.enter("start");
      return true;
    } catch (error) {
      if (!(error instanceof StartFailed)) throw error;
      await this.#fail();
      return false;
    }
  }

  /** From `started` to `serving`. */
  serve(): void {
    this.#life.enter("serve");
  }

  /**
   * Waits for what is in flight, cancels the rest at the limit, shuts down within the time it has for that. Never rejects.
   * @param limit milliseconds for what is in flight
   */
  async stop(reason: ShutdownReason, limit: number): Promise<void> {
    if (this.#life.state !== "serving" && this.#life.state !== "started") return;
    this.#life.enter("drain");
    await withDeadline(this.abilities.clock, limit, () => this.inFlight.empty(), () => undefined);
    this.inFlight.cancelAll("shutdown");
    // Shells that are being closed have as long as for any close.
    await withDeadline(this.abilities.clock, this.settings.shutdownTimeout, () => this.inFlight.empty(), () => undefined);
    this.#shutdownReason = reason;
    for (const { name, error } of await this.#undo.run()) this.#warn(`${name} went wrong: ${describeThrown(error)}`, error);
    this.#operations = undefined;
    this.#life.enter("stop");
  }

  #shutdownReason: ShutdownReason | undefined;

  async #find(report: (problem: PluginProblem) => void): Promise<string> {
    const found = await this.#phase("finding its file", () => findEntryFile(this.settings.path, this.settings.allowedDirectories, this.abilities), report);
    if (!found.ok) {
      report({ severity: "error", ...found.error });
      throw new StartFailed();
    }
    this.#life.enter("readManifest");
    if (this.settings.sdkVersion !== 1) {
      report({ severity: "error", rule: "plugin-sdk-version", message: `the configuration says SDKVersion ${this.settings.sdkVersion}`, allowed: "SDKVersion must be 1." });
      throw new StartFailed();
    }
    this.#life.enter("check");
    return found.value;
  }

  /** Here, or in a thread or process of its own, which is ended when the instance is. */
  #load(file: string): Promise<unknown> {
    const { isolation, name } = this.settings;
    if (!isApart(isolation) || this.abilities.isHereOnly(file)) return this.abilities.importModule(file);
    const isolated = new IsolatedPlugin(name, isolation, this.abilities, {
      died: (reason, errorId) => {
        this.outputs.fail(name, errorId);
        if (!this.#life.die()) return;
        this.#operations = undefined;
        this.events?.died(reason);
      },
      answered: () => this.events?.answered(),
    });
    this.#undo.add("ending it", () => withDeadline(this.abilities.clock, this.settings.shutdownTimeout, () => isolated.end(), () => undefined));
    return isolated.load(file);
  }

  #checkConfiguration(checked: CheckedPlugin, report: (problem: PluginProblem) => void): void {
    if (this.settings.kind === "authorization-plugin") return;
    if (checked.operations !== undefined) checkOperations(checked.operations, checked.capabilities, report);
    checkAgainstConfiguration(checked, this.settings, report);
  }

  async #startOperations(checked: CheckedPlugin, report: (problem: PluginProblem) => void): Promise<void> {
    this.#undo.add("shutdown", () => this.#shutDownOperations());
    const { startup } = checked;
    if (startup === undefined) this.#operations = checked.operations as Record<string, unknown>;
    else {
      const started = await this.#phase("starting", () => startup(this.settings.startup), report, (late) => this.#shutDownLate(late));
      this.#operations = started as Record<string, unknown>;
      if (this.settings.checkOperations !== undefined) this.settings.checkOperations(started, report);
      else checkOperations(started, checked.capabilities, report);
    }
  }

  /** One step of the start with its own deadline. @throws StartFailed after reporting */
  async #phase<T>(name: string, work: () => T | Promise<T>, report: (problem: PluginProblem) => void, late?: (value: T) => void): Promise<T> {
    const began = this.abilities.clock.now();
    const outcome = await withDeadline(this.abilities.clock, this.settings.startupTimeout, work, (ended) => {
      if (ended.kind === "done") late?.(ended.value);
      else if (ended.kind === "threw") this.#warn(`${name} failed after it was given up: ${describeThrown(ended.error)}`, ended.error);
    });
    if (outcome.kind === "done") return outcome.value;
    const elapsed = `${((this.abilities.clock.now() - began) / 1000).toFixed(1)} s`;
    if (outcome.kind === "late") {
      report({ severity: "error", rule: "plugin-start-timeout", message: `${name} has not ended after ${elapsed}`, remedy: "Find out what its start waits for." });
    } else {
      const rule = name === "starting" ? "plugin-start-failed" : "plugin-not-loadable";
      report({ severity: "error", rule, message: `${name} ${this.settings.path} failed after ${elapsed}: ${describeThrown(outcome.error)}` });
      this.abilities.logger.debug(`plug-in "${this.settings.name}": ${name} failed`, { plugin: this.settings.name, stack: stackOf(outcome.error) });
    }
    throw new StartFailed();
  }

  /** Never called after a failed start: then there is nothing the plug-in knows it should shut down. */
  async #shutDownOperations(): Promise<void> {
    const shutdown = this.#operations?.["shutdown"];
    const reason = this.#shutdownReason;
    if (reason === undefined || typeof shutdown !== "function") return;
    const { shutdownTimeout } = this.settings;
    const outcome = await withDeadline(this.abilities.clock, shutdownTimeout, () => Reflect.apply(shutdown, this.#operations, [reason]) as unknown, () => undefined);
    if (outcome.kind === "late") this.#warn(`its shutdown has not ended after ${shutdownTimeout} ms and was abandoned`);
    if (outcome.kind === "threw") throw outcome.error;
  }

  /** A start that succeeds after it was given up leaves something open that nobody else will close. */
  #shutDownLate(operations: unknown): void {
    void withDeadline(this.abilities.clock, this.settings.shutdownTimeout, () => {
      const shutdown = (operations as { shutdown?: unknown } | null | undefined)?.shutdown;
      return typeof shutdown === "function" ? (Reflect.apply(shutdown, operations, ["service"]) as unknown) : undefined;
    }, () => undefined);
  }

  async #fail(): Promise<void> {
    this.#life.fail();
    await this.#undo.run();
    this.#operations = undefined;
  }

  #warn(what: string, error?: unknown): void {
    this.abilities.logger.warn(`plug-in "${this.settings.name}": ${what}`, { plugin: this.settings.name, stack: stackOf(error) });
  }
}
