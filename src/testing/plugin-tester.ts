import { describe, it } from "node:test";
import { checkPluginCases } from "./check-plugin-cases.js";
import { ManualClock } from "./manual-clock.js";
import { Observations, observePlugin } from "./observe-plugin.js";
import type { AcceptsCase, PluginCases, RefusesCase } from "./plugin-cases.js";
import { runPluginCase } from "./run-plugin-case.js";
import { settled } from "./settled.js";
import { startTestHost } from "./start-test-host.js";
import type { AnyOperationPlugin, TestHostOptions, TestPlugin } from "./test-host-options.js";
import { LeftoverWatch } from "./watch-leftovers.js";
import { defaultResourceUri } from "./write-web-config.js";

export interface PluginTesterOptions extends Pick<TestHostOptions, "users" | "operations" | "authorization" | "configurationEditing">, Omit<TestPlugin, "plugin" | "resources"> {
  /** Where the plug-in is served. Default: `urn:wsmanor:testing:NAME`. */
  readonly resourceUri?: string;
  /** All resources, when one with everything is not what is wanted; the first one is asked where a case names none. */
  readonly resources?: TestPlugin["resources"];
  /** Milliseconds of real time that an answer may take. Default: 5000. */
  readonly patience?: number;
}

/** How one case came out. */
export interface CaseOutcome {
  readonly title: string;
  /** `undefined`: well. */
  readonly problem: Error | undefined;
}

/** A table that shows less than it should. */
export class LazyCases extends Error {
  override readonly name = "LazyCases";
  constructor(readonly problems: readonly string[]) {
    super(`The table of cases is not good enough:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
  }
}

/**
 * Runs a table of cases against a plug-in on a real host in memory: envelopes in, envelopes out. Every case gets a plug-in of its own and
 * fails when something of it is left after its stop. Lazy tables fail as a whole, see `check-plugin-cases.ts`.
 *
 * ```ts
 * new PluginTester(hello, { resourceUri: "urn:example:hello" }).run({
 *   accepts: [{ title: "greets by name", get: { selectors: { Name: "Ada" } }, answers: '<Hello xmlns="urn:example:hello">Ada</Hello>' }],
 *   refuses: [{ title: "no such selector", get: { selectors: { Colour: "red" } }, with: "invalid-selectors" }],
 * });
 * ```
 */
export class PluginTester {
  readonly #plugin: AnyOperationPlugin;
  readonly #options: PluginTesterOptions;

  constructor(plugin: AnyOperationPlugin, options: PluginTesterOptions = {}) {
    this.#plugin = plugin;
    this.#options = options;
  }

  /** Registers the cases with Node's test runner (`node --test`). */
  run(cases: PluginCases): void {
    void describe(`plug-in ${this.#name}`, () => {
      void it("has cases for all it declares, and they are worth running", () => this.#checkTable(cases));
      for (const each of [...(cases.accepts ?? []), ...(cases.refuses ?? [])]) void it(String(each.title), () => this.#run(each));
    });
  }

  /** For other runners: runs everything, one case after the other. @throws LazyCases before anything runs */
  async outcomes(cases: PluginCases): Promise<readonly CaseOutcome[]> {
    this.#checkTable(cases);
    const outcomes: CaseOutcome[] = [];
    for (const each of [...cases.accepts, ...cases.refuses]) {
      const problem = await this.#run(each).then(() => undefined, (error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      outcomes.push({ title: each.title, problem });
    }
    return outcomes;
  }

  get #name(): string {
    return this.#options.name ?? this.#plugin.declaration?.name ?? "without a name";
  }

  #checkTable(cases: PluginCases): void {
    const problems = checkPluginCases(cases, this.#plugin.declaration?.capabilities ?? []);
    if (problems.length > 0) throw new LazyCases(problems);
  }

  async #run(each: AcceptsCase | RefusesCase): Promise<void> {
    const { users, operations, authorization, configurationEditing, resourceUri, patience = 5000, resources, ...plugin } = this.#options;
    const uri = resourceUri ?? resources?.[0]?.resourceUri ?? defaultResourceUri(this.#name);
    const observations = new Observations();
    const clock = new ManualClock();
    // Whoever called this waits for it by now; that waiting is not the plug-in's.
    await settled(1);
    const watch = new LeftoverWatch().start();
    let failed = true;
    try {
      const host = await startTestHost({
        clock,
        ...(users === undefined ? {} : { users }), ...(operations === undefined ? {} : { operations }), ...(authorization === undefined ? {} : { authorization }), ...(configurationEditing === undefined ? {} : { configurationEditing }),
        plugins: [{ ...plugin, plugin: observePlugin(this.#plugin, observations), resources: resources ?? [{ resourceUri: uri }] }],
      });
      try {
        await runPluginCase(each, { host, observations, patience, resourceUri: uri, pluginName: this.#name, declaration: this.#plugin.declaration, check: (run) => watch.without(run) });
        failed = false;
      } finally {
        await host.stop();
      }
    } finally {
      const left = [...(await watch.stop()), ...(clock.pending === 0 ? [] : [`${clock.pending} timer${clock.pending === 1 ? "" : "s"} of context.clock`])];
      // What went wrong first is the better story.
      if (!failed && left.length > 0) throw new LeftBehind(left);
    }
  }
}

/** The plug-in was shut down and something of it is still there. */
export class LeftBehind extends Error {
  override readonly name = "LeftBehind";
  constructor(readonly left: readonly string[]) {
    super(`The plug-in leaves something behind after its stop (end it when request.signal fires, or in shutdown):\n${left.map((thing) => `  - ${thing}`).join("\n")}`);
  }
}
