/**
 * What a plug-in leaves behind outside of any call (a timer that throws, a promise that nobody awaits) is caught by nobody, and Node's
 * answer to it is to end the process, with everybody else's requests. Here it is logged under an id with whose code it was, and the host
 * goes on: requests have their own nets, so what arrives here belongs to no request. `process.exit` throws where a plug-in calls it.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Logger } from "../base/logger.js";
import { describeThrown, stackOf } from "../plugin-host/describe-thrown.js";
import { packageRoot } from "./package-root.js";

/** Lines a minute at most: a timer that throws a thousand times a second must not fill the disk. */
const linesPerMinute = 60;

export interface GuardAbilities {
  readonly logger: Logger;
  newId(): string;
  /** Monotonic milliseconds. */
  now(): number;
  /** Names of the plug-ins whose code a stack trace shows. */
  pluginsIn(stack: string): readonly string[];
  /** The process is about to end though nobody asked for it: the last moment to write something out. Synchronous. */
  onUnexpectedExit(): void;
}

export interface ProcessGuard {
  /** From here on an exit is expected. */
  expectExit(): void;
  /** Gives the process back to Node's own rules. */
  remove(): void;
}

/** What a plug-in meets that calls `process.exit`. */
export class ExitRefused extends Error {
  constructor() {
    super("process.exit is the host's; a plug-in may not end the process");
  }
}

/** Guards this process from now on. */
export function guardProcess(abilities: GuardAbilities): ProcessGuard {
  const report = reporter(abilities);
  const exit = process.exit;
  process.exit = (code) => {
    if (isOurOwn(new Error("process.exit").stack)) return exit.call(process, code);
    throw new ExitRefused();
  };
  const thrown = (error: unknown): void => report("an exception that nobody caught", error);
  const rejected = (error: unknown): void => report("a rejection that nobody handled", error);
  let isExpected = false;
  const exiting = (code: number): void => {
    if (isExpected) return;
    const stack = new Error("process.exit").stack ?? "";
    abilities.logger.error(`the process is made to end (process.exit, code ${code})${ownerText(abilities.pluginsIn(stack))}`, { stack });
    abilities.onUnexpectedExit();
  };
  process.on("uncaughtException", thrown);
  process.on("unhandledRejection", rejected);
  process.on("exit", exiting);
  return {
    expectExit: () => void (isExpected = true),
    remove: () => {
      process.exit = exit;
      process.removeListener("uncaughtException", thrown);
      process.removeListener("unhandledRejection", rejected);
      process.removeListener("exit", exiting);
    },
  };
}

function reporter({ logger, newId, now, pluginsIn }: GuardAbilities): (what: string, error: unknown) => void {
  let windowStart = -Infinity;
  let lines = 0;
  return (what, error) => {
    try {
      if (now() - windowStart >= 60_000) {
        if (lines > linesPerMinute) logger.error(`${lines - linesPerMinute} more failures outside of calls were not logged`);
        windowStart = now();
        lines = 0;
      }
      if (++lines > linesPerMinute) return;
      const stack = stackOf(error);
      const plugins = stack === undefined ? [] : pluginsIn(stack);
      logger.error(`${what}${ownerText(plugins)}; the host goes on: ${describeThrown(error)}`, {
        errorId: newId(), stack, ...(plugins.length === 0 ? {} : { plugin: plugins.join(", ") }),
      });
    } catch {
      // Whatever is wrong with the log, this is the last net and has none below it.
    }
  };
}

/** As modules, and as the command's own files are made of them. */
const ownCode = ["src", "command"].flatMap((folder) => [join(packageRoot, "dist", folder), pathToFileURL(join(packageRoot, "dist", folder)).href]);

/** Does the frame that called stand in this package's own code? Line 0 is the error, line 1 the replacement of `process.exit`. */
function isOurOwn(stack: string | undefined): boolean {
  const caller = stack?.split("\n")[2];
  return caller === undefined || ownCode.some((folder) => caller.includes(folder));
}

const ownerText = (plugins: readonly string[]): string => (plugins.length === 0 ? "" : `, in the code of plug-in ${plugins.map((name) => `"${name}"`).join(", ")}`);
