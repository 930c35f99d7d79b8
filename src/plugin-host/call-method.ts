import { isThenable } from "./call-plugin.js";
import type { CallSignal } from "./call-signal.js";
import { PluginRequest, type AskedRequest } from "./plugin-request.js";

/**
 * Calls a method of a plug-in's operations with a request; the signal is made when the plug-in looks at it. Tells what came of it, at once
 * when the plug-in answers at once. Never throws but what `done` throws.
 */
export function callMethod(
  operations: Record<string, unknown> | undefined, method: string, request: AskedRequest, signal: CallSignal, done: (value: unknown) => void, failed: (error: unknown) => void,
): void {
  let value: unknown;
  let isLater: boolean;
  try {
    value = invokeMethod(operations, method, request, signal);
    isLater = isThenable(value);
  } catch (error) {
    return failed(error);
  }
  if (isLater) void Promise.resolve(value).then(done, failed);
  else done(value);
}

/** @throws what the plug-in throws */
export function invokeMethod(operations: Record<string, unknown> | undefined, method: string, request: AskedRequest, signal: CallSignal): unknown {
  const called = operations![method] as (request: unknown) => unknown;
  if (crossing.has(called)) return (called as Crossing)(request, signal);
  return called.call(operations, new PluginRequest(request, signal));
}

/** Stands for a method of a plug-in that is elsewhere. */
export type Crossing = (request: AskedRequest, signal: CallSignal) => unknown;

const crossing = new WeakSet<object>();

/** Marks a function as one of the host's own, which takes the request as it is and needs no AbortSignal: making one costs more than the call. */
export function markCrossing(method: Crossing): Crossing {
  crossing.add(method);
  return method;
}
