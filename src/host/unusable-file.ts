/** A file that a binding names, or a pair of them, which cannot serve. The message names it and the reason; the remedy says what to do. */
export class UnusableFile extends Error {
  constructor(message: string, readonly remedy: string, cause?: unknown) {
    super(message, { cause });
  }
}
