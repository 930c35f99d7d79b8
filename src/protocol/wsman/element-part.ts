import { markElement, sliceElement, type ElementMark } from "../xml/element-source.js";
import { XmlScanner } from "../xml/scanner.js";
import { wireLimits } from "../xml/xml-limits.js";
import type { QualifiedName, RequestBody } from "./request.js";

/** One element inside a Body that is somebody else's to read, such as a shell's creationXml: marked in passing, cut out when somebody asks. */
export class ElementPart implements RequestBody {
  readonly root: QualifiedName;
  readonly count = 1;
  readonly #source: string;
  readonly #mark: ElementMark;

  /** @param scanner stands on the element's start tag, and afterwards on its end tag */
  constructor(scanner: XmlScanner) {
    this.root = { namespace: scanner.namespace, name: scanner.localName };
    this.#source = scanner.source;
    this.#mark = markElement(scanner);
  }

  text(): string {
    return sliceElement(this.#source, this.#mark);
  }

  open(): XmlScanner {
    const { start, end, inherited, language } = this.#mark;
    const scanner = new XmlScanner(this.#source.slice(start, end), wireLimits, inherited, language);
    scanner.next();
    return scanner;
  }
}
