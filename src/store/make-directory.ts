import { dirname } from "node:path";
import { keepDirectoryOwner } from "./keep-owner.js";
import { nodeStoreFiles, type StoreFiles } from "./store-files.js";
import { syncDirectory } from "./documents/write-whole.js";

/**
 * Makes a directory, owner only, with what is missing above it, so that it is still there after the power failed: what is written into
 * it later would be gone with it. What root makes belongs to the owner of the directory that it is made in.
 */
export async function makeDirectory(path: string, files: StoreFiles = nodeStoreFiles): Promise<void> {
  const first = await files.mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = dirname(first);
  for (let made = path; made !== top; ) {
    // From the innermost outwards, so that nobody else can reach what is still to be given.
    await keepDirectoryOwner(made, top, files);
    made = dirname(made);
    // What lies above may be another's, who need not let it be opened.
    await syncDirectory(made, files).catch(() => undefined);
  }
}
