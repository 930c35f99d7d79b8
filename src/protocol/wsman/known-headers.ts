import { XML } from "../soap/namespaces.js";
import { nextChild, readPlainText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { parseDuration } from "./duration.js";
import type { Fault } from "./fault.js";
import { ANONYMOUS, namespaces, type ResponsePrefix } from "./namespaces.js";
import { quote } from "./quote.js";
import { readOptionSet } from "./read-option-set.js";
import { readSelectorSet } from "./read-selector-set.js";
import type { RequestDraft } from "./request-draft.js";
import { requestLimits } from "./request-limits.js";

/**
 * Reads one header block into the draft. The scanner stands on its start tag and must afterwards stand on its end tag, also when the
 * content is wrong.
 */
export type HeaderReader = (scanner: XmlScanner, draft: RequestDraft, mustUnderstand: boolean) => Fault | undefined;

export interface KnownHeader {
  /** `prefix:name` with the response prefix, as faults speak of it. */
  readonly label: string;
  readonly read: HeaderReader;
  /** Its place in the set of headers seen. */
  readonly bit: number;
}

const ignore: HeaderReader = (scanner) => {
  scanner.skipElement();
  return undefined;
};

type TextReader = (text: string, draft: RequestDraft) => Fault | undefined;

/** A header that holds text and nothing else. `read` gets it as written, not trimmed. */
function text(label: string, read: TextReader): HeaderReader {
  return (scanner, draft) => {
    const value = readPlainText(scanner);
    return value === undefined ? holdsElement(label) : read(value, draft);
  };
}

/** What is understood here. Everything else is ignored, or refused when it must be understood. */
const readers: Readonly<Record<`${ResponsePrefix}:${string}`, HeaderReader>> = {
  "a:Action": text("a:Action", (value, draft) => {
    draft.action = trimSpace(value);
    if (draft.action === "") return invalid("a:Action", "is empty; it names the operation");
    return draft.action.length > requestLimits.uri ? uriTooLong("a:Action") : undefined;
  }),
  "a:MessageID": text("a:MessageID", (value, draft) => {
    if (trimSpace(value) === "") return invalid("a:MessageID", "is empty; send a unique id such as uuid: and a GUID");
    if (value.length > requestLimits.identifier) return tooLong("a:MessageID");
    // Byte for byte: clients compare the answer's RelatesTo with what they sent.
    draft.messageId = value;
    return undefined;
  }),
  // Never compared: several clients send a constant.
  "a:To": text("a:To", (value, draft) => {
    draft.to = trimSpace(value);
    return undefined;
  }),
  "a:ReplyTo": (scanner, draft) => {
    draft.replyTo = true;
    return readReplyAddress(scanner, "a:ReplyTo");
  },
  "a:FaultTo": (scanner) => readReplyAddress(scanner, "a:FaultTo"),
  "a:From": ignore,
  "a:RelatesTo": ignore,
  "w:ResourceURI": text("w:ResourceURI", readResourceUri),
  "w:SelectorSet": (scanner, draft) => {
    const read = readSelectorSet(scanner);
    if (!read.ok) return read.error;
    draft.selectors = read.value;
    return undefined;
  },
  "w:OptionSet": (scanner, draft, mustUnderstand) => {
    const read = readOptionSet(scanner);
    if (!read.ok) return read.error;
    draft.options = read.value;
    draft.optionsMustUnderstand = mustUnderstand;
    return undefined;
  },
  "w:OperationTimeout": text("w:OperationTimeout", (value, draft) => {
    const timeout = parseDuration(trimSpace(value));
    if (timeout === undefined || timeout === 0) {
      return invalid("w:OperationTimeout", `has the value ${quote(trimSpace(value))}; send a positive xs:duration of days or smaller units, such as PT60S`);
    }
    draft.operationTimeout = timeout;
    return undefined;
  }),
  "w:MaxEnvelopeSize": text("w:MaxEnvelopeSize", readMaxEnvelopeSize),
  "w:Locale": (scanner, draft, mustUnderstand) => {
    draft.locale = scanner.attribute(XML, "lang");
    scanner.skipElement();
    return mustUnderstand ? localeRefused("Locale", "w:Locale") : undefined;
  },
  "p:DataLocale": (scanner, draft, mustUnderstand) => {
    draft.dataLocale = scanner.attribute(XML, "lang");
    scanner.skipElement();
    return mustUnderstand ? localeRefused("DataLocale", "p:DataLocale") : undefined;
  },
  "w:FragmentTransfer": (scanner, draft, mustUnderstand) => {
    const dialect = scanner.attribute("", "Dialect");
    const prefixes = scanner.namespacesInScope();
    const path = readPlainText(scanner);
    if (path === undefined) return holdsElement("w:FragmentTransfer");
    draft.fragment = {
      path: trimSpace(path), dialect: dialect === undefined ? undefined : trimSpace(dialect), mustUnderstand,
      ...(path.includes(":") ? { prefixes: new Map(prefixes) } : {}),
    };
    // Who does not know it would otherwise replace or return the whole resource (DSP0226 7.7).
    return mustUnderstand ? undefined : invalid("w:FragmentTransfer", 'lacks s:mustUnderstand="true", which it must have');
  },
  "w:RequestEPR": ignore,
  "w:RequestTotalItemsCountEstimate": (scanner, draft) => {
    draft.requestTotalItemsCountEstimate = true;
    scanner.skipElement();
    return undefined;
  },
  "p:SessionId": text("p:SessionId", (value, draft) => {
    draft.sessionId = trimSpace(value);
    return draft.sessionId.length > requestLimits.identifier ? tooLong("p:SessionId") : undefined;
  }),
  "p:OperationID": text("p:OperationID", (value, draft) => {
    if (value.length > requestLimits.identifier) return tooLong("p:OperationID");
    draft.operationId = value;
    return undefined;
  }),
  "p:SequenceId": text("p:SequenceId", (value) =>
    /^0*1$/.test(trimSpace(value)) ? undefined : invalid("p:SequenceId", `has the value ${quote(trimSpace(value))}; a request is message 1 of its operation`),
  ),
  "p:ActivityId": text("p:ActivityId", (value) => (value.length > requestLimits.identifier ? tooLong("p:ActivityId") : undefined)),
  // A reference parameter of subscriptions, repeated as a header by who has one.
  "e:Identifier": ignore,
};

const byNamespace = new Map<string, Map<string, KnownHeader>>();
for (const [at, [label, read]] of Object.entries(readers).entries()) {
  const [prefix, name] = label.split(":") as [ResponsePrefix, string];
  const uri = namespaces[prefix];
  const names = byNamespace.get(uri) ?? new Map<string, KnownHeader>();
  byNamespace.set(uri, names.set(name, { label, read, bit: 1 << at }));
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

function readResourceUri(value: string, draft: RequestDraft): Fault | undefined {
  const uri = trimSpace(value);
  if (uri.length > requestLimits.uri) return uriTooLong("w:ResourceURI");
  if (uri !== "" && !/\s/.test(uri)) {
    draft.resourceUri = uri;
    return undefined;
  }
  const what = uri === "" ? "is empty" : "has white space inside";
  return { name: "destinationUnreachable", detail: "InvalidResourceURI", code: 0x80338002, message: `The header w:ResourceURI ${what}; send the URI of one resource.` };
}

function readMaxEnvelopeSize(value: string, draft: RequestDraft): Fault | undefined {
  const number = trimSpace(value);
  if (!/^[+-]?\d{1,30}$/.test(number)) return invalid("w:MaxEnvelopeSize", `has the value ${quote(trimSpace(value))}; send a number of octets`);
  const octets = Number(number);
  if (octets >= requestLimits.minimumEnvelopeSize) {
    draft.maxEnvelopeSize = Math.min(octets, Number.MAX_SAFE_INTEGER);
    return undefined;
  }
  return {
    name: "encodingLimit",
    detail: "MinimumEnvelopeLimit",
    message: `The header w:MaxEnvelopeSize has the value ${quote(trimSpace(value))}; the least is ${requestLimits.minimumEnvelopeSize} octets.`,
  };
}

function readReplyAddress(scanner: XmlScanner, label: string): Fault | undefined {
  const depth = scanner.depth;
  let address: string | undefined;
  while (nextChild(scanner, depth)) {
    if (address === undefined && scanner.is(namespaces.a, "Address")) address = trimSpace(readPlainText(scanner) ?? "");
    else scanner.skipElement();
  }
  if (address === ANONYMOUS) return undefined;
  if (address === undefined) return invalid(label, "has no a:Address; send the anonymous address");
  return { name: "unsupportedFeature", detail: "AddressingMode", message: `The header ${label} has the address ${quote(address)}; answers go back on the same connection only, so send ${ANONYMOUS}.` };
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
