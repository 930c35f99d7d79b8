import { fail, ok, type Result } from "../../base/result.js";
import { XML } from "../soap/namespaces.js";
import { nextChild, readPlainText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { parseDuration } from "./duration.js";
import type { Fault } from "./fault.js";
import { ANONYMOUS, namespaces, type ResponsePrefix } from "./namespaces.js";
import { quote } from "./quote.js";
import { readOptionSet } from "./read-option-set.js";
import { readSelectorSet } from "./read-selector-set.js";
import type { FragmentHeader } from "./request.js";
import type { RequestDraft } from "./request-draft.js";
import { requestLimits } from "./request-limits.js";

/** A header that means something here. */
export interface KnownHeader<T = unknown> {
  /** `prefix:name` with the response prefix, as faults speak of it. */
  readonly label: string;
  /** Its place in the set of headers seen. */
  readonly bit: number;
  /** No two messages have the same, or what it says is for this request alone and not to be kept. */
  readonly isUnique: boolean;
  /**
   * Reads one header block. The scanner stands on its start tag and must afterwards stand on its end tag, also when the content is wrong.
   * What comes of it depends on the block's characters and the namespaces declared around it, on nothing else.
   */
  read(scanner: XmlScanner, mustUnderstand: boolean): Result<T, Fault>;
  /** Puts what was read into the draft. */
  put(draft: RequestDraft, value: T): void;
}

type HeaderReader<T> = Omit<KnownHeader<T>, "label" | "bit" | "isUnique">;

const header = <T>(read: KnownHeader<T>["read"], put: KnownHeader<T>["put"]): HeaderReader<T> => ({ read, put });

/** A header that holds text and nothing else. `read` gets it as written, not trimmed. */
function text<T>(label: string, read: (text: string) => Result<T, Fault>, put: KnownHeader<T>["put"]): HeaderReader<T> {
  return header((scanner) => {
    const value = readPlainText(scanner);
    return value === undefined ? fail(holdsElement(label)) : read(value);
  }, put);
}

const nothing = ok(undefined);

const ignore = header((scanner) => {
  scanner.skipElement();
  return nothing;
}, () => undefined);

const readIdentifier = (label: string) => (value: string): Result<string, Fault> => (value.length > requestLimits.identifier ? fail(tooLong(label)) : ok(value));

const readLanguage = (detail: string, label: string): KnownHeader<string | undefined>["read"] => (scanner, mustUnderstand) => {
  const language = scanner.attribute(XML, "lang");
  scanner.skipElement();
  return mustUnderstand ? fail(localeRefused(detail, label)) : ok(language);
};

const noLostAnswers = "An OperationID that must be understood asks for an answer that was lost, and none are kept here; send the request with a new OperationID that need not be understood, or with none.";

/** What is understood here. Everything else is ignored, or refused when it must be understood. */
const readers = {
  "a:Action": text("a:Action", (value) => {
    const action = trimSpace(value);
    if (action === "") return fail(invalid("a:Action", "is empty; it names the operation"));
    return action.length > requestLimits.uri ? fail(uriTooLong("a:Action")) : ok(action);
  }, (draft, action) => (draft.action = action)),
  // Byte for byte: clients compare the answer's RelatesTo with what they sent.
  "a:MessageID": text("a:MessageID", (value) => (trimSpace(value) === "" ? fail(invalid("a:MessageID", "is empty; send a unique id such as uuid: and a GUID")) : readIdentifier("a:MessageID")(value)),
    (draft, id) => (draft.messageId = id)),
  // Never compared: several clients send a constant.
  "a:To": text("a:To", (value) => ok(trimSpace(value)), (draft, to) => (draft.to = to)),
  "a:ReplyTo": header((scanner) => readReplyAddress(scanner, "a:ReplyTo"), (draft) => (draft.replyTo = true)),
  "a:FaultTo": header((scanner) => readReplyAddress(scanner, "a:FaultTo"), () => undefined),
  "a:From": ignore,
  "a:RelatesTo": ignore,
  "w:ResourceURI": text("w:ResourceURI", readResourceUri, (draft, uri) => (draft.resourceUri = uri)),
  "w:SelectorSet": header((scanner) => readSelectorSet(scanner), (draft, selectors) => (draft.selectors = selectors)),
  "w:OptionSet": header((scanner, mustUnderstand) => {
    const read = readOptionSet(scanner);
    return read.ok ? ok({ options: read.value, mustUnderstand }) : read;
  }, (draft, { options, mustUnderstand }) => {
    draft.options = options;
    draft.optionsMustUnderstand = mustUnderstand;
  }),
  "w:OperationTimeout": text("w:OperationTimeout", (value) => {
    const timeout = parseDuration(trimSpace(value));
    if (timeout !== undefined && timeout !== 0) return ok(timeout);
    return fail(invalid("w:OperationTimeout", `has the value ${quote(trimSpace(value))}; send a positive xs:duration of days or smaller units, such as PT60S`));
  }, (draft, timeout) => (draft.operationTimeout = timeout)),
  "w:MaxEnvelopeSize": text("w:MaxEnvelopeSize", readMaxEnvelopeSize, (draft, octets) => (draft.maxEnvelopeSize = octets)),
  "w:Locale": header(readLanguage("Locale", "w:Locale"), (draft, language) => (draft.locale = language)),
  "p:DataLocale": header(readLanguage("DataLocale", "p:DataLocale"), (draft, language) => (draft.dataLocale = language)),
  "w:FragmentTransfer": header(readFragment, (draft, fragment) => (draft.fragment = fragment)),
  "w:RequestEPR": ignore,
  "w:RequestTotalItemsCountEstimate": header(ignore.read, (draft) => (draft.requestTotalItemsCountEstimate = true)),
  "p:SessionId": text("p:SessionId", (value) => readIdentifier("p:SessionId")(trimSpace(value)), (draft, id) => (draft.sessionId = id)),
  // An offer, also where it must be understood: who does not compress says so with NoCompression in the answer (MS-WSMV 3.1.4.1.31).
  "rsp:CompressionType": header(ignore.read, (draft) => (draft.asksForCompression = true)),
  // Its client asks for an answer that was lost (MS-WSMV, robust connections). There are none here: to do it again would be to do it twice.
  "p:OperationID": header((scanner, mustUnderstand) => {
    const value = readPlainText(scanner);
    if (mustUnderstand) return fail({ name: "mustUnderstand", notUnderstood: { namespace: namespaces.p, name: "OperationID" }, message: noLostAnswers });
    return value === undefined ? fail(holdsElement("p:OperationID")) : readIdentifier("p:OperationID")(value);
  }, (draft, id) => (draft.operationId = id)),
  "p:SequenceId": text("p:SequenceId", (value) =>
    /^0*1$/.test(trimSpace(value)) ? nothing : fail(invalid("p:SequenceId", `has the value ${quote(trimSpace(value))}; a request is message 1 of its operation`)), () => undefined),
  "p:ActivityId": text("p:ActivityId", readIdentifier("p:ActivityId"), () => undefined),
  // A reference parameter of subscriptions, repeated as a header by who has one.
  "e:Identifier": ignore,
} satisfies Readonly<Record<`${ResponsePrefix}:${string}`, HeaderReader<unknown>>>;

const unique: ReadonlySet<string> = new Set(["a:MessageID", "a:RelatesTo", "p:OperationID", "p:ActivityId", "w:SelectorSet", "w:OptionSet", "w:FragmentTransfer", "w:RequestEPR", "e:Identifier"]);

const byNamespace = new Map<string, Map<string, KnownHeader>>();
for (const [at, [label, reader]] of Object.entries<HeaderReader<unknown>>(readers).entries()) {
  const [prefix, name] = label.split(":") as [ResponsePrefix, string];
  const uri = namespaces[prefix];
  const names = byNamespace.get(uri) ?? new Map<string, KnownHeader>();
  byNamespace.set(uri, names.set(name, { label, bit: 1 << at, isUnique: unique.has(label), ...reader }));
}

/** The bit of a header that is known here. @throws RangeError for any other: a mistake in this program */
export function headerBit(label: keyof typeof readers): number {
  const at = Object.keys(readers).indexOf(label);
  if (at < 0) throw new RangeError(`no header is called ${label}`);
  return 1 << at;
}

/** @returns `undefined` for a header that means nothing here. */
export function findHeader(namespace: string, name: string): KnownHeader | undefined {
  return byNamespace.get(namespace)?.get(name);
}

function readResourceUri(value: string): Result<string, Fault> {
  const uri = trimSpace(value);
  if (uri.length > requestLimits.uri) return fail(uriTooLong("w:ResourceURI"));
  if (uri !== "" && !/\s/.test(uri)) return ok(uri);
  const what = uri === "" ? "is empty" : "has white space inside";
  return fail({ name: "destinationUnreachable", detail: "InvalidResourceURI", code: 0x80338002, message: `The header w:ResourceURI ${what}; send the URI of one resource.` });
}

function readMaxEnvelopeSize(value: string): Result<number, Fault> {
  const number = trimSpace(value);
  if (!/^[+-]?\d{1,30}$/.test(number)) return fail(invalid("w:MaxEnvelopeSize", `has the value ${quote(trimSpace(value))}; send a number of octets`));
  const octets = Number(number);
  if (octets >= requestLimits.minimumEnvelopeSize) return ok(Math.min(octets, Number.MAX_SAFE_INTEGER));
  return fail({
    name: "encodingLimit",
    detail: "MinimumEnvelopeLimit",
    message: `The header w:MaxEnvelopeSize has the value ${quote(trimSpace(value))}; the least is ${requestLimits.minimumEnvelopeSize} octets.`,
  });
}

function readFragment(scanner: XmlScanner, mustUnderstand: boolean): Result<FragmentHeader, Fault> {
  const dialect = scanner.attribute("", "Dialect");
  const prefixes = scanner.namespacesInScope();
  const path = readPlainText(scanner);
  if (path === undefined) return fail(holdsElement("w:FragmentTransfer"));
  // Who does not know it would otherwise replace or return the whole resource (DSP0226 7.7).
  if (!mustUnderstand) return fail(invalid("w:FragmentTransfer", 'lacks s:mustUnderstand="true", which it must have'));
  return ok({
    path: trimSpace(path), dialect: dialect === undefined ? undefined : trimSpace(dialect), mustUnderstand,
    ...(path.includes(":") ? { prefixes: new Map(prefixes) } : {}),
  });
}

function readReplyAddress(scanner: XmlScanner, label: string): Result<undefined, Fault> {
  const depth = scanner.depth;
  let address: string | undefined;
  while (nextChild(scanner, depth)) {
    if (address === undefined && scanner.is(namespaces.a, "Address")) address = trimSpace(readPlainText(scanner) ?? "");
    else scanner.skipElement();
  }
  if (address === ANONYMOUS) return nothing;
  if (address === undefined) return fail(invalid(label, "has no a:Address; send the anonymous address"));
  return fail({ name: "unsupportedFeature", detail: "AddressingMode", message: `The header ${label} has the address ${quote(address)}; answers go back on the same connection only, so send ${ANONYMOUS}.` });
}

function localeRefused(detail: string, label: string): Fault {
  return { name: "unsupportedFeature", detail, message: `The header ${label} is marked s:mustUnderstand; a locale is a hint here, so send it with s:mustUnderstand="false".` };
}

/** A header whose value is wrong; the sentence goes on behind its name. */
export function invalid(label: string, what: string): Fault {
  return { name: "invalidMessageInformationHeader", message: `The header ${label} ${what}.` };
}

function holdsElement(label: string): Fault {
  return invalid(label, "holds an element where only text may be");
}

function tooLong(label: string): Fault {
  return invalid(label, `is longer than ${requestLimits.identifier} characters`);
}

function uriTooLong(label: string): Fault {
  return { name: "encodingLimit", detail: "UriLimitExceeded", message: `The header ${label} is longer than ${requestLimits.uri} characters.` };
}
