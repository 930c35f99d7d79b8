/** Splits octets into lines of bounded length. */
export class LineSplitter {
  #rest = "";
  #isFirst = true;

  /** @param longest characters of a line */
  constructor(private readonly longest: number) {}

  /**
   * @returns the lines that are whole now, empty ones left out
   * @throws RangeError when a line is too long
   */
  take(octets: Buffer): readonly string[] {
    // Everything of the grammar is ASCII; whatever else there is will not be taken for it.
    const lines = (this.#rest + octets.toString("latin1")).split("\n");
    this.#rest = lines.pop()!;
    if (this.#rest.length > this.longest || lines.some(({ length }) => length > this.longest)) throw new RangeError(`has a line of more than ${this.longest} characters`);
    return lines.map((line) => this.#withoutMark(line).trim()).filter((line) => line !== "");
  }

  /** What came behind the last line. */
  get rest(): string {
    return this.#rest;
  }

  /** A byte order mark may be before the first. */
  #withoutMark(line: string): string {
    const text = this.#isFirst && line.startsWith("\xef\xbb\xbf") ? line.slice(3) : line;
    this.#isFirst = false;
    return text;
  }
}
