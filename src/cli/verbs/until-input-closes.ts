/** Resolves when standard input has ended: whoever holds its other end closed it, or is gone. What comes before that is not looked at. */
export const untilInputCloses = (): Promise<void> =>
  new Promise((resolve) => {
    process.stdin.once("end", resolve).once("close", resolve).once("error", () => resolve());
    process.stdin.resume();
  });
