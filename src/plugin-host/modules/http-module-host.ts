import type { Clock } from "../../base/clock.js";
import type { Diagnostic, SourcePlace } from "../../base/diagnostic.js";
import { isError } from "../../base/is-error.js";
import type { Logger } from "../../base/logger.js";
import type { HttpModuleStart } from "../../sdk/define-http-module.js";
import type { ModuleNotification, ModulePriority } from "../../sdk/request-notification.js";
import { describeThrown } from "../describe-thrown.js";
import { findEntryFile } from "../find-entry-file.js";
import type { PluginProblem } from "../plugin-problem.js";
import type { PluginHostAbilities } from "../plugin-settings.js";
import { pluginsInStack } from "../plugins-in-stack.js";
import { readModule } from "../read-module.js";
import { Undo } from "../undo.js";
import { withDeadline } from "../with-deadline.js";
import { checkHttpModule, type CheckedHttpModule } from "./check-http-module.js";

/** One of `system.webServer/modules`. */
export interface HttpModuleSettings {
  readonly name: string;
  /** Absolute. */
  readonly modulePath: string;
  readonly place?: SourcePlace;
}

export interface HttpModuleHostSettings {
  readonly modules: readonly HttpModuleSettings[];
  /** What each is given, but for its name. */
  readonly start: Omit<HttpModuleStart, "name" | "logger" | "clock">;
  /** Milliseconds for finding, loading and registering, each. */
  readonly startupTimeout: number;
  /** Milliseconds for its terminate. */
  readonly shutdownTimeout: number;
}

export type HttpModuleAbilities = Pick<PluginHostAbilities, "importModule" | "realPath" | "kindOf" | "readText"> & { readonly clock: Clock; readonly logger: Logger };

/** A module that was registered. */
export interface StartedHttpModule {
  readonly name: string;
  readonly notifications: readonly ModuleNotification[];
  readonly priorities: ReadonlyMap<ModuleNotification, ModulePriority>;
  getHttpModule(): unknown;
}

/** ERROR_MOD_NOT_FOUND. */
const moduleNotFound = 0x8007007e;

/** Keeps the HTTP modules of one application: from their files to their end. */
export class HttpModuleHost {
  readonly #undo = new Undo();

  constructor(
    private readonly settings: HttpModuleHostSettings,
    private readonly abilities: HttpModuleAbilities,
  ) {}

  /** Loads and registers all of them, so that one run tells all problems. With an error, what had been registered was ended. */
  async start(): Promise<{ readonly modules: readonly StartedHttpModule[]; readonly diagnostics: readonly Diagnostic[] }> {
    const diagnostics: Diagnostic[] = [];
    const modules: StartedHttpModule[] = [];
    for (const each of this.settings.modules) {
      const started = await this.#startOne(each, (problem) => diagnostics.push({ ...problem, message: `module "${each.name}": ${problem.message}`, ...(each.place === undefined ? {} : { place: each.place }) }));
      if (started !== undefined) modules.push(started);
    }
    if (diagnostics.some(isError)) await this.stop();
    return { modules, diagnostics };
  }

  /** Ends them, the last one first. Never rejects. */
  async stop(): Promise<void> {
    for (const { name, error } of await this.#undo.run()) this.#warn(name, `its terminate went wrong: ${describeThrown(error)}`);
  }

  /** Names of the modules whose code a stack trace shows. */
  modulesIn(stack: string): readonly string[] {
    return pluginsInStack(stack, this.settings.modules.map(({ name, modulePath }) => ({ name, paths: [modulePath] })));
  }

  async #startOne(settings: HttpModuleSettings, report: (problem: HttpModuleProblem) => void): Promise<StartedHttpModule | undefined> {
    const { name, modulePath } = settings;
    const file = await this.#phase(name, "finding its file", () => findEntryFile(modulePath, undefined, this.abilities), report);
    if (file === undefined) return undefined;
    if (!file.ok) {
      const { rule, message } = file.error;
      report({ severity: "error", rule: rule.replace("plugin", "module"), message: message.replace("plug-in", "module"), remedy: "Correct its image in system.webServer/globalModules; a relative one starts at the directory of applicationHost.config.", code: moduleNotFound });
      return undefined;
    }
    const exported = await this.#phase(name, `loading ${file.value}`, async () => ({ namespace: await this.abilities.importModule(file.value) }), report);
    if (exported === undefined) return undefined;
    const checked = checkHttpModule(readModule(exported.namespace), name, report);
    return checked === undefined ? undefined : this.#register(name, checked, report);
  }

  async #register(name: string, { notifications, priorities, register }: CheckedHttpModule, report: (problem: HttpModuleProblem) => void): Promise<StartedHttpModule | undefined> {
    const { clock, logger } = this.abilities;
    const registered = await this.#phase(name, "registering", async () => ({ factory: await register({ ...this.settings.start, name, clock, logger }) }), report, ({ factory }) => void terminate(factory).catch(() => undefined));
    if (registered === undefined) return undefined;
    const { factory } = registered;
    const make = typeof factory === "object" && factory !== null ? (factory as { getHttpModule?: unknown }).getHttpModule : undefined;
    if (typeof make !== "function") {
      report({ severity: "error", rule: "module-shape", message: "its register gave no factory", remedy: "Return an object with getHttpModule." });
      return undefined;
    }
    this.#undo.add(name, () => this.#terminate(name, factory));
    return { name, notifications, priorities, getHttpModule: () => Reflect.apply(make, factory, []) as unknown };
  }

  async #terminate(name: string, factory: unknown): Promise<void> {
    const outcome = await withDeadline(this.abilities.clock, this.settings.shutdownTimeout, () => terminate(factory), () => undefined);
    if (outcome.kind === "late") this.#warn(name, `its terminate has not ended after ${this.settings.shutdownTimeout} ms and was abandoned`);
    if (outcome.kind === "threw") throw outcome.error;
  }

  /** @returns `undefined` after reporting */
  async #phase<T>(name: string, what: string, work: () => Promise<T>, report: (problem: HttpModuleProblem) => void, late?: (value: T) => void): Promise<T | undefined> {
    const { startupTimeout } = this.settings;
    const outcome = await withDeadline(this.abilities.clock, startupTimeout, work, (ended) => {
      if (ended.kind === "done") late?.(ended.value);
      else if (ended.kind === "threw") this.#warn(name, `${what} failed after it was given up: ${describeThrown(ended.error)}`);
    });
    if (outcome.kind === "done") return outcome.value;
    if (outcome.kind === "late") report({ severity: "error", rule: "module-start-timeout", message: `${what} has not ended after ${startupTimeout} ms`, remedy: "Find out what its start waits for." });
    else report({ severity: "error", rule: what === "registering" ? "module-start-failed" : "module-not-loadable", message: `${what} failed: ${describeThrown(outcome.error)}` });
    return undefined;
  }

  #warn(name: string, what: string): void {
    this.abilities.logger.warn(`module "${name}": ${what}`, { module: name });
  }
}

type HttpModuleProblem = PluginProblem & { readonly code?: number };

/** A registration that ends after it was given up left something open that nobody else would close. */
async function terminate(factory: unknown): Promise<void> {
  const end = (factory as { terminate?: unknown } | null | undefined)?.terminate;
  if (typeof end === "function") await Reflect.apply(end, factory, []);
}
