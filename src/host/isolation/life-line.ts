/**
 * Second thread of a plug-in's child process. It tells the host over file descriptor 4 what the process has, also while the plug-in
 * computes without end; and when nobody is there to tell it to, the host is gone, and all of the process group ends.
 */
import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { endProcessGroup } from "./end-process-group.js";

const descriptor = 4;

function tell(): void {
  const { user, system } = process.cpuUsage();
  try {
    writeSync(descriptor, `${process.memoryUsage.rss()} ${Math.round((user + system) / 1000)}\n`);
  } catch {
    endProcessGroup(process.pid);
  }
}

tell();
setInterval(tell, workerData as number);
