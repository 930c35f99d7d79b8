import type { CertificateDetails } from "../base/identity.js";
import type { XmlElement } from "../base/xml-element.js";
import type { ItemQuery } from "../base/class-definition.js";

/**
 * Names and values that pick one instance of a resource (WS-Management 5.4.2, `w:SelectorSet`). Names compare without case.
 * Immutable.
 */
export interface SelectorSet {
  readonly size: number;
  /** @returns the text, `undefined` when absent or when the value is an endpoint reference. */
  get(name: string): string | undefined;
  /** @returns the endpoint reference given as a value, `undefined` when absent or text. */
  reference(name: string): EndpointReference | undefined;
  has(name: string): boolean;
  /** In the order sent. */
  entries(): Iterable<readonly [name: string, value: string | EndpointReference]>;
}

/** Another instance, named as WS-Addressing does: resource URI and selectors. */
export interface EndpointReference {
  readonly address: string;
  readonly resourceUri: string;
  readonly selectors: SelectorSet;
}

/** One option of the request (`w:Option`). */
export interface RequestOption {
  readonly name: string;
  /** `undefined` for xsi:nil. */
  readonly value: string | undefined;
  /** The client insists: a plug-in that does not know the option answers `failure("invalid-options")`. */
  readonly mustComply: boolean;
  /** The `Type` attribute as sent; not enforced by the host. */
  readonly type: string | undefined;
}

/** Options of the request. Names compare without case. Empty unless the resource has `SupportsOptions="true"`. */
export interface OptionSet {
  readonly size: number;
  /** `s:mustUnderstand` of the whole set. */
  readonly mustUnderstand: boolean;
  get(name: string): RequestOption | undefined;
  entries(): Iterable<RequestOption>;
}

/** Who sent the request: Windows' WSMAN_SENDER_DETAILS. Immutable, safe to keep. */
export interface SenderDetails {
  /** Account name after authorization, so the mapped one where an authorization plug-in maps. */
  readonly senderName: string;
  /** `Basic`, `ClientCertificate`, otherwise the security package. */
  readonly authenticationMechanism: string;
  readonly isAdministrator: boolean;
  readonly certificateDetails?: CertificateDetails;
  /** The URL the client addressed. */
  readonly httpUrl: string;
  /** The user's environment, names upper case. */
  readonly environment: ReadonlyMap<string, string>;
}

/** WSManPluginGetOperationParameters. Sizes in octets, time in milliseconds. */
export interface OperationLimits {
  /** Of the whole response envelope: the smaller of the client's and the host's. */
  readonly maxEnvelopeSize: number;
  /** What is left of the operation's time when it was called. */
  readonly timeout: number;
  /** Octets of result that still fit into this answer; falls as an enumeration's items are added. */
  remainingResultSize(): number;
  /** Octets of the largest single result that fits into an empty answer. */
  readonly largestResultSize: number;
}

/** Which part of the instance is asked for (`w:FragmentTransfer`). Only where the capability has `SupportsFragment="true"`. */
export interface Fragment {
  readonly path: string;
  /** URI; XPath Level 1 when the client named none. */
  readonly dialect: string;
}

/** A filter of an enumeration. Only handed over where the capability has `SupportsFiltering="true"`. */
export interface Filter {
  readonly dialect: string;
  /** Text of the filter, trimmed. Empty for a selector filter. */
  readonly text: string;
  /** The selector filter's content (WS-Management Annex E), when the dialect is that. */
  readonly selectors: SelectorSet | undefined;
}

/**
 * A step of a pull reader. Depth counts from 1 at the root element. Every element node has its endElement node of the same depth, an empty
 * one (`isEmpty`: `<a/>`) directly behind it.
 */
export type XmlReaderNode =
  | { readonly type: "element"; readonly depth: number; readonly element: Omit<XmlElement, "children">; readonly isEmpty: boolean }
  | { readonly type: "text"; readonly depth: number; readonly text: string }
  | { readonly type: "endElement"; readonly depth: number; readonly name: string; readonly namespace: string };

/** A forward-only reader over one element (XmlRenderingType="XmlReader"). */
export interface XmlReader {
  /** @returns the next node, `undefined` at the end. Adjacent text and CDATA come as one node. Never throws: the host has read the document. */
  read(): XmlReaderNode | undefined;
  /** After an "element" node: skips to behind its end tag. */
  skip(): void;
  /** After an "element" node: reads the whole element. */
  readElement(): XmlElement;
}

/** Incoming XML as the configuration's XmlRenderingType says. Both forms give `element()`, so most plug-ins need not care. */
export type XmlInput =
  | {
      readonly renderingType: "text";
      /** The exact source text of the element, with the namespace declarations it inherits spliced in. */
      readonly text: string;
      element(): XmlElement;
    }
  | {
      readonly renderingType: "XmlReader";
      /** A new reader at the start of the element; may be asked for again. */
      reader(): XmlReader;
      element(): XmlElement;
    };

/** Outgoing XML: text of exactly one well-formed element, an element value, or a reader at its start. The host checks text. */
export type XmlOutput = string | XmlElement | XmlReader;

/** Common to all operations: Windows' WSMAN_PLUGIN_REQUEST. */
export interface OperationRequest {
  /** As the client sent it, trimmed. */
  readonly resourceUri: string;
  readonly action: string;
  readonly selectors: SelectorSet;
  readonly options: OptionSet;
  readonly sender: SenderDetails;
  /** `en-US`; `undefined` when the client named none. */
  readonly locale: string | undefined;
  readonly dataLocale: string | undefined;
  readonly limits: OperationLimits;
  /**
   * Fires when nobody waits any more: deadline, client gone, enumeration released, host stopping. `signal.reason` is one of
   * "timed-out", "client-gone", "released", "shutdown". Work that ignores it harms only itself: the client has its answer.
   */
  readonly signal: CancellationSignal;
}

/** The part of the platform's AbortSignal that this folder may name; at run time it is a real AbortSignal. */
export interface CancellationSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface GetRequest extends OperationRequest {
  readonly fragment: Fragment | undefined;
}
export interface PutRequest extends OperationRequest {
  readonly fragment: Fragment | undefined;
  readonly body: XmlInput;
}
export interface CreateRequest extends OperationRequest {
  readonly fragment: Fragment | undefined;
  readonly body: XmlInput;
}
export interface DeleteRequest extends OperationRequest {
  readonly fragment: Fragment | undefined;
}
export interface InvokeRequest extends OperationRequest {
  /** Last segment of the Action: `StopService`. */
  readonly method: string;
  /** `undefined` when the body was empty. */
  readonly body: XmlInput | undefined;
}
export interface EnumerateRequest extends OperationRequest {
  /** `undefined` when there is none, or the host evaluates it. */
  readonly filter: Filter | undefined;
  /** Of a plug-in with `filters: "host"`: what the filter needs, also when there is no filter. Otherwise `undefined`. */
  readonly query?: ItemQuery | undefined;
  /**
   * What becomes of instances of subclasses: given as they are (also when it is `undefined`), given as instances of the class that is asked
   * for with nothing but its properties, or left out. Anything but the first only where the declaration has `polymorphism`, and never with a
   * query for columns or conditions.
   */
  readonly polymorphism?: "IncludeSubClassProperties" | "ExcludeSubClassProperties" | "None" | undefined;
  /** What the client asked for; the host takes what it needs from items, so most plug-ins can ignore it. */
  readonly mode: "object" | "epr" | "objectAndEpr";
}
