import { isAbsolute } from "node:path";

/** InitializationParameters that this plug-in understands. */
export const parameterNames = ["DefaultWorkingDirectory", "InheritEnvironment", "MaxCpuSecondsPerCommand", "MaxMemoryPerShellMB", "MaxProcessesPerShell", "RunAsSender", "Shell"] as const;

/** What the operating system is told to bound; `undefined` where nothing is. */
export interface Limits {
  readonly processes: number | undefined;
  /** Megabytes (1,048,576 octets). */
  readonly memory: number | undefined;
  /** Seconds of processor time. */
  readonly processorTime: number | undefined;
}

export interface Parameters {
  readonly limits: Limits;
  /** Absolute; `undefined`: the account's home for RunAsSender, otherwise the host's own. */
  readonly defaultWorkingDirectory: string | undefined;
  readonly inheritEnvironment: boolean;
  readonly runAsSender: boolean;
  /** Absolute path of the shell. Not used on Windows. */
  readonly shell: string;
}

/** @throws Error that says which names and values are wrong and what can be given */
export function readParameters(given: ReadonlyMap<string, string>): Parameters {
  const problems: string[] = [];
  // Passed over, a mistyped RunAsSender would run everybody's commands as the host's account.
  for (const name of given.keys()) if (!parameterNames.some((known) => known.toLowerCase() === name.toLowerCase())) problems.push(`there is no parameter ${JSON.stringify(name)}; there are ${parameterNames.join(", ")}`);
  const wrong = (name: string, value: string, rather: string): undefined => void problems.push(`the parameter ${name} is ${JSON.stringify(value)}; give ${rather}`);
  const text = (name: (typeof parameterNames)[number]): string | undefined => {
    const value = given.get(name)?.trim();
    return value === "" ? undefined : value;
  };
  const truth = (name: (typeof parameterNames)[number]): boolean | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    return /^true$/iu.test(value) ? true : /^false$/iu.test(value) ? false : wrong(name, value, '"true" or "false"');
  };
  const limit = (name: (typeof parameterNames)[number]): number | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const number = /^\d{1,9}$/u.test(value) ? Number(value) : wrong(name, value, "a whole number from 1 to 999999999, or 0 for no limit");
    return number === 0 ? undefined : number;
  };
  const path = (name: (typeof parameterNames)[number]): string | undefined => {
    const value = text(name);
    return value === undefined || isAbsolute(value) ? value : wrong(name, value, "an absolute path");
  };
  const runAsSender = truth("RunAsSender") ?? false;
  const parameters: Parameters = {
    limits: { processes: limit("MaxProcessesPerShell"), memory: limit("MaxMemoryPerShellMB"), processorTime: limit("MaxCpuSecondsPerCommand") },
    defaultWorkingDirectory: path("DefaultWorkingDirectory"),
    // What the host has in its environment may be nobody else's business.
    inheritEnvironment: truth("InheritEnvironment") ?? !runAsSender,
    runAsSender,
    shell: path("Shell") ?? "/bin/sh",
  };
  if (problems.length > 0) throw new Error(problems.join("; "));
  return parameters;
}
