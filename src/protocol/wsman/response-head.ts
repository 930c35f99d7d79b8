import { FewTexts } from "../../base/few-texts.js";
import { escapeAttribute, escapeText } from "../xml/escape.js";
import { utf8Length } from "../xml/utf8-length.js";
import { ANONYMOUS, namespaces, type ResponsePrefix } from "./namespaces.js";
import type { FragmentHeader, Operation } from "./request.js";

/** What the headers of an answer say. Ids are handed in: this room knows no randomness. */
export interface ResponseHead {
  readonly action: string;
  /** The host's own id, such as `uuid:3C5B…` (Windows writes the GUID in upper case): nothing in it is escaped. */
  readonly messageId: string;
  /** MessageID of the request, exactly as it was read; `undefined` when it is not known. */
  readonly relatesTo: string | undefined;
  /** Bare GUID, the host's own as well. */
  readonly activityId?: string | undefined;
  /** As the request had it; only then is it answered. */
  readonly operationId?: string | undefined;
  /** Counts the answers to one request from 1; default 1. Written only with an operationId. */
  readonly sequenceId?: number | undefined;
  /** Only when the request asked for it. */
  readonly totalItemsCountEstimate?: number | undefined;
  /** The request's, which the answer repeats (DSP0226 7.7). */
  readonly fragment?: Pick<FragmentHeader, "path" | "dialect"> | undefined;
  /** Decides which namespaces the envelope declares. */
  readonly operation: Operation;
  /** The resource is a shell, or a list of them: the envelope declares rsp as well. Default: no; actions of shells do so in any case. */
  readonly isShell?: boolean | undefined;
}

type Declared = readonly ResponsePrefix[];

const transfer: Declared = ["s", "a", "x", "w", "p"];
const enumeration: Declared = ["s", "a", "n", "w", "b", "p"];
const eventing: Declared = ["s", "a", "e", "n", "w", "p"];
const shell: Declared = ["s", "a", "x", "w", "rsp", "p"];
const output: Declared = ["s", "a", "w", "rsp", "p"];

const families: Readonly<Record<Operation, Declared>> = {
  Identify: ["s"],
  Get: transfer, Put: transfer, Create: transfer, Delete: transfer, Invoke: transfer, Unknown: transfer,
  Enumerate: enumeration, Pull: enumeration, Release: enumeration, RenewEnumeration: enumeration, GetEnumerationStatus: enumeration,
  Subscribe: eventing, Unsubscribe: eventing, RenewSubscription: eventing, GetSubscriptionStatus: eventing, SubscriptionEnd: eventing,
  Command: shell, Send: shell, Receive: output, Signal: shell, Disconnect: shell, Reconnect: shell, Connect: shell,
};

/** Start tag of the envelope with the given prefixes declared. */
export function writeEnvelopeStart(prefixes: Declared): string {
  return `<s:Envelope xml:lang="en-US" ${prefixes.map((prefix) => `xmlns:${prefix}="${namespaces[prefix]}"`).join(" ")}>`;
}

/** What the envelope of one operation declares, as a tag and as a map. */
interface Envelope {
  readonly start: string;
  readonly scope: ReadonlyMap<string, string>;
}

const envelopeOf = (declared: Declared): Envelope => ({
  start: writeEnvelopeStart(declared),
  scope: new Map<string, string>(declared.map((prefix) => [prefix, namespaces[prefix]])),
});

/** With rsp where recorded answers to Create have it, before p. */
const withShell = (declared: Declared): Declared =>
  declared.includes("rsp") || !declared.includes("p") ? declared : declared.flatMap((prefix): Declared => (prefix === "p" ? ["rsp", prefix] : [prefix]));

const envelopes = new Map(Object.entries(families).map(([operation, declared]) => [operation, envelopeOf(declared)]));
const shellEnvelopes = new Map(Object.entries(families).map(([operation, declared]) => [operation, envelopeOf(withShell(declared))]));

const findEnvelope = (operation: Operation, isShell: boolean): Envelope => (isShell ? shellEnvelopes : envelopes).get(operation)!;

/**
 * Prefix to URI of what the envelope of an answer declares: pass it to `writeElement` so that bodies do not declare it again.
 * @param isShell as in the head of the answer
 */
export function envelopeScope(operation: Operation, isShell = false): ReadonlyMap<string, string> {
  return findEnvelope(operation, isShell).scope;
}

const to = `<a:To>${ANONYMOUS}</a:To>`;

/** The header blocks, in the order of recorded Windows answers. */
export function writeHeaders(head: Omit<ResponseHead, "operation">): string {
  const activity = head.activityId === undefined ? "" : `<p:ActivityId>${head.activityId}</p:ActivityId>`;
  const operation =
    head.operationId === undefined
      ? ""
      : `<p:OperationID s:mustUnderstand="false">${escapeText(head.operationId)}</p:OperationID><p:SequenceId>${head.sequenceId ?? 1}</p:SequenceId>`;
  const relates = head.relatesTo === undefined ? "" : `<a:RelatesTo>${escapeText(head.relatesTo)}</a:RelatesTo>`;
  return `${writtenActions.of(head.action)}<a:MessageID>${head.messageId}</a:MessageID>${activity}${operation}${to}${relates}${writeEstimate(head.totalItemsCountEstimate)}${head.fragment === undefined ? "" : writeFragmentHeader(head.fragment)}`;
}

/** Octets in UTF-8 of what `writeOpening` has written: only what came from the request may be other than ASCII. */
export function openingOctets(opening: string, { action, relatesTo = "", operationId = "", fragment }: ResponseHead): number {
  const parts = [action, relatesTo, operationId, fragment?.path ?? "", fragment?.dialect ?? ""];
  return parts.reduce((sum, part) => sum + utf8Length(part) - part.length, opening.length);
}

const writtenActions = new FewTexts((action) => `<a:Action>${escapeText(action)}</a:Action>`);

function writeFragmentHeader({ path, dialect }: Pick<FragmentHeader, "path" | "dialect">): string {
  return `<w:FragmentTransfer s:mustUnderstand="true"${dialect === undefined ? "" : ` Dialect="${escapeAttribute(dialect)}"`}>${escapeText(path)}</w:FragmentTransfer>`;
}

/** w:TotalItemsCountEstimate, or nothing. */
export function writeEstimate(estimate: number | undefined): string {
  return estimate === undefined ? "" : `<w:TotalItemsCountEstimate>${estimate}</w:TotalItemsCountEstimate>`;
}

/** Everything up to the end of the header blocks; `</s:Header>` is left for the caller, who may know more. */
export function writeOpening(head: ResponseHead): string {
  return `${findEnvelope(head.operation, head.isShell ?? false).start}<s:Header>${writeHeaders(head)}`;
}
