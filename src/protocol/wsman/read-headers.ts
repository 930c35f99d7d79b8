import { readHeaderTarget, type HeaderTarget } from "../soap/must-understand.js";
import { XmlToken, type XmlScanner } from "../xml/scanner.js";
import type { KnownTag } from "../xml/tag-memo.js";
import { atStart, type HeaderMemo, type KnownBlock } from "./header-memo.js";
import { findHeader, headerBit, invalid, type KnownHeader } from "./known-headers.js";
import { quote } from "./quote.js";
import type { RequestDraft } from "./request-draft.js";

/**
 * Reads the header blocks into the draft. The scanner stands on the start tag of s:Header and afterwards on its end tag.
 * @param memo blocks known from requests read before
 */
export function readHeaders(scanner: XmlScanner, memo: HeaderMemo, draft: RequestDraft): void {
  const { depth, source, inside } = scanner;
  const blocks = inside === undefined ? undefined : memo.blocksIn(inside, scanner);
  let before: unknown = atStart;
  let from = scanner.tokenEnd;
  for (;;) {
    const block = from === scanner.tokenEnd ? blocks?.find(source, from, before) : undefined;
    if (block !== undefined && takeKnown(block, draft)) {
      scanner.passOver(block.text.length);
      before = block.header;
    } else {
      const token = scanner.next();
      if (token === XmlToken.end && scanner.depth === depth) return;
      if (token !== XmlToken.start) continue;
      const start = scanner.tokenStart;
      const read = readHeader(scanner, draft);
      if (read !== undefined) blocks?.learn(source, from, start, scanner.tokenEnd, before, read);
      before = read;
    }
    from = scanner.tokenEnd;
  }
}

/** @returns `false` for a header that is there already: reading it anew says what is wrong */
function takeKnown({ header, value }: KnownBlock, draft: RequestDraft): boolean {
  if (isSeen(header, draft)) return false;
  draft.seen |= header.bit;
  header.put(draft, value);
  return true;
}

const isSeen = (header: KnownHeader, draft: RequestDraft): boolean => (draft.seen & header.bit & ~relatesTo) !== 0;

/** What a header's start tag says: who it is for, and what it is. */
interface HeaderTag {
  readonly target: HeaderTarget;
  readonly known: KnownHeader | undefined;
}

/** By remembered tag. */
const headerTags = new WeakMap<KnownTag, HeaderTag>();

function headerTagOf(scanner: XmlScanner): HeaderTag {
  const { knownTag } = scanner;
  const remembered = knownTag === undefined ? undefined : headerTags.get(knownTag);
  if (remembered !== undefined) return remembered;
  const target = readHeaderTarget(scanner);
  const tag = { target, known: target.ours ? findHeader(scanner.namespace, scanner.localName) : undefined };
  if (knownTag !== undefined) headerTags.set(knownTag, tag);
  return tag;
}

/** @returns `undefined` for one with a fault, and for one that means nothing here, such as somebody's security header, which is not to be kept */
function readHeader(scanner: XmlScanner, draft: RequestDraft): KnownHeader | undefined {
  const { target, known } = headerTagOf(scanner);
  const isClear = !target.ours || target.mustUnderstand !== undefined;
  if (!isClear) draft.fault ??= invalid(known?.label ?? quote(scanner.localName), "has an s:mustUnderstand that is neither true nor false");
  if (known === undefined) {
    if (target.ours && target.mustUnderstand === true) draft.notUnderstood ??= { namespace: scanner.namespace, name: scanner.localName };
    scanner.skipElement();
    return undefined;
  }
  if (isSeen(known, draft)) {
    draft.fault ??= invalid(known.label, "stands twice in the message; send it once");
    scanner.skipElement();
    return undefined;
  }
  draft.seen |= known.bit;
  const read = known.read(scanner, target.mustUnderstand === true);
  if (!read.ok) {
    draft.fault ??= read.error;
    return undefined;
  }
  known.put(draft, read.value);
  return isClear ? known : undefined;
}

/** May stand several times (WS-Addressing). */
const relatesTo = headerBit("a:RelatesTo");
