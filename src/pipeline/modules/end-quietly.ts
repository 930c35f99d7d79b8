/**
 * Calls what a module has for its end. Nobody waits for it; but where it is asynchronous although its type says otherwise, a rejection that
 * nobody handles would end the process.
 */
export function endQuietly(run: () => unknown, failed: (error: unknown) => void): void {
  try {
    const ended = run();
    if (ended instanceof Promise) ended.catch(failed);
  } catch (error) {
    failed(error);
  }
}
