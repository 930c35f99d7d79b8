import { readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.js";

/** A command with a child, both of which would run for a day; it says so in a line when both do. @param folder where it writes their ids */
export const longCommand = (folder: string): string => `echo $$ >${folder}/pids; sleep 86400 & echo $! >>${folder}/pids; echo runs; wait`;

/** Waits until the two processes of a longCommand are gone. Linux only: what nobody has waited for still has an id, and is over. */
export async function processEnds(folder: string): Promise<void> {
  const ids = readFileSync(join(folder, "pids"), "utf8").trim().split("\n");
  if (ids.length !== 2) throw new Error(`two processes were to be running in ${folder}, and ${ids.length} wrote their ids`);
  await until(() => ids.every(isOver));
}

function isOver(id: string): boolean {
  try {
    return readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)!.startsWith("Z");
  } catch {
    return true;
  }
}
