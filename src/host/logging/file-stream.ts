import { writeSync } from "node:fs";
import { Writable } from "node:stream";

const newLine = 0x0a;

type Written = (error: Error | null | undefined) => void;

/**
 * A stream over an open file that writes at once, and whole or with an error. Node's own takes a write that a full disk cut short for
 * done: the end of a line would be gone without a word, and the next line would stand behind its half.
 */
export class FileStream extends Writable {
  readonly #file: number;
  readonly #append: typeof writeSync;
  /** The file ends within a line. */
  #isTorn = false;

  /** @param append for tests of disks that are full */
  constructor(file: number, append: typeof writeSync = writeSync) {
    super();
    this.#file = file;
    this.#append = append;
  }

  /** Writes without a queue: a failure costs this text and nothing that comes after it, where a Writable would take no more. Never throws. */
  override write(text: unknown, encoding?: BufferEncoding | Written, written?: Written): boolean {
    const error = this.#put(Buffer.from(String(text)));
    if (error !== undefined) this.emit("error", error);
    (typeof encoding === "function" ? encoding : written)?.(error);
    return true;
  }

  #put(octets: Uint8Array): Error | undefined {
    try {
      if (this.#isTorn) this.#append(this.#file, "\n");
      this.#isTorn = false;
      for (let done = 0; done < octets.length; ) {
        done += this.#append(this.#file, octets.subarray(done));
        this.#isTorn = done < octets.length && octets[done - 1] !== newLine;
      }
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }
}
