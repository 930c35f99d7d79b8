import type { Logger, LogFields } from "../base/logger.js";

export interface LogLine {
  readonly level: "error" | "warn" | "info" | "debug";
  readonly message: string;
  readonly fields: LogFields;
}

/** Keeps what is logged, for tests to look at. */
export class RecordingLogger implements Logger {
  readonly lines: LogLine[] = [];
  readonly error = this.#keeper("error");
  readonly warn = this.#keeper("warn");
  readonly info = this.#keeper("info");
  readonly debug = this.#keeper("debug");

  /** Lines whose message holds the text, optionally of one level only. */
  find(text: string | RegExp, level?: LogLine["level"]): readonly LogLine[] {
    return this.lines.filter((line) => (level === undefined || line.level === level) && (typeof text === "string" ? line.message.includes(text) : text.test(line.message)));
  }

  #keeper(level: LogLine["level"]): (message: string, fields?: LogFields) => void {
    return (message, fields = {}) => void this.lines.push({ level, message, fields });
  }
}
