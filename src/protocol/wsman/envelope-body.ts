import { markElement, sliceElement, type ElementMark } from "../xml/element-source.js";
import { XmlScanner, XmlToken } from "../xml/scanner.js";
import type { KnownTag, TagMemo } from "../xml/tag-memo.js";
import { wireLimits } from "../xml/xml-limits.js";
import type { Fault } from "./fault.js";
import { WSMID } from "./namespaces.js";
import type { QualifiedName, RequestBody } from "./request.js";

/** The Body: marked while scanning, cut out when somebody asks. */
export class EnvelopeBody implements RequestBody {
  root: QualifiedName | undefined;
  count = 0;
  found = false;
  readonly #source: string;
  #mark: ElementMark | undefined;

  readonly #tags: TagMemo;
  #tag: KnownTag | undefined;

  constructor(source: string, tags: TagMemo) {
    this.#source = source;
    this.#tags = tags;
  }

  /** Identify is recognised by its body and not by its action. */
  get isIdentify(): boolean {
    return this.root?.namespace === WSMID && this.root.name === "Identify";
  }

  text(): string {
    return this.#mark === undefined ? "" : sliceElement(this.#source, this.#mark);
  }

  open(): XmlScanner {
    const { start, end, inherited, language } = this.#mark!;
    const tag = this.#tag;
    const scanner = new XmlScanner(this.#source.slice(start, end), wireLimits, inherited, language, tag === undefined ? undefined : this.#tags, tag?.context);
    scanner.next();
    return scanner;
  }

  read(scanner: XmlScanner): Fault | undefined {
    this.found = true;
    const depth = scanner.depth;
    let stray = false;
    for (;;) {
      const token = scanner.next();
      if (token === XmlToken.text) stray ||= !scanner.isWhitespace;
      else if (token === XmlToken.start) this.#readChild(scanner);
      else if (scanner.depth === depth) return stray ? { name: "schemaValidationError", message: "Text stands directly inside s:Body; a body holds elements." } : undefined;
    }
  }

  #readChild(scanner: XmlScanner): void {
    if (++this.count > 1) {
      scanner.skipElement();
      return;
    }
    this.root = { namespace: scanner.namespace, name: scanner.localName };
    this.#tag = scanner.knownTag;
    this.#mark = markElement(scanner);
  }
}
