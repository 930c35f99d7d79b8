import { fail, ok, type Result } from "../../base/result.js";
import { decoderOf } from "./charsets.js";
import { wbxmlLimits, type CodePage, type WbxmlDocument, type WbxmlElement, type WbxmlLimits, type WbxmlProblem } from "./document.js";
import { OctetReader, WbxmlError } from "./octet-reader.js";
import { firstTag, globalTokens, tagBits } from "./tokens.js";

/**
 * Reads a whole document (WAP-192).
 * @param pages the tags of its language, by number of their code page
 */
export function readDocument(octets: Uint8Array, pages: readonly CodePage[], limits: WbxmlLimits = wbxmlLimits): Result<WbxmlDocument, WbxmlProblem> {
  try {
    return ok(new DocumentReader(octets, pages, limits).read());
  } catch (error) {
    if (error instanceof WbxmlError) return fail(error.problem);
    throw error;
  }
}

interface OpenElement extends WbxmlElement {
  readonly children: (WbxmlElement | string | Uint8Array)[];
}

class DocumentReader {
  readonly #reader: OctetReader;
  #page = 0;
  #elements = 0;
  #strings: Uint8Array = new Uint8Array(0);
  #decode: (octets: Uint8Array) => string | undefined = () => undefined;

  constructor(octets: Uint8Array, private readonly pages: readonly CodePage[], private readonly limits: WbxmlLimits) {
    this.#reader = new OctetReader(octets);
  }

  read(): WbxmlDocument {
    const reader = this.#reader;
    const version = this.#version();
    const id = reader.number();
    const idReference = id === 0 ? reader.number() : undefined;
    const charset = reader.number();
    const decode = decoderOf(charset);
    if (decode === undefined) throw new WbxmlError("unsupported-charset", reader.at, `The charset ${String(charset)} (MIBenum) is not supported; UTF-8 is 106.`);
    this.#decode = decode;
    this.#strings = reader.take(reader.number());
    const publicId = idReference === undefined ? id : this.#tableString(idReference);
    const root = this.#body();
    if (!reader.isAtEnd) throw new WbxmlError("trailing-octets", reader.at, "Octets follow behind the end of the document.");
    return { version, publicId, root };
  }

  #version(): string {
    const octet = this.#reader.octet();
    if (octet > 0x0f) throw new WbxmlError("not-wbxml", 0, "The first octet is none that a WBXML document begins with.");
    if (octet < 1 || octet > 3) throw new WbxmlError("unsupported-version", 0, `WBXML 1.${String(octet)} is not supported; 1.1 to 1.3 are.`);
    return `1.${String(octet)}`;
  }

  #body(): WbxmlElement {
    const open: OpenElement[] = [];
    for (;;) {
      const at = this.#reader.at;
      const token = this.#reader.octet();
      const parent = open.at(-1);
      if (token === globalTokens.switchPage) this.#page = this.#reader.octet();
      else if (token === globalTokens.end) {
        if (parent === undefined) throw new WbxmlError("no-root", at, "The document ends before its first element.");
        open.pop();
        if (open.length === 0) return parent;
      } else if (isTag(token)) {
        const element: OpenElement = { ...this.#tag(token, at), children: [] };
        parent?.children.push(element);
        if ((token & tagBits.content) !== 0) {
          if (open.length === this.limits.depth) throw new WbxmlError("too-deep", at, `Elements are nested deeper than ${String(this.limits.depth)}.`);
          open.push(element);
        } else if (parent === undefined) return element;
      } else {
        const content = this.#content(token, at);
        if (parent === undefined) throw new WbxmlError("no-root", at, "The document begins with content instead of an element.");
        addContent(parent.children, content);
      }
    }
  }

  #tag(token: number, at: number): Pick<WbxmlElement, "name" | "namespace"> {
    if ((token & tagBits.attributes) !== 0) throw new WbxmlError("not-supported", at, "An element has attributes; no element of this language has any.");
    if (++this.#elements > this.limits.elements) throw new WbxmlError("too-many-elements", at, `The document has more than ${String(this.limits.elements)} elements.`);
    const identity = token & tagBits.identity;
    const page = this.pages[this.#page];
    if (identity === globalTokens.literal) return { name: this.#tableString(this.#reader.number()), namespace: page?.namespace ?? "" };
    const name = page?.tags[identity - firstTag];
    if (name === undefined) throw new WbxmlError("unknown-token", at, `The token ${hex(identity)} has no meaning in code page ${String(this.#page)}.`);
    return { name, namespace: page!.namespace };
  }

  #content(token: number, at: number): string | Uint8Array {
    switch (token) {
      case globalTokens.inlineString: return this.#text(this.#reader.takeUntilNul(), at);
      case globalTokens.tableString: return this.#tableString(this.#reader.number());
      case globalTokens.opaque: return this.#reader.take(this.#reader.number());
      case globalTokens.entity: return this.#entity(at);
      default: throw new WbxmlError("not-supported", at, `The token ${hex(token)} (an instruction or extension) is none of this language.`);
    }
  }

  #entity(at: number): string {
    const code = this.#reader.number();
    if (code === 0 || code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) throw new WbxmlError("bad-entity", at, `${hex(code)} is no character.`);
    return String.fromCodePoint(code);
  }

  #tableString(offset: number): string {
    if (offset >= this.#strings.length) throw new WbxmlError("bad-string-reference", this.#reader.at, `The string table has no string at ${String(offset)}.`);
    const end = this.#strings.indexOf(0, offset);
    // The last one may end with the table: so do those of AOSP's client and of Horde.
    return this.#text(this.#strings.subarray(offset, end < 0 ? undefined : end), this.#reader.at);
  }

  #text(octets: Uint8Array, at: number): string {
    const text = this.#decode(octets);
    if (text === undefined) throw new WbxmlError("bad-text", at, "A text is not in the charset that the document says.");
    return text;
  }
}

const isTag = (token: number): boolean => (token & tagBits.identity) >= firstTag || (token & tagBits.identity) === globalTokens.literal;

/** Pieces of text become one; an empty one is none. */
function addContent(children: (WbxmlElement | string | Uint8Array)[], content: string | Uint8Array): void {
  const last = children.length - 1;
  const before = children[last];
  if (typeof content === "string" && typeof before === "string") children[last] = before + content;
  else if (content !== "") children.push(content);
}

const hex = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(2, "0")}`;
