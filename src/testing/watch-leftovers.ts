import { createHook, executionAsyncId } from "node:async_hooks";
import { pathToFileURL } from "node:url";
import { sep } from "node:path";
import { packageRoot } from "../host/package-root.js";
import { settled } from "./settled.js";

/** What keeps something going or open. Others end by themselves or with the garbage. */
const kinds: ReadonlyMap<string, string> = new Map([
  ["Timeout", "a timer"], ["PROMISE", "a promise that is still pending"], ["TCPSERVERWRAP", "a listening socket"], ["TCPWRAP", "a connection"],
  ["PIPESERVERWRAP", "a listening pipe"], ["PIPEWRAP", "a pipe"], ["UDPWRAP", "a UDP socket"], ["PROCESSWRAP", "a child process"], ["FSEVENTWRAP", "a file watcher"],
  ["STATWATCHER", "a file watcher"], ["SIGNALWRAP", "a signal handler"], ["WORKER", "a worker thread"], ["MESSAGEPORT", "a message port"],
]);

const ours = [`${packageRoot}${sep}dist${sep}src${sep}`, pathToFileURL(`${packageRoot}${sep}dist${sep}src${sep}`).href];

interface Resource {
  readonly type: string;
  readonly place: string;
}

/** Notes what is made while it watches, by code that is neither the host's nor Node's, and has not ended. */
export class LeftoverWatch {
  readonly #alive = new Map<number, Resource>();
  /** Async ids that descend from code under test, for what Node makes later on its behalf. */
  readonly #descendants = new Map<number, string>();
  #paused = false;
  readonly #hook = createHook({
    init: (id, type, trigger) => this.#begun(id, type, trigger),
    // A continuation that runs is no longer waited for.
    before: (id) => void (this.#alive.get(id)?.type === "PROMISE" && this.#alive.delete(id)),
    promiseResolve: (id) => void this.#alive.delete(id),
    destroy: (id) => void (this.#alive.get(id)?.type !== "PROMISE" && this.#alive.delete(id)),
  });

  start(): this {
    this.#hook.enable();
    return this;
  }

  /** Runs a test's own code, whose doings are not the plug-in's. */
  without<T>(run: () => T): T {
    this.#paused = true;
    try {
      return run();
    } finally {
      this.#paused = false;
    }
  }

  /** Ends the watch. @returns one sentence part for each thing left, with the place that made it */
  async stop(): Promise<readonly string[]> {
    // Handles that were closed say so a few turns later.
    for (let round = 0; round < 10 && this.#alive.size > 0; round++) await settled();
    this.#hook.disable();
    return [...this.#alive.values()].map(({ type, place }) => `${kinds.get(type)!}, made at ${place}`);
  }

  #begun(id: number, type: string, trigger: number): void {
    if (this.#paused) return;
    const place = innermostPlace();
    const inherited = place === undefined ? (this.#descendants.get(trigger) ?? this.#descendants.get(executionAsyncId())) : undefined;
    const owner = place === undefined ? inherited : ours.some((start) => place.startsWith(start)) ? undefined : place;
    if (owner === undefined) return;
    this.#descendants.set(id, owner);
    // Promises that Node makes for itself are Node's business.
    if (kinds.has(type) && (type !== "PROMISE" || place !== undefined)) this.#alive.set(id, { type, place: owner });
  }
}

/** `file:line` of the innermost frame that is not Node's; `undefined` when there is none. */
function innermostPlace(): string | undefined {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 40;
  Error.prepareStackTrace = (_error, sites) => sites;
  const holder: { stack?: NodeJS.CallSite[] } = {};
  Error.captureStackTrace(holder, innermostPlace);
  const sites = holder.stack ?? [];
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  // The first frames are this watch's own.
  const outside = sites.slice(sites.findIndex((site) => site.getFileName()?.startsWith("node:") === true));
  const frame = outside.find((site) => {
    const file = site.getFileName();
    return file !== null && file !== undefined && file !== "" && !file.startsWith("node:");
  });
  return frame === undefined ? undefined : `${frame.getFileName()}:${frame.getLineNumber()}`;
}
