import type { ShutdownReason } from "../sdk/define-plugin.js";
import { PluginInstance, type InstanceSettings } from "./plugin-instance.js";
import type { PluginState } from "./plugin-life.js";
import type { PluginProblem } from "./plugin-problem.js";
import type { PluginHostAbilities } from "./plugin-settings.js";
import { isApart } from "./isolation/is-apart.js";
import { failureWindow, RestartCircuit } from "./isolation/restart-circuit.js";

const stopping = "the host is stopping";

interface Slot {
  instance: PluginInstance;
  starting: Promise<PluginInstance | string> | undefined;
  readonly circuit: RestartCircuit;
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
    /** Told when an instance that lives alone has ended before its time. */
    private readonly onDied?: () => void,
  ) {}

  /**
   * Gives the serving instance of a path, starting it when it is the first time. Requests that come meanwhile wait for the same start;
   * a path that failed is tried again later and later.
   * @returns a text that says why there is none
   */
  get(path: string): PluginInstance | string | Promise<PluginInstance | string> {
    if (this.#stopped) return stopping;
    const slot = this.#slots.get(path);
    if (slot?.instance.state === "serving") return slot.instance;
    if (slot?.starting !== undefined) return slot.starting;
    if (slot !== undefined && !slot.circuit.mayTry) return slot.problem;
    return this.#begin(path, slot, (problem) => this.#log(path, problem));
  }

  /** The first start, whose problems the operator is told. @returns serving (or, when only validating, started)? */
  async open(path: string, report: (problem: PluginProblem) => void, serve: boolean): Promise<boolean> {
    return typeof (await this.#begin(path, undefined, report, serve)) !== "string";
  }

  /** The state that says most about all instances; `found` when none was needed yet. */
  get state(): PluginState | "circuit open" {
    const states = [...this.#slots.values()].map((slot) => slot.instance.state);
    return states.find((state) => state === "serving") ?? ([...this.#slots.values()].some((slot) => slot.circuit.state === "open") ? "circuit open" : (states.at(-1) ?? "found"));
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
    const slot: Slot = before ?? { instance: undefined!, starting: undefined, circuit: new RestartCircuit(() => this.abilities.clock.now()), problem: "" };
    const settings = this.settingsFor(path);
    const instance = new PluginInstance(settings, this.abilities, {
      died: (reason) => {
        this.#failed(slot, reason, true);
        this.onDied?.();
      },
      answered: () => slot.circuit.answer(),
    });
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
        if (!started) return this.#failed(slot, errors.join("; "), false);
        if (this.#stopped) return stopping;
        // One that lives alone may still die of its first call: that counts until it has answered.
        if (!isApart(settings.isolation)) slot.circuit.answer();
        if (instance.state !== "started") return slot.problem;
        if (serve) instance.serve();
        return instance;
      });
    return slot.starting;
  }

  /** @returns what requests are told until it is tried again */
  #failed(slot: Slot, reason: string, isGentle: boolean): string {
    const wait = slot.circuit.fail(isGentle);
    const { failures, state } = slot.circuit;
    // A trial that comes late may be the only failure in the window.
    const often = failures > 1 ? `it failed ${failures} times within ${failureWindow / 60_000} minutes` : "its trial failed";
    const again = state === "open" ? `${often} and is left alone: tried again` : "it is tried again";
    slot.problem = `${reason} (${again} ${wait / 1000} s after it failed)`;
    return this.#stopped ? stopping : slot.problem;
  }

  #log(path: string, problem: PluginProblem): void {
    const { name } = this.settingsFor(path);
    this.abilities.logger[problem.severity === "error" ? "error" : "warn"](`plug-in "${name}": ${problem.message}`, { plugin: name, rule: problem.rule });
  }
}
