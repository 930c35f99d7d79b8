/**
 * Ends a child process and what it has started. The child was made the leader of a group of its own; Windows has no such groups: there
 * what it has started lives on. Never throws: what is over is over.
 */
export function endProcessGroup(pid: number): void {
  try {
    process.kill(hasGroups ? -pid : pid, "SIGKILL");
  } catch {
    // Nobody of it is left.
  }
}

/** Does this machine have process groups? */
export const hasGroups = process.platform !== "win32";
