import { randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { keepOwner } from "../keep-owner.js";
import { nodeStoreFiles, type StoreFiles } from "../store-files.js";
import { isMissing } from "../is-missing.js";

/** Temporary files begin with a dot and end so; no document may be called like that. */
const leftover = /^\.(.*)\.[0-9a-f]{12}\.tmp$/u;

/**
 * Replaces a file so that a crash at any moment leaves the old or the new content, whole: a temporary file beside it, fsync, rename,
 * fsync of the directory. Resolved means on the disk. The new file is its owner's alone; what root writes belongs to the owner of the
 * folder, or of the file before where the folder is root's.
 * @throws with the file system's error; the old content stays. Only when the very last step fails, the directory's fsync, the new
 * content is in place already and may be lost with the power; the message says so.
 */
export async function writeWhole(path: string, content: Uint8Array | string, files: StoreFiles = nodeStoreFiles): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  // Opened first: a directory that cannot be brought to the disk must be found out before anything is changed.
  const directory = await openDirectory(folder, files);
  try {
    try {
      const file = await files.open(temporary, "wx", 0o600);
      try {
        await file.writeFile(content);
        // The folder's last: a file of root's in it would be out of its owner's reach.
        await keepOwner(file, path, files).catch(ignoreMissing);
        await keepOwner(file, folder, files);
        await file.sync();
      } finally {
        await file.close();
      }
      await files.rename(temporary, path);
    } catch (error) {
      await files.rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    try {
      await syncHandle(directory);
    } catch (cause) {
      throw new Error(`${path} was replaced, but it is not certain that the disk keeps it: ${(cause as Error).message}`, { cause });
    }
  } finally {
    await directory?.close();
  }
}

/** Takes away the temporary files that a killed process left. Only while nobody else writes there. @param name of one file's only */
export async function sweepLeftovers(folder: string, files: StoreFiles = nodeStoreFiles, name?: string): Promise<void> {
  for (const entry of await files.readdir(folder)) {
    const of = leftover.exec(entry)?.[1];
    if (of !== undefined && (name === undefined || of === name)) await files.rm(join(folder, entry), { force: true });
  }
}

/** Makes a rename or removal durable. */
export async function syncDirectory(path: string, files: StoreFiles = nodeStoreFiles): Promise<void> {
  const directory = await openDirectory(path, files);
  try {
    await syncHandle(directory);
  } finally {
    await directory?.close();
  }
}

/** @throws everything but that there is no such file */
function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

/** Windows cannot open directories and keeps its own order. */
const openDirectory = async (path: string, files: StoreFiles): Promise<FileHandle | undefined> => (process.platform === "win32" ? undefined : files.open(path, "r"));

/** File systems that know no fsync of a directory (some network shares) keep their own order. */
async function syncHandle(directory: FileHandle | undefined): Promise<void> {
  try {
    await directory?.sync();
  } catch (error) {
    if (!["EINVAL", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
