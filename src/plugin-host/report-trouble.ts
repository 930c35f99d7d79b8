import type { Logger } from "../base/logger.js";
import { describeThrown, stackOf } from "./describe-thrown.js";
import type { PluginTrouble } from "./plugin-answer.js";

/** Tells the log what plug-ins do wrong; the client gets the same id. */
export interface TroubleReporter {
  /** The plug-in threw, rejected or gave a wrong answer. */
  failed(what: string, error: unknown): PluginTrouble;
  /** It cannot be called at all. */
  unavailable(what: string, reason: string): PluginTrouble;
  /** It rejected after nobody waited any more. */
  late(what: string, error: unknown): void;
}

/** @param plugin its Name */
export function reportTrouble(plugin: string, logger: Logger, newId: () => string): TroubleReporter {
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
    late(what, error) {
      logger.warn(`plug-in "${plugin}" failed in ${what} after the client had its answer: ${describeThrown(error)}`, { plugin });
    },
  };
}
