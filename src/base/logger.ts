/** Where events go. Fields are flat and never hold bodies, passwords or tickets. */
export interface Logger {
  error(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
}

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Says nothing; for tests and tools. */
export const silentLogger: Logger = { error() {}, warn() {}, info() {}, debug() {} };
