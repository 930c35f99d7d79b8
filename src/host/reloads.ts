import type { Diagnostic } from "../base/diagnostic.js";
import { errorText } from "../base/error-text.js";
import { isError } from "../base/is-error.js";
import type { Logger } from "../base/logger.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { sortDiagnostics } from "../configuration/sort-diagnostics.js";
import { underline } from "../configuration/underline.js";
import { BindingFailed } from "../listener/listener-settings.js";
import { ConfigurationRefused } from "./configuration-refused.js";
import type { Generation, ServableReading } from "./generation.js";
import { nextHostState, type HostEvent, type HostState } from "./host-life.js";
import { isShippedSchemas } from "./is-shipped-schemas.js";
import { logDiagnostic } from "./logging/log-diagnostic.js";
import type { HostReading } from "./read-host.js";
import type { ReloadOutcome } from "./reload-outcome.js";

/** Everything is ready for the next generation. Exactly one of the two is called, once. */
export interface PreparedSwap {
  /** At once, and without fail. */
  commit(): void;
  undo(): Promise<void>;
}

/** What a reload is made of. Each step leaves nothing behind when it throws. */
export interface ReloadSteps {
  read(): Promise<HostReading>;
  current(): Generation;
  compose(reading: ServableReading): Promise<Generation>;
  /** Opens what the next one needs beside what serves. @throws BindingFailed, ConfigurationRefused */
  prepare(next: Generation): Promise<PreparedSwap>;
}

const stopping: ReloadOutcome = { kind: "refused", diagnostics: [{ severity: "error", rule: "host-stopping", message: "The host is stopping." }] };

/** Reloads one after the other, and none any more once the host stops. */
export class Reloads {
  #state: HostState = "serving";
  #running: Promise<ReloadOutcome> | undefined;
  #next: Promise<ReloadOutcome> | undefined;

  constructor(
    private readonly steps: ReloadSteps,
    private readonly logger: Logger,
  ) {}

  get isStopping(): boolean {
    return this.#state === "stopping";
  }

  /**
   * Takes over the configuration as it is now, or says why not. Who asks while one runs gets the outcome of the next: files may have
   * changed since the running one has read them. Never rejects.
   */
  reload(): Promise<ReloadOutcome> {
    if (this.isStopping) return Promise.resolve(stopping);
    if (this.#running === undefined) {
      this.#enter("reload");
      this.#running = this.#run().finally(() => {
        this.#running = undefined;
        this.#enter("reloaded");
      });
      return this.#running;
    }
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.reload();
    });
    return this.#next;
  }

  /** No reload swaps anything from here on. @returns when the one that runs has undone what it built */
  async stop(): Promise<void> {
    this.#enter("stop");
    await this.#running;
  }

  #enter(event: HostEvent): void {
    const next = nextHostState(this.#state, event);
    if (next === undefined) throw new Error(`a host that is ${this.#state} cannot be ${event}`);
    this.#state = next;
  }

  async #run(): Promise<ReloadOutcome> {
    let outcome: ReloadOutcome;
    try {
      outcome = await this.#attempt();
    } catch (error) {
      this.logger.error("a reload failed", { error: errorText(error) });
      outcome = refused([problem("reload-failed", (error as Error).message)]);
    }
    this.#log(outcome);
    return outcome;
  }

  async #attempt(): Promise<ReloadOutcome> {
    const reading = await this.steps.read();
    const { configuration } = reading;
    if (reading.fingerprint === this.steps.current().reading.fingerprint) return { kind: "unchanged" };
    const found = [...reading.diagnostics, ...reading.certificateProblems].filter((diagnostic) => !isShippedSchemas(diagnostic));
    if (configuration === undefined || found.some(isError)) return refused(found);
    if (this.isStopping) return stopping;
    const next = await this.steps.compose({ ...reading, configuration });
    const outcome = await this.#take(next, [...found, ...next.applications.diagnostics]);
    if (outcome.kind === "refused") await next.applications.stop("iis-host", 0);
    return outcome;
  }

  async #take(next: Generation, found: readonly Diagnostic[]): Promise<ReloadOutcome> {
    if (found.some(isError) || next.applications.unavailable.length > 0) return refused(found);
    if (this.isStopping) return stopping;
    let prepared: PreparedSwap;
    try {
      prepared = await this.steps.prepare(next);
    } catch (error) {
      if (error instanceof ConfigurationRefused) return refused([...found, ...error.diagnostics]);
      if (error instanceof BindingFailed) return refused([...found, problem("binding-failed", error.message)]);
      throw error;
    }
    if (this.isStopping) {
      await prepared.undo();
      return stopping;
    }
    prepared.commit();
    return { kind: "swapped", diagnostics: sortDiagnostics(found) };
  }

  #log(outcome: ReloadOutcome): void {
    if (outcome.kind === "unchanged") {
      this.logger.info("nothing to reload: everything that is read is as it was");
      return;
    }
    for (const diagnostic of outcome.diagnostics) logDiagnostic(this.logger, diagnostic);
    if (outcome.kind === "swapped") this.logger.info("reloaded", { configuration: this.steps.current().reading.configuration.path });
    else this.logger.error("the reload was refused; the configuration before goes on serving");
  }
}

const problem = (rule: string, message: string): Diagnostic => ({ severity: "error", rule, message });

const refused = (diagnostics: readonly Diagnostic[]): ReloadOutcome => ({ kind: "refused", diagnostics: sortDiagnostics(underline(diagnostics, nodeFileAccess)) });
