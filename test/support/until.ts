/** Waits, without a bound of its own, until something outside has happened: the test runner's time-out is the bound. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}
