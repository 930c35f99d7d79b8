import { createLogger, format, transports, type Logger as WinstonLogger } from "winston";
import type { LogFields, Logger } from "../../base/logger.js";
import type { AccessEntry } from "../../pipeline/pipeline-settings.js";
import { AccessLog } from "./access-log.js";
import { escapeUnprintable } from "./escape-unprintable.js";
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

const lineOf = Symbol.for("message");

/**
 * A stream that breaks (a full disk behind standard error, a reader that has gone) costs the lines meant for it and nothing else; how
 * often is said as soon as writing works again.
 * @param options.level request lines are of level `info`
 */
export function createLogging(options: { readonly format: LogFormat; readonly level: LogLevel; readonly stream: NodeJS.WritableStream }): Logging {
  const { stream } = options;
  const winston = createLogger({
    level: options.level,
    format: format.combine(format.timestamp(), options.format === "json" ? format.json() : format.printf((info) => readable(info)), escapedLine()),
    transports: [new transports.Stream({ stream })],
  });
  let isClosed = false;
  const logger = fromWinston(winston, () => isClosed);
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
  return {
    logger,
    logAccess: winston.isLevelEnabled("info") ? (entry) => void (isClosed || access.add(entry)) : () => undefined,
    flush: () => access.flush(),
    close: async () => {
      access.flush();
      isClosed = true;
      await new Promise<void>((resolve) => {
        winston.once("finish", resolve);
        winston.end();
      });
      stream.removeListener("error", failed);
    },
  };
}

/** A level that is off costs a comparison, not a formatted line. */
function fromWinston(winston: WinstonLogger, isClosed: () => boolean): Logger {
  const write = (level: LogLevel) => (message: string, fields?: LogFields) => {
    if (!isClosed() && winston.isLevelEnabled(level)) winston.log(level, message, fields);
  };
  return { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") };
}

/** Whatever strangers and plug-ins said, a line is one line. */
const escapedLine = format((info) => {
  const finished = info as Record<symbol, unknown>;
  finished[lineOf] = escapeUnprintable(String(finished[lineOf]));
  return info;
});

function readable({ level, message, timestamp, ...fields }: Readonly<Record<string, unknown>>): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${typeof value === "string" ? quoteWhenNeeded(value) : String(value)}`)
    .join("");
  return `${String(timestamp)} ${String(level).padEnd(5)} ${String(message)}${rest}`;
}

const quoteWhenNeeded = (text: string): string => (/^[\w.:/@*+-]+$/u.test(text) ? text : JSON.stringify(text));
