/** Did a call to the file system fail because there is no such file or directory? */
export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";
