import { StringDecoder } from "node:string_decoder";

/** Characters that are kept of a line: who never ends one must not fill the host's memory. */
const longestLine = 16_384;

/** Cuts octets into lines at LF, CR LF or CR, and tells those that have something in them, as far as `longestLine`. */
export class LineSplitter {
  readonly #decoder = new StringDecoder("utf8");
  /** What has come of the line that is not over. */
  #begun = "";

  constructor(private readonly line: (text: string) => void) {}

  push(chunk: Buffer): void {
    this.#take(this.#decoder.write(chunk));
  }

  /** The last line needs no end. */
  end(): void {
    this.#take(`${this.#decoder.end()}\n`);
  }

  #take(text: string): void {
    const [first = "", ...others] = text.split(/\r\n|[\r\n]/u);
    this.#add(first);
    for (const next of others) {
      // The LF of a CR LF that was cut in two makes an empty line, and those are not told.
      if (this.#begun.trim() !== "") this.line(this.#begun);
      this.#begun = "";
      this.#add(next);
    }
  }

  #add(piece: string): void {
    if (this.#begun.length < longestLine) this.#begun += piece.slice(0, longestLine - this.#begun.length);
  }
}
