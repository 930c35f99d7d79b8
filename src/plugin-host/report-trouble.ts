import type { Clock } from "../base/clock.js";
import type { Logger } from "../base/logger.js";
import { describeThrown, stackOf } from "./describe-thrown.js";
import type { PluginTrouble } from "./plugin-answer.js";

/** Tells the log what plug-ins do wrong; the client gets the same id. */
export interface TroubleReporter {
  /** The plug-in threw, rejected or gave a wrong answer. */
  failed(what: string, error: unknown): PluginTrouble;
  /** It cannot be called at all. */
  unavailable(what: string, reason: string): PluginTrouble;
  /** It let the deadline of a request pass. Told once a minute: one that hangs would fill the log. @param milliseconds that it had */
  timedOut(what: string, milliseconds: number): PluginTrouble;
  /** It rejected after nobody waited any more. */
  late(what: string, error: unknown): void;
}

/** From one line about deadlines to the next. Milliseconds. */
const timedOutInterval = 60_000;

/** @param plugin its Name */
export function reportTrouble(plugin: string, { clock, logger, newId }: { readonly clock: Pick<Clock, "now">; readonly logger: Logger; newId(): string }): TroubleReporter {
  let toldAt = -Infinity;
  let omitted = 0;
  return {
    failed(what, error) {
      const errorId = newId();
      const reason = describeThrown(error);
      logger.error(`plug-in "${plugin}" failed in ${what}: ${reason}`, { errorId, plugin, stack: stackOf(error) });
      return { kind: "failed", reason, errorId };
    },
    unavailable(what, reason) {
      const errorId = newId();
      logger.error(`plug-in "${plugin}" could not be called for ${what}: ${reason}`, { errorId, plugin });
      return { kind: "unavailable", reason, errorId };
    },
    timedOut(what, milliseconds) {
      const now = clock.now();
      if (now - toldAt < timedOutInterval) omitted++;
      else {
        const before = omitted === 0 ? "" : `; ${omitted} more since the last line about that`;
        logger.warn(`plug-in "${plugin}" has not answered ${what} within the ${Math.round(milliseconds)} ms that the request left it${before}`, { plugin, operation: what });
        toldAt = now;
        omitted = 0;
      }
      return { kind: "timedOut" };
    },
    late(what, error) {
      logger.warn(`plug-in "${plugin}" failed in ${what} after the client had its answer: ${describeThrown(error)}`, { plugin });
    },
  };
}
