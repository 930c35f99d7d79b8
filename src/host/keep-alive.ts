/**
 * Keeps the process from ending while something is waited for. The host's own timers do not (only sockets do), and before anything
 * listens, or after everything is closed, Node would take a plug-in that never answers for the end of the program.
 */
export async function keepingAlive<T>(work: () => Promise<T>): Promise<T> {
  const alive = setInterval(() => undefined, 2 ** 30);
  try {
    return await work();
  } finally {
    clearInterval(alive);
  }
}
