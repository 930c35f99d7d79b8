import { createLogger, format, transports, type Logger as WinstonLogger } from "winston";
import type { LogFields, Logger } from "../../base/logger.js";
import type { AccessEntry } from "../../pipeline/pipeline-settings.js";
import { AccessLog } from "./access-log.js";
import type { LogFormat } from "./log-format.js";

/** The host's log: events through winston, one line per request through a buffered writer of its own. */
export interface Logging {
  readonly logger: Logger;
  logAccess(entry: AccessEntry): void;
  /** Writes out what is buffered. */
  close(): Promise<void>;
}

/**
 * @param level the least that is written: `error`, `warn`, `info` or `debug`
 */
export function createLogging(options: { readonly format: LogFormat; readonly level: string; readonly stream: NodeJS.WritableStream }): Logging {
  const winston = createLogger({
    level: options.level,
    format: format.combine(format.timestamp(), options.format === "json" ? format.json() : format.printf((info) => readable(info))),
    transports: [new transports.Stream({ stream: options.stream })],
  });
  const access = new AccessLog(options.format, (block) => void options.stream.write(block));
  return {
    logger: fromWinston(winston),
    logAccess: (entry) => access.add(entry),
    close: async () => {
      access.flush();
      await new Promise<void>((resolve) => {
        winston.once("finish", resolve);
        winston.end();
      });
    },
  };
}

/** A level that is off costs a comparison, not a formatted line. */
function fromWinston(winston: WinstonLogger): Logger {
  const write = (level: "error" | "warn" | "info" | "debug") => (message: string, fields?: LogFields) => {
    if (winston.isLevelEnabled(level)) winston.log(level, message, fields);
  };
  return { error: write("error"), warn: write("warn"), info: write("info"), debug: write("debug") };
}

function readable({ level, message, timestamp, ...fields }: Readonly<Record<string, unknown>>): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${typeof value === "string" ? quoteWhenNeeded(value) : String(value)}`)
    .join("");
  return `${String(timestamp)} ${String(level).padEnd(5)} ${String(message)}${rest}`;
}

const quoteWhenNeeded = (text: string): string => (/^[\w.:/@*+-]+$/u.test(text) ? text : JSON.stringify(text));
