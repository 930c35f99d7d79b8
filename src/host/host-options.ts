import { resolve } from "node:path";
import type { BeginOptions } from "./begin-host.js";
import { defaultState } from "./default-state.js";
import type { LogFormat } from "./logging/log-format.js";
import type { LogLevel } from "./logging/log-level.js";

/** What an embedding program says. */
export interface HostOptions {
  /** An applicationHost.config, a folder holding one, or a lone web.config. */
  readonly config: string;
  /**
   * The state directory, made where it is missing: accounts, audit log, documents of plug-ins. One host at a time may have it. That of
   * `wsmanor serve` by default: `WSMANOR_STATE`, or the account's own.
   */
  readonly state?: string;
  /** One JSON object a line, or text for people (default). */
  readonly logFormat?: LogFormat;
  /** The least that is logged; `info` by default. */
  readonly logLevel?: LogLevel;
  /** Where the log goes; standard error by default. */
  readonly log?: NodeJS.WritableStream;
}

/** Fills in what was not said. The process is the embedding program's: its failures stay its own. */
export const readHostOptions = ({ config, state = defaultState(process.env), logFormat = "text", logLevel = "info", log = process.stderr }: HostOptions): Omit<BeginOptions, "port"> =>
  ({ configPath: resolve(config), stateDirectory: resolve(state), logFormat, logLevel, log, ownsProcess: false });
