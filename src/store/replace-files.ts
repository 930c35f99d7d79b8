import { randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { syncDirectory } from "./documents/write-whole.js";
import { keepOwner } from "./keep-owner.js";
import { nodeStoreFiles, type StoreFiles } from "./store-files.js";
import { isMissing } from "./is-missing.js";

/** A file that somebody else keeps as well, and what is to become of it. */
export interface Replacement {
  /** Where it is a link, what it leads to is replaced. */
  readonly path: string;
  /** What is there now; `undefined`: nothing. When something else is there, nothing is replaced. */
  readonly before: Uint8Array | undefined;
  /** `undefined`: the file is taken away. */
  readonly after: Uint8Array | undefined;
}

/** Somebody else changed a file in the meantime. */
export class FileChanged extends Error {
  constructor(readonly path: string) {
    super(`${path} was changed by somebody else in the meantime`);
  }
}

interface Prepared extends Replacement {
  readonly target: string;
  /** The new content, on the disk, beside the target; `undefined` where the file goes away. */
  readonly temporary: string | undefined;
}

/**
 * Replaces files in place of their owner: permissions and owner stay, links are followed. All of them or none: every new content is on the
 * disk before the first file is replaced, and what was replaced is put back when a later one fails. Only a crash between two renames
 * leaves the first ones new and the others old, each of them whole; they are renamed in the order given. Resolved means on the disk.
 * @throws FileChanged when one is not what it was; otherwise the file system's error. The old content is there then.
 */
export async function replaceFiles(replacements: readonly Replacement[], files: StoreFiles = nodeStoreFiles): Promise<void> {
  const prepared: Prepared[] = [];
  try {
    for (const replacement of replacements) prepared.push(await prepare(replacement, files));
    for (const { path, target, before } of prepared) if (!isEqual(await contentOf(target, files), before)) throw new FileChanged(path);
    await exchange(prepared, files);
  } finally {
    for (const { temporary } of prepared) if (temporary !== undefined) await files.rm(temporary, { force: true }).catch(() => undefined);
  }
  for (const folder of new Set(prepared.map(({ target }) => dirname(target)))) await syncDirectory(folder, files);
}

async function exchange(prepared: readonly Prepared[], files: StoreFiles): Promise<void> {
  const done: Prepared[] = [];
  try {
    for (const each of prepared) {
      if (each.temporary === undefined) await files.rm(each.target, { force: true });
      else await files.rename(each.temporary, each.target);
      done.push(each);
    }
  } catch (error) {
    for (const { path, target, before } of done.reverse()) {
      if (before === undefined) await files.rm(target, { force: true });
      else {
        const { temporary } = await prepare({ path, before: undefined, after: before }, files);
        await files.rename(temporary!, target);
      }
    }
    throw error;
  }
}

async function prepare(replacement: Replacement, files: StoreFiles): Promise<Prepared> {
  const { path, after } = replacement;
  const target = await followed(path, files);
  if (after === undefined) return { ...replacement, target, temporary: undefined };
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await files.open(temporary, "wx", 0o600);
    try {
      await file.writeFile(after);
      await keepRights(target, file, files);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  return { ...replacement, target, temporary };
}

/** A file that is not there yet is as readable as its folder; it goes where the folder really is. */
async function followed(path: string, files: StoreFiles): Promise<string> {
  try {
    return await files.realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    return join(await files.realpath(dirname(path)), basename(path));
  }
}

async function keepRights(target: string, made: FileHandle, files: StoreFiles): Promise<void> {
  const like = await files.stat(target).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  // The rights of a folder without those to enter it: what its other files usually have.
  const mode = like === undefined ? (await files.stat(dirname(target))).mode & 0o666 : like.mode & 0o7777;
  await made.chmod(mode);
  if (like === undefined) return keepOwner(made, dirname(target), files);
  if (process.platform === "win32") return;
  const own = await made.stat();
  if (own.uid !== like.uid || own.gid !== like.gid) await made.chown(like.uid, like.gid);
}

async function contentOf(target: string, files: StoreFiles): Promise<Uint8Array | undefined> {
  try {
    return await files.readFile(target);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isEqual = (one: Uint8Array | undefined, two: Uint8Array | undefined): boolean => (one === undefined || two === undefined ? one === two : Buffer.compare(one, two) === 0);
