/** Ends when everything that was ready has run, and what that made ready, a few turns deep. */
export async function settled(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
