import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { sendPlain } from "./plain-request.js";
import { openDescriptors, residentMemory } from "./process-figures.js";
import type { RunningHost } from "./running-host.js";

/** What a host has in use, as its status, its process and the machine tell. */
export interface HostFigures {
  readonly shells: number;
  readonly enumerations: number;
  readonly operations: number;
  /** Timers of all kinds; the event loop's other resources, such as sockets and pipes. */
  readonly timers: number;
  readonly handles: number;
  readonly descriptors: number;
  readonly childProcesses: number;
  readonly threads: number;
  /** Of the heap and its buffers after a garbage collection, and of the process. */
  readonly heldMB: number;
  readonly residentMB: number;
}

/** Variables of a host that tells what only its process knows. @param file scratch, where it does */
export function tellingEnvironment(file: string): NodeJS.ProcessEnv {
  appendFileSync(file, "");
  return { NODE_OPTIONS: `--import ${new URL("telling-host.js", import.meta.url).href}`, WSMANOR_TEST_RESOURCES: file };
}

interface Told {
  readonly timers: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly held: number;
}

interface Status {
  readonly applications: readonly { readonly requestsInFlight: number; readonly openEnumerations: number; readonly openShells: number }[];
}

/** @param file as for tellingEnvironment */
export async function hostFigures(host: RunningHost, file: string): Promise<HostFigures> {
  const { openShells: shells, openEnumerations: enumerations, requestsInFlight: operations } = await applicationStatus(host);
  const lines = (): readonly string[] => readFileSync(file, "utf8").split("\n");
  const before = lines().length;
  process.kill(host.pid, "SIGUSR2");
  while (lines().length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  const { timers, kinds, held } = JSON.parse(lines().at(-2)!) as Told;
  const { Timeout: _, ...others } = kinds;
  return {
    shells, enumerations, operations, timers, handles: Object.values(others).reduce((sum, count) => sum + count, 0),
    descriptors: openDescriptors(host.pid), childProcesses: childProcesses(host.pid).length, threads: readdirSync(`/proc/${host.pid}/task`).length,
    heldMB: held / 1048576, residentMB: residentMemory(host.pid) / 1048576,
  };
}

/** What the host's status says of its only application. */
export async function applicationStatus(host: RunningHost): Promise<Status["applications"][number]> {
  const answer = await sendPlain(`http://127.0.0.1:${host.port}/status`, { method: "GET", headers: { Authorization: host.authorization } });
  return (JSON.parse(answer.text) as Status).applications[0]!;
}

/** Ids of processes whose parent this one is, also of those that are over and that it has not asked about. */
export function childProcesses(pid: number): readonly number[] {
  return readdirSync("/proc").filter((name) => /^\d+$/u.test(name)).filter((id) => {
    try {
      // proc(5): the second field may hold blanks and ends with a parenthesis; then come state and parent.
      return readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)!.split(" ")[1] === String(pid);
    } catch {
      // One that ended meanwhile.
      return false;
    }
  }).map(Number);
}
