import type { Clock } from "../base/clock.js";
import type { CancelReason, PluginAnswer, PluginCallContext, PluginTrouble } from "./plugin-answer.js";
import { CallSignal } from "./call-signal.js";
import type { TroubleReporter } from "./report-trouble.js";
import { takeFailure } from "./take-failure.js";

/** Calls that wait for their plug-in; what a drain waits for and, at its limit, cancels. */
export interface CallsInFlight {
  add(cancel: (reason: CancelReason) => void): () => void;
}

/** One call, ready to be made. */
export interface PluginCall<T> {
  /** For messages: `Get`. */
  readonly what: string;
  /** Calls the plug-in's method. May throw or give anything. */
  invoke(signal: CallSignal): unknown;
  /** Checks what it gave. @throws when it is wrong */
  take(value: unknown, signal: CallSignal): T;
  /** Gets a value that came too late; optional clean-up. */
  tooLate?(value: unknown): void;
  readonly context: PluginCallContext;
}

export interface CallAbilities {
  readonly clock: Clock;
  readonly inFlight: CallsInFlight;
  readonly report: TroubleReporter;
}

/**
 * Calls a plug-in and catches everything: throws, rejections, late rejections, wrong answers, silence. Answers at once when the plug-in
 * does. Never throws or rejects, never waits longer than `context.timeout`; then the signal fires and the answer is `timedOut`.
 */
export function callPlugin<T>(call: PluginCall<T>, abilities: CallAbilities): PluginAnswer<T> | Promise<PluginAnswer<T>> {
  const signal = new CallSignal();
  let value: unknown;
  try {
    value = call.invoke(signal);
    if (!isThenable(value)) return taken(call, value, signal, abilities.report);
  } catch (error) {
    return troubleOf(call, error, abilities.report);
  }
  return waitFor(call, value, signal, abilities);
}

function waitFor<T>(call: PluginCall<T>, pending: PromiseLike<unknown>, signal: CallSignal, { clock, inFlight, report }: CallAbilities): Promise<PluginAnswer<T>> {
  return new Promise((resolve) => {
    let answered = false;
    const finish = (answer: PluginAnswer<T>): void => {
      answered = true;
      stopTimer();
      forgetClient?.();
      leave();
      resolve(answer);
    };
    const cancel = (reason: CancelReason, answer: PluginAnswer<T>): void => {
      if (answered) return;
      finish(answer);
      signal.abort(reason);
    };
    const leave = inFlight.add((reason) => cancel(reason, { kind: "cancelled", reason }));
    const stopTimer = clock.after(call.context.timeout, () => cancel("timed-out", report.timedOut(call.what, call.context.timeout)));
    const forgetClient = call.context.onGone?.(() => cancel("client-gone", { kind: "cancelled", reason: "client-gone" }));
    Promise.resolve(pending).then(
      (value) => {
        if (!answered) finish(taken(call, value, signal, report));
        else call.tooLate?.(value);
      },
      (error: unknown) => {
        if (!answered) finish(troubleOf(call, error, report));
        else report.late(call.what, error);
      },
    );
  });
}

function taken<T>(call: PluginCall<T>, value: unknown, signal: CallSignal, report: TroubleReporter): PluginAnswer<T> {
  try {
    const refusal = takeFailure(value);
    return refusal === undefined ? { kind: "answered", value: call.take(value, signal) } : { kind: "refused", refusal };
  } catch (error) {
    return report.failed(call.what, error);
  }
}

function troubleOf(call: { readonly what: string }, error: unknown, report: TroubleReporter): PluginTrouble {
  try {
    const refusal = takeFailure(error);
    if (refusal !== undefined) return { kind: "refused", refusal };
  } catch {
    // A thrown object that throws when looked at is reported as what it is: a failure.
  }
  return report.failed(call.what, error);
}

/** @throws what a hostile `then` throws */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}
