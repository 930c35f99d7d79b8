import { fail, ok, type Result } from "../../base/result.js";
import { SOAP_11, SOAP_12 } from "../soap/namespaces.js";
import { readHeaderTarget, type HeaderTarget } from "../soap/must-understand.js";
import { markElement, sliceElement, type ElementMark } from "../xml/element-source.js";
import { lineIndex } from "../xml/line-index.js";
import { XmlScanner, XmlToken } from "../xml/scanner.js";
import { TagMemo, type KnownTag } from "../xml/tag-memo.js";
import { wireLimits } from "../xml/xml-limits.js";
import { XmlSyntaxError } from "../xml/xml-problem.js";
import { operationOf } from "./actions.js";
import type { Fault } from "./fault.js";
import { atStart, HeaderMemo, type KnownBlock } from "./header-memo.js";
import { findHeader, headerBit, invalid, type KnownHeader } from "./known-headers.js";
import { WSMID } from "./namespaces.js";
import { quote } from "./quote.js";
import type { QualifiedName, RequestBody, WsmanRequest } from "./request.js";
import { createDraft, type RequestDraft } from "./request-draft.js";
import { requestLimits } from "./request-limits.js";

/** A fault, and of the request what its answer repeats, as far as it could be read: the MessageID, the OperationID. */
export type RequestFault = Fault & { readonly relatesTo?: string; readonly operationId?: string };

/**
 * Reads a request in one pass and checks all that needs no configuration: well-formedness, the envelope, the header rules of MS-WSMV.
 * Strangers' text never makes it throw.
 * @param memory of requests read before; it saves time and changes nothing else
 */
export function readRequest(text: string, memory = ofAllRequests): Result<WsmanRequest, RequestFault> {
  const draft = createDraft();
  const body = new EnvelopeBody(text, memory.tags);
  const fault = readChecked(text, memory, draft, body) ?? checkRequest(draft, body);
  if (fault === undefined) return ok(requestOf(draft, body));
  const { messageId, operationId } = draft;
  return fail({ ...fault, ...(messageId === undefined ? {} : { relatesTo: messageId }), ...(operationId === undefined ? {} : { operationId }) });
}

/** What is known from requests read before: clients send the same tags and headers again and again. */
export class RequestMemory {
  readonly tags = new TagMemo();
  readonly headers = new HeaderMemo();
  /** For one request at a time. */
  readonly scanner = new XmlScanner("", wireLimits, undefined, undefined, this.tags);
}

const ofAllRequests = new RequestMemory();

function readChecked(text: string, memory: RequestMemory, draft: RequestDraft, body: EnvelopeBody): Fault | undefined {
  const { scanner } = memory;
  try {
    scanner.restart(text);
    return readEnvelope(scanner, memory.headers, draft, body);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return malformed(text, error);
    throw error;
  } finally {
    scanner.restart("");
  }
}

/** @returns what is wrong with the envelope itself; what is wrong in a header is in the draft. */
function readEnvelope(scanner: XmlScanner, headers: HeaderMemo, draft: RequestDraft, body: EnvelopeBody): Fault | undefined {
  scanner.next();
  if (!scanner.is(SOAP_12, "Envelope")) return notSoap12(scanner);
  let fault: Fault | undefined;
  let hasHeader = false;
  for (let token = scanner.next(); token !== XmlToken.eof; token = scanner.next()) {
    if (token === XmlToken.text) {
      if (!scanner.isWhitespace) fault ??= structure("Text stands directly inside s:Envelope; only s:Header and s:Body may.");
    } else if (token === XmlToken.start) {
      if (scanner.is(SOAP_12, "Body") && !body.found) fault ??= body.read(scanner);
      else if (scanner.is(SOAP_12, "Header") && !body.found && !hasHeader) {
        hasHeader = true;
        readHeaders(scanner, headers, draft);
      }
      else {
        fault ??= structure(`The element ${quote(scanner.localName)} is not expected inside s:Envelope, which holds one s:Header and then one s:Body.`);
        scanner.skipElement();
      }
    }
  }
  if (fault === undefined && !body.found) return structure("The envelope has no s:Body; send an empty one when the operation needs none.");
  return fault;
}

function readHeaders(scanner: XmlScanner, memo: HeaderMemo, draft: RequestDraft): void {
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
      const read = readHeader(scanner, draft);
      if (read !== undefined) blocks?.learn(source, from, scanner.tokenEnd, before, read.header);
      before = read?.header;
    }
    from = scanner.tokenEnd;
  }
}

