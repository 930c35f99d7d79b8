/** What /proc/PID/stat tells (proc_pid_stat(5)). Times in ticks. */
export interface ProcessStat {
  /** At most 15 characters, from whoever named it. */
  readonly command: string;
  readonly parent: number;
  readonly faults: number;
  readonly userTicks: number;
  readonly kernelTicks: number;
  readonly nice: number;
  readonly threads: number;
  readonly startTicks: number;
  /** Octets. */
  readonly virtualSize: number;
  /** Pages. */
  readonly residentPages: number;
}

/** @returns `undefined` for what is no such line */
export function readProcessStat(text: string): ProcessStat | undefined {
  // A name may hold blanks, line feeds and brackets; the last bracket is not its own.
  const end = text.lastIndexOf(")");
  const start = text.indexOf("(");
  if (start < 0 || end < start) return undefined;
  const fields = text.slice(end + 2).split(" ");
  // Numbers of the manual page count from 1 and have the id and the name in front.
  const field = (number: number): number => Number(fields[number - 3]);
  if (fields.length < 22) return undefined;
  return {
    command: text.slice(start + 1, end), parent: field(4), faults: (field(10) + field(12)) % 2 ** 32, userTicks: field(14), kernelTicks: field(15), nice: field(19),
    threads: field(20), startTicks: field(22), virtualSize: field(23), residentPages: field(24),
  };
}
