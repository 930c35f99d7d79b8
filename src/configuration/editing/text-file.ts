import { fail, ok, type Result } from "../../base/result.js";
import { decodeXml, type DecodedXml } from "../../protocol/xml/decode-xml.js";
import { encodeXml } from "../../protocol/xml/encode-xml.js";
import { readPositionedTree, type PositionedElement } from "../../protocol/xml/positioned-tree.js";
import { documentStyle, type DocumentStyle } from "./document-style.js";
import { applyChange, type TextChange } from "./text-change.js";

/** A configuration file that is being edited: its text, where everything stands in it, and how it was encoded. Immutable. */
export class TextFile {
  readonly text: string;
  readonly root: PositionedElement;
  readonly style: DocumentStyle;
  readonly #decoded: Pick<DecodedXml, "charset" | "byteOrderMark">;

  private constructor(text: string, root: PositionedElement, decoded: Pick<DecodedXml, "charset" | "byteOrderMark">) {
    this.text = text;
    this.root = root;
    this.style = documentStyle(text, root);
    this.#decoded = decoded;
  }

  /** @returns a failure is a sentence: only a well-formed file can be edited, because in another one nobody knows what stands where */
  static read(bytes: Uint8Array): Result<TextFile, string> {
    const decoded = decodeXml(bytes, undefined);
    return decoded.ok ? TextFile.#parse(decoded.value.text, decoded.value) : fail(decoded.error.message);
  }

  static #parse(text: string, decoded: Pick<DecodedXml, "charset" | "byteOrderMark">): Result<TextFile, string> {
    const { root, problems } = readPositionedTree(text);
    return root === undefined || problems.length > 0 ? fail(problems[0]?.message ?? "The document has no element.") : ok(new TextFile(text, root, decoded));
  }

  /** @throws when the change breaks the document, which is a mistake of the editor */
  change(change: TextChange): TextFile {
    const changed = TextFile.#parse(applyChange(this.text, change), this.#decoded);
    if (!changed.ok) throw new Error(`an edit broke the document: ${changed.error}`);
    return changed.value;
  }

  bytes(): Uint8Array {
    return encodeXml(this.text, this.#decoded.charset, this.#decoded.byteOrderMark);
  }
}
