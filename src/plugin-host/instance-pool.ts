import type { ShutdownReason } from "../sdk/define-plugin.js";
import { PluginInstance, type InstanceSettings } from "./plugin-instance.js";
import type { PluginState } from "./plugin-life.js";
import type { PluginProblem } from "./plugin-problem.js";
import type { PluginHostAbilities } from "./plugin-settings.js";

/** How long a path that failed is left alone, milliseconds: doubling from the first to the last. */
const backOff = { first: 1000, last: 60_000 };

interface Slot {
  instance: PluginInstance;
  starting: Promise<PluginInstance | string> | undefined;
  failures: number;
  /** Not tried again before; monotonic. */
  notBefore: number;
  problem: string;
}

/** The instances of one configured plug-in: one per distinct expanded path. */
export class InstancePool {
  readonly #slots = new Map<string, Slot>();
  #stopped = false;

  /** @param settingsFor what an instance for an absolute, expanded path is made from */
  constructor(
    private readonly settingsFor: (path: string) => InstanceSettings,
    private readonly abilities: PluginHostAbilities,
  ) {}

  /**
   * Gives the serving instance of a path, starting it when it is the first time. Requests that come meanwhile wait for the same start;
   * a path that failed is tried again later and later.
   * @returns a text that says why there is none
   */
  get(path: string): PluginInstance | string | Promise<PluginInstance | string> {
    if (this.#stopped) return "the host is stopping";
    const slot = this.#slots.get(path);
    if (slot?.instance.state === "serving") return slot.instance;
    if (slot?.starting !== undefined) return slot.starting;
    if (slot !== undefined && this.abilities.clock.now() < slot.notBefore) return slot.problem;
    return this.#begin(path, slot, (problem) => this.#log(path, problem));
  }

  /** The first start, whose problems the operator is told. @returns serving (or, when only validating, started)? */
  async open(path: string, report: (problem: PluginProblem) => void, serve: boolean): Promise<boolean> {
    return typeof (await this.#begin(path, undefined, report, serve)) !== "string";
  }

  /** The state that says most about all instances; `found` when none was needed yet. */
  get state(): PluginState {
    const states = [...this.#slots.values()].map((slot) => slot.instance.state);
    return states.find((state) => state === "serving") ?? states.at(-1) ?? "found";
  }

  /** Every path that was needed so far. */
  get paths(): readonly string[] {
    return [...this.#slots.keys()];
  }

  async stop(reason: ShutdownReason, limit: number): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.#slots.values()].map(async (slot) => {
      await slot.starting;
      await slot.instance.stop(reason, limit);
    }));
  }

  #begin(path: string, before: Slot | undefined, report: (problem: PluginProblem) => void, serve = true): Promise<PluginInstance | string> {
    const slot: Slot = before ?? { instance: undefined!, starting: undefined, failures: 0, notBefore: 0, problem: "" };
    const instance = new PluginInstance(this.settingsFor(path), this.abilities);
    slot.instance = instance;
    this.#slots.set(path, slot);
    const errors: string[] = [];
    slot.starting = instance
      .start((problem) => {
        if (problem.severity === "error") errors.push(problem.message);
        report(problem);
      })
      .then((started) => {
        slot.starting = undefined;
        if (started && !this.#stopped) {
          slot.failures = 0;
          if (serve) instance.serve();
          return instance;
        }
        const wait = Math.min(backOff.first * 2 ** slot.failures++, backOff.last);
        slot.notBefore = this.abilities.clock.now() + wait;
        slot.problem = this.#stopped ? "the host is stopping" : `${errors.join("; ")} (it is tried again ${wait / 1000} s after it failed)`;
        return slot.problem;
      });
    return slot.starting;
  }

  #log(path: string, problem: PluginProblem): void {
    const { name } = this.settingsFor(path);
    this.abilities.logger[problem.severity === "error" ? "error" : "warn"](`plug-in "${name}": ${problem.message}`, { plugin: name, rule: problem.rule });
  }
}
