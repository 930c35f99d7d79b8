/**
 * A lock between processes that a killed process never leaves shut.
 *
 * The lock is a directory of numbered tickets; the highest one counts. A ticket holds its owner's identity, or nothing once it is given
 * back. Who wants the lock looks at the highest ticket; when that is given back, or its owner is dead, they link their own as the next
 * number, which the file system lets only one do. The highest ticket is never taken away, only succeeded, so that no number comes
 * twice and nobody who judged an old ticket can take away a new one.
 */
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { keepDirectoryOwner, keepOwner } from "./keep-owner.js";
import { makeDirectory } from "./make-directory.js";
import { formatIdentity, isProcessAlive, ownIdentity, parseIdentity, type ProcessIdentity } from "./process-identity.js";
import { nodeStoreFiles, type StoreFiles } from "./store-files.js";
import { isMissing } from "./is-missing.js";

/** A living process holds the lock. */
export class LockHeld extends Error {
  constructor(readonly directory: string, readonly owner: number) {
    super(`${directory} is held by process ${owner}`);
  }
}

export interface LockOptions {
  /** How long a living owner is waited for. Milliseconds; 0 asks once. */
  readonly patience?: number;
  readonly files?: StoreFiles;
  readonly owner?: ProcessIdentity;
}

const defaultPatience = 10_000;

/** Runs `work` while holding the lock. @throws LockHeld when another living process keeps it */
export async function withFileLock<T>(directory: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  const release = await acquireFileLock(directory, options);
  try {
    return await work();
  } finally {
    await release();
  }
}

/**
 * Takes the lock, making its directory where it is missing. What root leaves there belongs to the owner of the folder that it is in.
 * @returns gives it back; never rejects
 * @throws LockHeld, or the file system's error
 */
export async function acquireFileLock(directory: string, options: LockOptions = {}): Promise<() => Promise<void>> {
  const { patience = defaultPatience, files = nodeStoreFiles, owner = ownIdentity } = options;
  const identity = formatIdentity(owner);
  await makeDirectory(directory, files);
  await keepDirectoryOwner(directory, dirname(directory), files);
  const mine = join(directory, `waiting-${identity}-${randomBytes(6).toString("hex")}`);
  try {
    const file = await files.open(mine, "wx", 0o600);
    try {
      await file.writeFile(identity);
      await keepOwner(file, directory, files);
    } finally {
      await file.close();
    }
    const number = await waitForTurn(directory, mine, patience, files);
    await sweep(directory, number, files).catch(() => undefined);
    return () => giveBack(join(directory, String(number)), files);
  } finally {
    await files.rm(mine, { force: true }).catch(() => undefined);
  }
}

async function waitForTurn(directory: string, mine: string, patience: number, files: StoreFiles): Promise<number> {
  const until = performance.now() + patience;
  for (;;) {
    const highest = await highestTicket(directory, files);
    const owner = highest === 0 ? undefined : await ownerOf(join(directory, String(highest)), files);
    if (owner === undefined) {
      const next = highest + 1;
      const ticket = join(directory, String(next));
      if (!(await taken(ticket, mine, files))) continue;
      try {
        // A number can have been succeeded and swept between looking and linking; then it is not the highest.
        if ((await highestTicket(directory, files)) === next) return next;
      } catch (error) {
        await giveBack(ticket, files);
        throw error;
      }
      await files.rm(ticket, { force: true });
      continue;
    }
    if (performance.now() >= until) throw new LockHeld(directory, owner.pid);
    await delay(10 + Math.random() * 20);
  }
}

/** Never rejects. */
const giveBack = (ticket: string, files: StoreFiles): Promise<void> =>
  files.truncate(ticket).catch(() => files.rm(ticket, { force: true })).catch(() => undefined);

const ticketForm = /^[1-9]\d{0,14}$/u;

async function highestTicket(directory: string, files: StoreFiles): Promise<number> {
  const names = await files.readdir(directory);
  return Math.max(0, ...names.filter((name) => ticketForm.test(name)).map(Number));
}

/** The living owner of a ticket. */
async function ownerOf(ticket: string, files: StoreFiles): Promise<ProcessIdentity | undefined> {
  let text: string;
  try {
    text = await files.readFile(ticket, "utf8");
  } catch (error) {
    // Swept: then there is a higher one, and the next look finds it.
    if (isMissing(error)) return undefined;
    throw error;
  }
  const owner = parseIdentity(text);
  return owner !== undefined && isProcessAlive(owner) ? owner : undefined;
}

async function taken(ticket: string, mine: string, files: StoreFiles): Promise<boolean> {
  try {
    await files.link(mine, ticket);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Takes away what the dead left. The ticket before the own one stays, so that a look is never without one. */
async function sweep(directory: string, number: number, files: StoreFiles): Promise<void> {
  for (const name of await files.readdir(directory)) {
    const waiting = parseIdentity(/^waiting-(.*)-[0-9a-f]{12}$/u.exec(name)?.[1] ?? "");
    const isOver = ticketForm.test(name) ? Number(name) < number - 1 : waiting !== undefined && !isProcessAlive(waiting);
    if (isOver) await files.rm(join(directory, name), { force: true });
  }
}
