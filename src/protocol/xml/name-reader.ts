import { endOfName, skipSpace } from "./characters.js";
import { XmlSyntaxError } from "./xml-problem.js";

/** Reads the qualified names of tags and attributes for the tokenizer. */
export class NameReader {
  /** Start of the local part of the name read last; the name's own start when it has no prefix. */
  localStart = 0;
  #source: string;
  readonly #maxLength: number;

  constructor(source: string, maxLength: number) {
    this.#source = source;
    this.#maxLength = maxLength;
  }

  /** For another document. */
  restart(source: string): void {
    this.#source = source;
  }

  /**
   * @param what subject of the message, such as "An element name"
   * @returns the offset behind the name
   * @throws XmlSyntaxError `bad-name`, `name-too-long`, `unexpected-end`
   */
  read(at: number, what: string): number {
    const source = this.#source;
    let end = endOfName(source, at);
    this.localStart = at;
    if (end > at && source.charCodeAt(end) === 0x3a) {
      this.localStart = end + 1;
      end = endOfName(source, end + 1);
    }
    if (end === this.localStart) refuseUnit(source, "bad-name", end, `${what} starts with a letter or "_".`);
    if (source.charCodeAt(end) === 0x3a) throw new XmlSyntaxError("bad-name", end, 1, `${what} has at most one colon.`);
    if (end - at <= this.#maxLength) return end;
    throw new XmlSyntaxError("name-too-long", at, end - at, `A name is longer than ${String(this.#maxLength)} characters.`);
  }
}

/** For an end tag that is not the expected one: finds out why. */
export function refuseEndTag(source: string, at: number, expected: string, names: NameReader): never {
  const nameEnd = names.read(at + 2, "The name in an end tag");
  const name = source.slice(at + 2, nameEnd);
  if (name !== expected) {
    throw new XmlSyntaxError("mismatched-end-tag", at + 2, name.length, `The end tag is </${name}> where </${expected}> is expected.`);
  }
  const close = skipSpace(source, nameEnd);
  if (close >= source.length) refuseEnd(close, "inside an end tag");
  throw new XmlSyntaxError("attribute-on-end-tag", close, 1, `After the name ${name} an end tag has only ">".`);
}

export function refuseEnd(offset: number, where: string): never {
  throw new XmlSyntaxError("unexpected-end", offset, 0, `The document ends ${where}.`);
}

/** Refuses what stands at `offset`, or the end of the text when nothing does. */
export function refuseUnit(source: string, code: string, offset: number, message: string): never {
  if (offset >= source.length) refuseEnd(offset, "inside a tag");
  throw new XmlSyntaxError(code, offset, 1, message);
}
