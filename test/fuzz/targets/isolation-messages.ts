import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { Logger } from "../../../src/base/logger.js";
import { EventLog } from "../../../src/host/logging/event-log.js";
import type { FarSideEvents } from "../../../src/plugin-host/isolation/far-side.js";
import { IsolatedPlugin } from "../../../src/plugin-host/isolation/isolated-plugin.js";
import type { ToHost } from "../../../src/plugin-host/isolation/messages.js";
import { InFlight } from "../../../src/plugin-host/in-flight.js";
import { reportTrouble } from "../../../src/plugin-host/report-trouble.js";
import { guardCommandOutput } from "../../../src/plugin-host/shells/guarded-output.js";
import { GuardedShell } from "../../../src/plugin-host/shells/guarded-shell.js";
import { OpenOutputs } from "../../../src/plugin-host/shells/open-outputs.js";
import type { CommandSink } from "../../../src/plugin-host/shells/shell-types.js";
import { checkDocumentName } from "../../../src/store/documents/document-store.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import type { FuzzTarget } from "../fuzz-target.js";
import type { Random } from "../random.js";

const sketch = { is: "object", members: [["declaration", { is: "object", members: [["name", { is: "value", value: "x" }]] }], ["startup", { is: "function" }]] };
const shells = { is: "object", members: [["openShell", { is: "function" }]] };
const facts = { takesInput: true, takesSignals: false, canConnect: true, hasOutput: true, processId: 7 };
const seeds: readonly unknown[] = [
  { type: "answer", id: 1, answer: { kind: "sketch", sketch } }, { type: "answer", id: 2, answer: { kind: "sketch", sketch } }, { type: "answer", id: 2, answer: { kind: "failed", thrown: { name: "Error", message: "m", stack: "s" } } },
  { type: "answer", id: 1, answer: { kind: "refused", refusal: { kind: "quota", detail: "$undefined", code: 1, message: "m", extended: "<a/>" } } }, { type: "answer", id: 3, answer: { kind: "items", items: ["<a/>"], end: "more" } },
  { type: "log", level: "info", message: "m", fields: { a: 1 } }, { type: "stray", what: "timer", thrown: { name: "TypeError", message: "m", stack: "s" } }, { type: "pong", memory: 1 }, { type: "hostWanted" },
  { type: "storage", id: 1, operation: "write", name: "a.json", content: "$bytes" }, { type: "storage", id: 2, operation: "read", name: "../x", content: "$undefined" },
];
/** Of a plug-in with shells: the first two open one. */
const shellSeeds: readonly unknown[] = [
  { type: "answer", id: 2, answer: { kind: "sketch", sketch: shells } }, { type: "answer", id: 3, answer: { kind: "stream", facts } },
  { type: "output", output: 3, stream: "stdout", pieces: 1, data: "$bytes" }, { type: "output", output: 3, stream: "stdout", pieces: 3000, data: "$bytes" }, { type: "wrongOutput", output: 3 }, { type: "streamEnd", output: 3, stream: "stdout" },
  { type: "done", output: 3, result: 0 }, { type: "done", output: 3, result: { kind: "quota", detail: "$undefined", code: 1, message: "m", extended: "<a/>" } }, { type: "facts", of: 3, facts },
];
const odd: readonly unknown[] = ["$undefined", "$bigint", "$cycle", "$unshowable", "$bytes", "$map", null, -1, 1, 2, 1.5, "", "value", "items", "end", "error", "answer", "log", "storage", "__proto__", "\n\u0000", "\ud800", [], {}, [[]], { is: "function" }, { length: 1e9 }, true];

/** One place anywhere in a value exchanged for something odd, or left out. */
function disturb(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.oneIn(6)) return random.pick(odd);
  if (Array.isArray(value)) return value.length === 0 ? [random.pick(odd)] : value.with(random.below(value.length), disturb(random.pick(value as unknown[]), random));
  const entries = Object.entries(value);
  if (entries.length === 0) return random.pick(odd);
  const at = random.below(entries.length);
  return Object.fromEntries(random.oneIn(8) ? entries.toSpliced(at, 1) : entries.with(at, [entries[at]![0], disturb(entries[at]![1], random)]));
}

/** What only the structured clone algorithm can send. */
function revived(_: string, value: unknown): unknown {
  if (value === "$bigint") return 2n ** 70n;
  if (value === "$bytes") return new Uint8Array(3);
  if (value === "$map") return new Map([["a", 1]]);
  if (value === "$unshowable") return { toString: 1, valueOf: 1, toJSON: 1, message: { toString: 1 } };
  if (value !== "$cycle") return value;
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  return cycle;
}

const orUndefined = (value: unknown): unknown => (typeof value !== "object" || value === null ? (value === "$undefined" ? undefined : value) : (Object.entries(value).forEach(([name, inner]) => inner === "$undefined" && ((value as Record<string, unknown>)[name] = undefined)), value));

