/** Resolves when standard input has ended: whoever holds its other end closed it, or is gone. What comes before that is not looked at. */
export const untilInputCloses = (): Promise<void> =>
  new Promise((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve).once("error", () => resolve());
    process.stdin.resume();
    // Nobody stays for it alone: a failed start and a signal end the process also while it is open. Files have no such method, and end.
    (process.stdin as Partial<Pick<typeof process.stdin, "unref">>).unref?.();
  });
