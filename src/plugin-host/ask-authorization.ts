import type { Clock } from "../base/clock.js";
import type { Logger } from "../base/logger.js";
import type { OperationDecision, Quota, UserDecision } from "../sdk/define-authorization-plugin.js";
import { describeThrown, stackOf } from "./describe-thrown.js";
import { WrongAnswer } from "./take-xml.js";
import { withDeadline } from "./with-deadline.js";

/** Reads each of an authorization plug-in's answers strictly: what is not plainly a yes is no. @throws WrongAnswer */
export const readDecision = {
  user(value: unknown): UserDecision {
    const { allow, redirect, reason, mapTo, environment, isAdministrator, context } = asRecord(value);
    if (redirect !== undefined && allow === undefined) {
      if (typeof redirect !== "string" || redirect === "") throw new WrongAnswer("gave a redirect that is not a URL");
      return { redirect };
    }
    if (allow === false) return { allow: false, ...(typeof reason === "string" ? { reason } : {}) };
    if (allow !== true || redirect !== undefined) throw new WrongAnswer("gave neither allow nor redirect");
    if (mapTo !== undefined && (typeof mapTo !== "string" || mapTo === "")) throw new WrongAnswer("gave a mapTo that is not a name");
    if (isAdministrator !== undefined && typeof isAdministrator !== "boolean") throw new WrongAnswer("gave an isAdministrator that is not true or false");
    return {
      allow: true,
      ...(mapTo === undefined ? {} : { mapTo }),
      ...(environment === undefined ? {} : { environment: readEnvironment(environment) }),
      ...(isAdministrator === undefined ? {} : { isAdministrator }),
      context,
    };
  },
  operation(value: unknown): OperationDecision {
    const { allow, reason } = asRecord(value);
    if (allow === true) return { allow: true };
    if (allow === false) return { allow: false, ...(typeof reason === "string" ? { reason } : {}) };
    throw new WrongAnswer("gave an answer without allow");
  },
  quota(value: unknown): Quota | undefined {
    if (value === undefined) return undefined;
    const { maxAllowedConcurrentShells, maxAllowedConcurrentOperations, timeslotSize, maxAllowedOperationsPerTimeslot } = asRecord(value);
    return {
      maxAllowedConcurrentShells: readLimit("maxAllowedConcurrentShells", maxAllowedConcurrentShells),
      maxAllowedConcurrentOperations: readLimit("maxAllowedConcurrentOperations", maxAllowedConcurrentOperations),
      maxAllowedOperationsPerTimeslot: readLimit("maxAllowedOperationsPerTimeslot", maxAllowedOperationsPerTimeslot),
      // Windows ignores the size where the number is unlimited.
      timeslotSize: maxAllowedOperationsPerTimeslot === "unlimited" ? 0 : (readLimit("timeslotSize", timeslotSize) as number),
    };
  },
};

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw new WrongAnswer(`gave ${value === null ? "null" : typeof value} as its answer`);
  return value as Record<string, unknown>;
}

function readEnvironment(value: unknown): Readonly<Record<string, string>> {
  const pairs = Object.entries(asRecord(value));
  if (!pairs.every(([, text]) => typeof text === "string")) throw new WrongAnswer("gave an environment whose values are not all text");
  return Object.fromEntries(pairs) as Record<string, string>;
}

function readLimit(name: string, value: unknown): number | "unlimited" {
  if (value === "unlimited" && name !== "timeslotSize") return value;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw new WrongAnswer(`gave a quota whose ${name} is not a whole number`);
}

/** Asks an authorization plug-in. Whatever throws, rejects, is late or malformed is no answer but a reason; the log has the stack. */
export class AuthorizationQuestions {
  constructor(
    private readonly plugin: string,
    private readonly timeout: number,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @param late told an answer that came after it was given up */
  async ask<T>(question: string, about: string, work: () => unknown, read: (value: unknown) => T, late?: (answer: T) => void): Promise<{ readonly answer: T } | { readonly reason: string }> {
    const fields = { plugin: this.plugin, user: about };
    const outcome = await withDeadline(this.clock, this.timeout, async () => read(await work()), (ended) => {
      if (ended.kind === "done") late?.(ended.value);
      if (ended.kind === "threw") this.logger.warn(`authorization plug-in "${this.plugin}" failed in ${question} after it was given up: ${describeThrown(ended.error)}`, fields);
    });
    if (outcome.kind === "done") return { answer: outcome.value };
    const why = outcome.kind === "late" ? `has not answered within ${this.timeout} ms` : `failed: ${describeThrown(outcome.error)}`;
    const reason = `authorization plug-in "${this.plugin}" ${why} (${question})`;
    this.logger.error(reason, { ...fields, stack: outcome.kind === "threw" ? stackOf(outcome.error) : undefined });
    return { reason };
  }
}