/** The shell that a plug-in's operations open, behind the host's walls. */
async function opened(operations: unknown, logger: Logger): Promise<unknown> {
  const { openShell } = (operations ?? {}) as { openShell?: (request: unknown) => Promise<unknown> };
  if (typeof openShell !== "function") return undefined;
  const clock = new ManualClock();
  const report = reportTrouble("p", { clock, logger, newId: () => "ERR-1" });
  const sink: CommandSink = { write: async () => true, end: (stream) => assert.equal(typeof stream, "string"), done: (result) => assert.ok(typeof result === "number" ? result >= 0 : typeof result.message === "string") };
  const none = { size: 0, entries: () => [] };
  const shell = await openShell({ selectors: none, options: none, sender: { environment: new Map() }, limits: { remainingResultSize: () => 0 }, environment: new Map(), output: guardCommandOutput(sink, report), signal: new AbortController().signal }).catch(() => undefined);
  return shell === undefined ? undefined : new GuardedShell(shell, "shell", { clock, report, closeLimit: 1000, inFlight: new InFlight(), outputs: new OpenOutputs() }, () => undefined);
}

/** A JSON list of the messages that a plug-in's side sends. */
export const isolationMessages: FuzzTarget<string> = {
  name: "isolation-messages",
  promise: "Whatever the code of an isolated plug-in sends the host as messages, the host goes on: it is answered, logged on one line each, or costs the plug-in its place.",
  cases: 1500,
  least: { read: 0.3, refused: 0.1 },
  open: () => {
    const lines: string[] = [];
    const stream = new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) });
    const logs = (["text", "json"] as const).map((format) => new EventLog({ format, level: "debug", stream }));
    const add = (level: "error" | "warn" | "info" | "debug") => (message: string, fields?: Readonly<Record<string, unknown>>): void => logs.forEach((log) => log.add(level, message, fields as never));
    const logger = { error: add("error"), warn: add("warn"), info: add("info"), debug: add("debug") } as unknown as Logger;
    const storage = { read: async (name: string) => (checkDocumentName(name), undefined), write: async (name: string) => checkDocumentName(name), remove: async (name: string) => checkDocumentName(name) };
    const host = { productVendor: "", productVersion: "", settings: () => ({}) as never, listeners: () => [], plugins: () => [], certificateMappings: () => [] };
    return {
      make: (random) => JSON.stringify([
        ...(random.oneIn(4) ? [] : [seeds[0]]),
        ...(random.oneIn(2)
          ? Array.from({ length: 1 + random.below(5) }, () => (random.oneIn(3) ? random.pick(seeds) : disturb(random.pick(seeds), random)))
          : [...shellSeeds.slice(0, 2), ...Array.from({ length: 1 + random.below(5) }, () => (random.oneIn(3) ? random.pick(shellSeeds) : disturb(random.pick(shellSeeds), random)))]),
      ]),
      check: async (text) => {
        const messages = JSON.parse(text, revived) as unknown[];
        let far: FarSideEvents | undefined;
        let killed = false;
        const settings = { mode: "worker", memoryLimit: undefined, cpuLimitPercent: undefined, hangTimeoutMs: 2000, account: undefined } as const;
        const plugin = new IsolatedPlugin("p", settings, {
          clock: new ManualClock(), logger, host, newId: () => "ERR-1",
          startFarSide: async (_name, _settings, events) => ((far = events), { post: () => undefined, kill: () => void (killed = true), memory: () => undefined, sharedMemory: () => undefined, processorTime: () => undefined }),
        }, { died: () => undefined, answered: () => undefined });
        let loaded: unknown;
        const load = plugin.load("/p.js").then((value) => (loaded = value), () => undefined);
        await turn();
        let start: Promise<unknown> | undefined;
        let shell: unknown;
        for (const message of messages) {
          far!.message(orUndefined(message) as ToHost);
          await turn();
          const startup = (loaded as { startup?: unknown } | undefined)?.startup;
          if (start === undefined && typeof startup === "function") start = Promise.resolve((startup as (context: unknown) => Promise<unknown>)({ storage, host, initializationParameters: new Map() })).then((given) => opened(given, logger), () => undefined).then((given) => (shell = given));
        }
        far!.ended("ended itself with exit code 1");
        await load;
        await start;
        if (shell instanceof GuardedShell) {
          assert.equal(typeof shell.hasOutput, "boolean");
          assert.ok(shell.processId === undefined || shell.processId > 0);
          await shell.close("deleted");
        }
        for (const line of lines.splice(0)) assert.ok(line.endsWith("\n") && line.indexOf("\n") === line.length - 1 && line.isWellFormed(), JSON.stringify(line));
        return !killed && loaded !== undefined;
      },
      close: async () => {
        await Promise.all(logs.map((log) => log.close()));
      },
    };
  },
};
