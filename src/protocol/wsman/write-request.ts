import { SOAP_12, XSI } from "../soap/namespaces.js";
import { escapeAttribute, escapeText } from "../xml/escape.js";
import { writeDuration } from "./duration.js";
import { ANONYMOUS, namespaces, WSMID } from "./namespaces.js";
import type { OptionValue, SelectorValue } from "./request.js";
import { writeSelectorSet } from "./write-reference.js";

/** What the header of a request says. */
export interface RequestHead {
  readonly to: string;
  readonly resourceUri: string;
  readonly action: string;
  /** With its `uuid:` in front. */
  readonly messageId: string;
  /** Octets. */
  readonly maxEnvelopeSize: number;
  /** Milliseconds. */
  readonly operationTimeout: number;
  /** Language of texts, such as `en-US`. */
  readonly locale: string;
  readonly selectors?: readonly SelectorValue[];
  readonly options?: readonly RequestedOption[];
  /** The whole OptionSet must be understood. */
  readonly optionsMustUnderstand?: boolean;
  /** XPath of the part that is meant. */
  readonly fragment?: { readonly path: string; readonly dialect?: string };
  /** Asks an enumeration how many items there are (DSP0226 8.4). */
  readonly requestTotalItemsCountEstimate?: boolean;
}

/** An option to send. */
export type RequestedOption = Pick<OptionValue, "name" | "value"> & { readonly mustComply?: boolean; readonly type?: string };

/** Actions of the operations a client asks for; an Invoke's is the resource URI, a slash and the method's name. */
export const requestActions = {
  Get: `${namespaces.x}/Get`,
  Put: `${namespaces.x}/Put`,
  Create: `${namespaces.x}/Create`,
  Delete: `${namespaces.x}/Delete`,
  Enumerate: `${namespaces.n}/Enumerate`,
  Pull: `${namespaces.n}/Pull`,
  Release: `${namespaces.n}/Release`,
} as const;

/** Prefixes that a request's Body may use without declaring them. */
export const requestScope: ReadonlyMap<string, string> = new Map([
  ["s", SOAP_12],
  ["a", namespaces.a],
  ["n", namespaces.n],
  ["w", namespaces.w],
  ["p", namespaces.p],
  ["b", namespaces.b],
  ["xsi", XSI],
]);

const declarations = [...requestScope].map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("");

/** Identify is known by its Body alone: no addressing headers. */
export const writeIdentifyRequest = (): string =>
  `<s:Envelope xmlns:s="${SOAP_12}" xmlns:wsmid="${WSMID}"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>`;

/**
 * Writes a request as Windows' own client does: the same headers in the same order.
 * @param body serialised content of the Body; may use the prefixes of `requestScope`
 */
export function writeRequest(head: RequestHead, body: string): string {
  return (
    `<s:Envelope${declarations}><s:Header>` +
    `<a:To>${escapeText(head.to)}</a:To>` +
    `<w:ResourceURI s:mustUnderstand="true">${escapeText(head.resourceUri)}</w:ResourceURI>` +
    `<a:ReplyTo><a:Address s:mustUnderstand="true">${ANONYMOUS}</a:Address></a:ReplyTo>` +
    `<a:Action s:mustUnderstand="true">${escapeText(head.action)}</a:Action>` +
    `<w:MaxEnvelopeSize s:mustUnderstand="true">${head.maxEnvelopeSize}</w:MaxEnvelopeSize>` +
    `<a:MessageID>${escapeText(head.messageId)}</a:MessageID>` +
    `<w:Locale xml:lang="${escapeAttribute(head.locale)}" s:mustUnderstand="false"/>` +
    `<p:DataLocale xml:lang="${escapeAttribute(head.locale)}" s:mustUnderstand="false"/>` +
    writeFragmentHeader(head.fragment) +
    writeOptions(head.options ?? [], head.optionsMustUnderstand ?? false) +
    writeSelectorSet(head.selectors ?? []) +
    (head.requestTotalItemsCountEstimate === true ? "<w:RequestTotalItemsCountEstimate/>" : "") +
    `<w:OperationTimeout>${writeDuration(head.operationTimeout)}</w:OperationTimeout>` +
    `</s:Header>${body === "" ? "<s:Body/>" : `<s:Body>${body}</s:Body>`}</s:Envelope>`
  );
}

function writeOptions(options: readonly RequestedOption[], mustUnderstand: boolean): string {
  if (options.length === 0) return "";
  return `<w:OptionSet${mustUnderstand ? ' s:mustUnderstand="true"' : ""}>${options.map(writeOption).join("")}</w:OptionSet>`;
}

function writeOption({ name, value, mustComply, type }: RequestedOption): string {
  const attributes = `Name="${escapeAttribute(name)}"${mustComply === true ? ' MustComply="true"' : ""}${type === undefined ? "" : ` Type="${escapeAttribute(type)}"`}`;
  return value === undefined ? `<w:Option ${attributes} xsi:nil="true"/>` : `<w:Option ${attributes}>${escapeText(value)}</w:Option>`;
}

/** A fragment must be understood, else the whole resource would be changed for a part of it (DSP0226 7.7). */
function writeFragmentHeader(fragment: RequestHead["fragment"]): string {
  if (fragment === undefined) return "";
  const dialect = fragment.dialect === undefined ? "" : ` Dialect="${escapeAttribute(fragment.dialect)}"`;
  return `<w:FragmentTransfer s:mustUnderstand="true"${dialect}>${escapeText(fragment.path)}</w:FragmentTransfer>`;
}
