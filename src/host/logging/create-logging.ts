import type { LogFields, Logger } from "../../base/logger.js";
import type { AccessEntry } from "../../pipeline/pipeline-settings.js";
import { AccessLog } from "./access-log.js";
import { EventLog } from "./event-log.js";
import type { LogFormat } from "./log-format.js";
import type { LogLevel } from "./log-level.js";

/** The host's log: events through winston, one line per request through a buffered writer of its own. */
export interface Logging {
  readonly logger: Logger;
  logAccess(entry: AccessEntry): void;
  /** Writes out what is buffered, at once. */
  flush(): void;
  /** Writes out what is buffered; what comes later is dropped. */
  close(): Promise<void>;
}

/**
 * A stream that breaks (a full disk behind standard error, a reader that has gone) costs the lines meant for it and nothing else; how
 * often is said as soon as writing works again.
 * @param options.level request lines are of level `info`
 */
export function createLogging(options: { readonly format: LogFormat; readonly level: LogLevel; readonly stream: NodeJS.WritableStream }): Logging {
  const { stream } = options;
  const events = new EventLog(options);
  let isClosed = false;
  const logger = toLogger(events, () => isClosed);
  let failures = 0;
  const failed = (): void => void failures++;
  stream.on("error", failed);
  const access = new AccessLog(options.format, (block) => {
    stream.write(block, (error) => {
      if (error !== undefined && error !== null) return;
      const before = failures;
      failures = 0;
      if (before > 0) logger.warn("the log could not be written for a while; lines are missing before this one", { failedWrites: before });
    });
  });
  const flush = (): void => {
    events.flush();
    access.flush();
  };
  return {
    logger,
    logAccess: events.isEnabled("info") ? (entry) => void (isClosed || access.add(entry)) : () => undefined,
    flush,
    close: async () => {
      flush();
      isClosed = true;
      await events.close();
      stream.removeListener("error", failed);
    },
  };
}

/** A level that is off costs a comparison, not a formatted line. */
function toLogger(events: EventLog, isClosed: () => boolean): Logger {
  const write = (level: LogLevel) => (message: string, fields?: LogFields) => {
    if (!isClosed() && events.isEnabled(level)) events.add(level, message, fields);
  };
  return { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") };
}
