import { fail, ok, type Result } from "../../base/result.js";
import { SOAP_11, SOAP_12 } from "../soap/namespaces.js";
import { lineIndex } from "../xml/line-index.js";
import { XmlScanner, XmlToken } from "../xml/scanner.js";
import { TagMemo } from "../xml/tag-memo.js";
import { wireLimits } from "../xml/xml-limits.js";
import { XmlSyntaxError } from "../xml/xml-problem.js";
import { operationOf } from "./actions.js";
import type { Fault } from "./fault.js";
import { EnvelopeBody } from "./envelope-body.js";
import { HeaderMemo } from "./header-memo.js";
import { headerBit, invalid } from "./known-headers.js";
import { quote } from "./quote.js";
import { readHeaders } from "./read-headers.js";
import type { WsmanRequest } from "./request.js";
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

const action = headerBit("a:Action");
const messageId = headerBit("a:MessageID");
const resourceUri = headerBit("w:ResourceURI");

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
    asksForCompression: draft.asksForCompression,
    operationId: draft.operationId,
    fragment: draft.fragment,
    requestTotalItemsCountEstimate: draft.requestTotalItemsCountEstimate,
    body,
  };
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
