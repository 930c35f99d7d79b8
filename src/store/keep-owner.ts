/**
 * Root works in folders of others: whoever sets up a host edits for the account that it runs as. What root left there as its own, that
 * account could neither read nor replace. Everything goes through open handles, because the owner of a folder can put a link in place of
 * what was just made in it, and a path would then lead root to give away what is elsewhere.
 */
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import type { StoreFiles } from "./store-files.js";

/** May this process give files away, and has it cause to? */
export const isRoot = (): boolean => process.geteuid?.() === 0;

/**
 * Gives an open file or directory to the owner and group of `like`. Does nothing unless this process is root.
 * @throws the file system's error, also when `like` is not there
 */
export async function keepOwner(made: FileHandle, like: string, files: StoreFiles): Promise<void> {
  if (!isRoot()) return;
  const { uid, gid } = await files.stat(like);
  if (uid !== 0) await made.chown(uid, gid);
}

/** As `keepOwner`, for a directory that is there. @throws the file system's error, also when it is a link */
export async function keepDirectoryOwner(path: string, like: string, files: StoreFiles): Promise<void> {
  if (!isRoot()) return;
  const made = await files.open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    await keepOwner(made, like, files);
  } finally {
    await made.close();
  }
}
