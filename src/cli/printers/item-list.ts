import type { XmlElement } from "../../base/xml-element.js";
import type { AnswerPrinter } from "./answer-printer.js";

/** Prints the items of an enumeration as they come, as one list. */
export class ItemList {
  readonly #printer: AnswerPrinter;
  readonly #write: (text: string) => void;
  #count = 0;

  constructor(printer: AnswerPrinter, write: (text: string) => void) {
    this.#printer = printer;
    this.#write = write;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(item: XmlElement): void {
    this.#write((this.isEmpty ? this.#printer.open : "") + this.#printer.item(item, this.isEmpty));
    this.#count++;
  }

  /** What was begun is closed, so that a reader of XML or JSON is not left without its end. */
  close(): void {
    this.#write((this.isEmpty ? this.#printer.open : "") + this.#printer.close(this.isEmpty));
  }
}
