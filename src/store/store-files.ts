import * as files from "node:fs/promises";

/** The file system as the store uses it. An ability, so that tests break any call of it. */
export type StoreFiles = Pick<typeof files, "link" | "mkdir" | "open" | "readFile" | "readdir" | "realpath" | "rename" | "rm" | "stat" | "truncate">;

export const nodeStoreFiles: StoreFiles = files;
