import { utf8 } from "./charsets.js";
import type { CodePage, WbxmlDocument, WbxmlElement } from "./document.js";
import { OctetWriter } from "./octet-writer.js";
import { firstTag, globalTokens, tagBits } from "./tokens.js";

/**
 * Writes WBXML 1.2 in UTF-8. Text is written where it stands; the string table holds what has no other place: names of elements without a token,
 * and a public identifier that is a text.
 */
export function writeDocument({ publicId, root }: Pick<WbxmlDocument, "publicId" | "root">, pages: readonly CodePage[]): Uint8Array {
  const writer = new DocumentWriter(pages);
  const id = typeof publicId === "string" ? writer.reference(publicId) : undefined;
  writer.element(root);
  const whole = new OctetWriter();
  whole.octet(0x02);
  whole.number(typeof publicId === "number" ? publicId : 0);
  if (id !== undefined) whole.number(id);
  whole.number(utf8);
  whole.number(writer.table.length);
  whole.octets(writer.table.written());
  whole.octets(writer.body.written());
  return whole.written();
}

const encoder = new TextEncoder();

class DocumentWriter {
  readonly table = new OctetWriter();
  readonly body = new OctetWriter();
  readonly #references = new Map<string, number>();
  #page = 0;

  constructor(private readonly pages: readonly CodePage[]) {}

  /** Where a text stands in the string table. */
  reference(text: string): number {
    const known = this.#references.get(text);
    if (known !== undefined) return known;
    const at = this.table.length;
    this.#references.set(text, at);
    this.table.text(text);
    return at;
  }

  element(element: WbxmlElement): void {
    const { children } = element;
    const content = children.some((child) => typeof child !== "string" || child !== "") ? tagBits.content : 0;
    const page = pageOf(element.namespace, this.pages);
    const index = page < 0 ? -1 : this.pages[page]!.tags.indexOf(element.name);
    if (index >= 0) {
      this.#switchTo(page);
      this.body.octet((index + firstTag) | content);
    } else {
      // Of a page that there is not it stands in the one around it.
      if (page >= 0) this.#switchTo(page);
      this.body.octet(globalTokens.literal | content);
      this.body.number(this.reference(element.name));
    }
    if (content === 0) return;
    for (const child of children) this.#child(child);
    this.body.octet(globalTokens.end);
  }

  #child(child: WbxmlElement | string | Uint8Array): void {
    if (typeof child === "string") this.#text(child);
    else if (child instanceof Uint8Array) this.#opaque(child);
    else this.element(child);
  }

  /** A NUL would end it. */
  #text(text: string): void {
    if (text === "") return;
    if (text.includes("\0")) return this.#opaque(encoder.encode(text));
    this.body.octet(globalTokens.inlineString);
    this.body.text(text);
  }

  #opaque(octets: Uint8Array): void {
    this.body.octet(globalTokens.opaque);
    this.body.number(octets.length);
    this.body.octets(octets);
  }

  #switchTo(page: number): void {
    if (page === this.#page) return;
    this.#page = page;
    this.body.octet(globalTokens.switchPage);
    this.body.octet(page);
  }
}

const pageOf = (namespace: string, pages: readonly CodePage[]): number => pages.findIndex((page) => page.namespace === namespace || page.aliases?.includes(namespace) === true);
