import { randomUUID } from "node:crypto";
import { link, open, readFile, rename, rm, stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";

/** How long a lock may be waited for, and when one whose owner cannot be asked is taken for dead. Milliseconds. */
const patience = 10_000;
const staleAfter = 30_000;

/**
 * Runs `work` while holding a lock that other processes honour: a file beside the guarded one, made by an exclusive link, holding its
 * owner's process id. The lock of a process that has died is taken over.
 * @throws when another living process holds it longer than ten seconds
 */
export async function withFileLock<T>(guarded: string, work: () => Promise<T>): Promise<T> {
  const lock = `${guarded}.lock`;
  const mine = `${guarded}.${randomUUID()}.lock-request`;
  const file = await open(mine, "wx", 0o600);
  await file.writeFile(`${process.pid}\n`);
  await file.close();
  try {
    await acquire(lock, mine);
    try {
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

async function acquire(lock: string, mine: string): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      await link(mine, lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (await isStale(lock)) {
      // Renamed, not removed: of several waiters only one moves this very lock away.
      const aside = `${mine}.stale`;
      await rename(lock, aside).then(() => rm(aside, { force: true })).catch(() => undefined);
      continue;
    }
    if (performance.now() > until) throw new Error(`${lock} is held by another process (${(await readFile(lock, "utf8").catch(() => "")).trim()}). When no such process runs, remove the file.`);
    await delay(15 + Math.random() * 25);
  }
}

async function isStale(lock: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(lock, "utf8"));
    if (Number.isInteger(pid) && pid > 0) {
      try {
        process.kill(pid, 0);
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === "ESRCH";
      }
    }
    return Date.now() - (await stat(lock)).mtimeMs > staleAfter;
  } catch {
    return false;
  }
}