/** @returns `false` for a header that is there already: reading it anew says what is wrong */
function takeKnown({ header, value }: KnownBlock, draft: RequestDraft): boolean {
  if (header === undefined) return true;
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

/** A header that was read without fault; its `header` is `undefined` when it means nothing here. */
interface ReadHeader {
  readonly header: KnownHeader | undefined;
}

/** @returns `undefined` for one with a fault */
function readHeader(scanner: XmlScanner, draft: RequestDraft): ReadHeader | undefined {
  const { target, known } = headerTagOf(scanner);
  const isClear = !target.ours || target.mustUnderstand !== undefined;
  if (!isClear) draft.fault ??= invalid(known?.label ?? quote(scanner.localName), "has an s:mustUnderstand that is neither true nor false");
  if (known === undefined) {
    const isRefused = target.ours && target.mustUnderstand === true;
    if (isRefused) draft.notUnderstood ??= { namespace: scanner.namespace, name: scanner.localName };
    scanner.skipElement();
    return isClear && !isRefused ? meaningless : undefined;
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
  return isClear ? { header: known } : undefined;
}

const meaningless: ReadHeader = { header: undefined };

const action = headerBit("a:Action");
const messageId = headerBit("a:MessageID");
const resourceUri = headerBit("w:ResourceURI");
/** May stand several times (WS-Addressing). */
const relatesTo = headerBit("a:RelatesTo");

/** In the order in which they matter: SOAP's own question first, then wrong headers, then missing ones. */
function checkRequest(draft: RequestDraft, body: EnvelopeBody): Fault | undefined {
  if (draft.notUnderstood !== undefined) {
    const { namespace, name } = draft.notUnderstood;
    const message = `The header ${quote(name)} of the namespace ${quote(namespace)} must be understood and is not known here; leave it out or send it without s:mustUnderstand.`;
    return namespace.length > requestLimits.uri ? { name: "mustUnderstand", message } : { name: "mustUnderstand", notUnderstood: draft.notUnderstood, message };
  }
  if (draft.fault !== undefined) return draft.fault;
  if (body.isIdentify) return undefined;
  if ((draft.seen & action) === 0) return missing("a:Action", "it names the operation");
  if ((draft.seen & messageId) === 0) return invalid("a:MessageID", "is missing; send a unique id such as uuid: and a GUID");
  if (!draft.replyTo) return missing("a:ReplyTo", "send the anonymous address in it");
  if ((draft.seen & resourceUri) === 0) return missing("w:ResourceURI", "it names the resource");
  return undefined;
}

function requestOf(draft: RequestDraft, body: EnvelopeBody): WsmanRequest {
  const identify = body.isIdentify;
  const action = identify ? "" : (draft.action ?? "");
  return {
    operation: identify ? "Identify" : operationOf(action),
    action,
    messageId: identify ? undefined : draft.messageId,
    to: draft.to,
    resourceUri: draft.resourceUri,
    selectors: draft.selectors,
    options: draft.options,
    optionsMustUnderstand: draft.optionsMustUnderstand,
    operationTimeout: draft.operationTimeout,
    maxEnvelopeSize: draft.maxEnvelopeSize,
    locale: draft.locale,
    dataLocale: draft.dataLocale,
    sessionId: draft.sessionId,
    operationId: draft.operationId,
    fragment: draft.fragment,
    requestTotalItemsCountEstimate: draft.requestTotalItemsCountEstimate,
    body,
  };
}

/** The Body: marked while scanning, cut out when somebody asks. */
class EnvelopeBody implements RequestBody {
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
      else if (scanner.depth === depth) return stray ? structure("Text stands directly inside s:Body; a body holds elements.") : undefined;
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

function notSoap12(scanner: XmlScanner): Fault {
  const root = { namespace: scanner.namespace, name: scanner.localName };
  while (scanner.next() !== XmlToken.eof);
  const what = root.namespace === SOAP_11 ? "a SOAP 1.1 envelope" : `the element ${quote(root.name)} of the namespace ${quote(root.namespace)}`;
  return { name: "versionMismatch", message: `The message is ${what}; send an Envelope of the namespace ${SOAP_12}.` };
}

function missing(label: string, why: string): Fault {
  return { name: "messageInformationHeaderRequired", message: `The header ${label} is missing; ${why}.` };
}

function structure(message: string): Fault {
  return { name: "schemaValidationError", message };
}

function malformed(text: string, error: XmlSyntaxError): Fault {
  const { line, column } = lineIndex(text).place(error.offset);
  return { name: "schemaValidationError", code: 0x80338043, message: `Line ${line}, column ${column}: ${error.message} Send well-formed XML.` };
}
