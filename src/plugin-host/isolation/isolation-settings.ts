/** Where a plug-in runs and what it may use there. */
export interface IsolationSettings {
  readonly mode: "inProcess" | "worker" | "process";
  /** Octets; `undefined`: no limit. */
  readonly memoryLimit: number | undefined;
  /** Percent of one core over ten seconds; `undefined`: no limit. */
  readonly cpuLimitPercent: number | undefined;
  /** Milliseconds its code may keep its thread to itself while a request waits. */
  readonly hangTimeoutMs: number;
  /** Account of its child process; `undefined`: the host's own. */
  readonly account: string | undefined;
}
