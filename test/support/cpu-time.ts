/** Milliseconds of processor that `run` took: unlike the time on the clock it does not grow when the machine has other work. */
export function cpuTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
