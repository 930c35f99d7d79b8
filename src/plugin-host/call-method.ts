import { isThenable } from "./call-plugin.js";
import type { CallSignal } from "./call-signal.js";

/**
 * Calls a method of a plug-in's operations with a request; the signal is made when the plug-in looks at it. Tells what came of it, at once
 * when the plug-in answers at once. Never throws but what `done` throws.
 */
export function callMethod(
  operations: Record<string, unknown> | undefined, method: string, request: object, signal: CallSignal, done: (value: unknown) => void, failed: (error: unknown) => void,
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
export function invokeMethod(operations: Record<string, unknown> | undefined, method: string, request: object, signal: CallSignal): unknown {
  return Reflect.apply(operations![method] as (request: unknown) => unknown, operations, [{ ...request, get signal() { return signal.signal; } }]);
}
