import { createRequire } from "node:module";
import type * as Winston from "winston";
import type { LogFields } from "../../base/logger.js";
import { escapeUnprintable } from "./escape-unprintable.js";
import { isoTime } from "./iso-time.js";
import type { LogFormat } from "./log-format.js";
import { logLevels, type LogLevel } from "./log-level.js";

export interface EventLogOptions {
  readonly format: LogFormat;
  readonly level: LogLevel;
  readonly stream: NodeJS.WritableStream;
}

interface Line {
  readonly level: string;
  readonly message: string;
  readonly timestamp: string;
  readonly [field: string]: unknown;
}

/** How long after the start winston is loaded when nothing had to be said before: not when every file descriptor is taken. Milliseconds. */
const settled = 1000;
/** How long the first line waits: loading winston would hold up the first answers, which come at the same time. Milliseconds. */
const pause = 100;
/** So many lines do not wait. */
const manyWaiting = 100;
/** Lines that wait at most while winston cannot be loaded; later ones are dropped. */
const mostWaiting = 1000;
const lineOf = Symbol.for("message");

/**
 * Events of the host and its plug-ins, through winston. It is loaded soon after the first line, or a second after the start: it takes as
 * long as all the rest of starting that writes no line. What ends the process writes out what waits.
 */
export class EventLog {
  readonly #options: EventLogOptions;
  readonly #loadLater: NodeJS.Timeout;
  #winston: Winston.Logger | undefined;
  #waiting: Line[] = [];
  #loading: Promise<void> | undefined;
  #loadSoon: NodeJS.Timeout | undefined;

  constructor(options: EventLogOptions) {
    this.#options = options;
    this.#loadLater = setTimeout(() => void this.#load(), settled).unref();
  }

  isEnabled(level: LogLevel): boolean {
    return logLevels.indexOf(level) <= logLevels.indexOf(this.#options.level);
  }

  add(level: LogLevel, message: string, fields: LogFields | undefined): void {
    const line = { ...fields, level, message, timestamp: isoTime(Date.now()) };
    if (this.#winston !== undefined) this.#winston.log(line);
    else if (this.#waiting.length < mostWaiting) {
      if (this.#waiting.push(line) >= manyWaiting) void this.#load();
      else this.#loadSoon ??= setTimeout(() => void this.#load(), pause).unref();
    }
  }

  /** Writes out what waits, at once. */
  flush(): void {
    if (this.#waiting.length > 0) this.#begin(createRequire(import.meta.url)("winston") as typeof Winston);
  }

  /** Writes out what waits; nothing may be added after it. */
  async close(): Promise<void> {
    clearTimeout(this.#loadLater);
    this.flush();
    const winston = this.#winston;
    if (winston === undefined) return;
    await new Promise<void>((resolve) => {
      winston.once("finish", resolve);
      winston.end();
    });
  }

  #load(): Promise<void> {
    return (this.#loading ??= import("winston").then(
      (module) => this.#begin(module),
      // Tried again with the next line: what kept it from loading may be over.
      () => void (this.#loading = this.#loadSoon = undefined),
    ));
  }

  #begin({ createLogger, format, transports }: typeof Winston): void {
    if (this.#winston !== undefined) return;
    const { level, stream } = this.#options;
    /** Whatever strangers and plug-ins said, a line is one line. */
    const escaped = format((info) => {
      const finished = info as Record<symbol, unknown>;
      finished[lineOf] = escapeUnprintable(String(finished[lineOf]));
      return info;
    });
    this.#winston = createLogger({
      level,
      format: format.combine(this.#options.format === "json" ? format.json() : format.printf((info) => readable(info)), escaped()),
      transports: [new transports.Stream({ stream })],
    });
    const lines = this.#waiting;
    this.#waiting = [];
    for (const line of lines) this.#winston.log(line);
  }
}

function readable({ level, message, timestamp, ...fields }: Readonly<Record<string, unknown>>): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${typeof value === "string" ? quoteWhenNeeded(value) : shown(value)}`)
    .join("");
  return `${String(timestamp)} ${String(level).padEnd(5)} ${String(message)}${rest}`;
}

/** A plug-in may log objects that cannot be made text. */
function shown(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

const quoteWhenNeeded = (text: string): string => (/^[\w.:/@*+-]+$/u.test(text) ? text : JSON.stringify(text));
