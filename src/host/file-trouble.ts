/** What the system's codes mean of a file that is read, and of one that is written. */
const sentences: Readonly<Record<string, { readonly read: string; readonly write: string }>> = {
  ENOENT: { read: "there is no such file", write: "its folder is not there" },
  ENOTDIR: { read: "there is no such file", write: "what should be its folder is a file" },
  EISDIR: { read: "it is a folder", write: "it is a folder" },
  EACCES: { read: "this account may not read it", write: "this account may not write there" },
  EPERM: { read: "this account may not read it", write: "this account may not write there" },
  EROFS: { read: "the file system is read-only", write: "the file system is read-only" },
  ENOSPC: { read: "the disk is full", write: "the disk is full" },
};

/** Why a file cannot be read or written, in words; what is not known, in the system's. @param error as Node throws it */
export function fileTrouble(error: unknown, purpose: "read" | "write"): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : sentences[code]?.[purpose]) ?? message;
}
