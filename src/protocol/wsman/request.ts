import type { XmlScanner } from "../xml/scanner.js";

/** A WS-Management request as the rest of the host sees it: typed, checked for form, free of wire words. */

/**
 * What is asked. `Invoke` is every action that no table knows, `Unknown` such a one in a namespace of the standards. Names of eventing
 * and shell actions are there so that they can be refused by name.
 */
export type Operation =
  | "Identify"
  | "Get" | "Put" | "Create" | "Delete"
  | "Enumerate" | "Pull" | "Release" | "RenewEnumeration" | "GetEnumerationStatus"
  | "Subscribe" | "Unsubscribe" | "RenewSubscription" | "GetSubscriptionStatus" | "SubscriptionEnd"
  | "Command" | "Send" | "Receive" | "Signal" | "Disconnect" | "Reconnect" | "Connect"
  | "Invoke" | "Unknown";

export interface QualifiedName {
  readonly namespace: string;
  readonly name: string;
}

export interface SelectorValue {
  readonly name: string;
  /** Text, or a reference (WS-Management 5.4.2: an EPR as selector value). */
  readonly value: string | Reference;
}

export interface Reference {
  readonly address: string;
  readonly resourceUri: string;
  readonly selectors: readonly SelectorValue[];
}

export interface OptionValue {
  readonly name: string;
  /** `undefined` for xsi:nil. */
  readonly value: string | undefined;
  readonly mustComply: boolean;
  readonly type: string | undefined;
}

/** The Body as the host needs it: where it is, not what it means. */
export interface RequestBody {
  /** Qualified name of the first child element; `undefined` for an empty Body. */
  readonly root: QualifiedName | undefined;
  /** Number of child elements. */
  readonly count: number;
  /**
   * Exact source text of the first child element, with the in-scope `xmlns` declarations (and xml:lang) that it does not itself
   * redeclare spliced in behind its name. Empty string for an empty Body.
   */
  text(): string;
  /** Reads the first child element in its place: a scanner that stands on its start tag. Only where `count` is not 0. */
  open(): XmlScanner;
}

export interface WsmanRequest {
  readonly operation: Operation;
  /** Trimmed. Empty for Identify. */
  readonly action: string;
  /** As sent, for RelatesTo byte for byte. `undefined` for Identify. */
  readonly messageId: string | undefined;
  readonly to: string | undefined;
  /** Trimmed. `undefined` when the header is missing. */
  readonly resourceUri: string | undefined;
  /** In the order sent; duplicates are kept, a check refuses them. */
  readonly selectors: readonly SelectorValue[];
  readonly options: readonly OptionValue[];
  readonly optionsMustUnderstand: boolean;
  /** Milliseconds, already a valid positive duration; `undefined` when absent. Not yet capped. */
  readonly operationTimeout: number | undefined;
  /** Octets; `undefined` when absent. Not yet capped. */
  readonly maxEnvelopeSize: number | undefined;
  readonly locale: string | undefined;
  readonly dataLocale: string | undefined;
  readonly sessionId: string | undefined;
  /** MS-WSMV: the client would compress the streams of the shell that it creates. */
  readonly asksForCompression: boolean;
  /** MS-WSMV robust connections. */
  readonly operationId: string | undefined;
  readonly fragment: FragmentHeader | undefined;
  readonly requestTotalItemsCountEstimate: boolean;
  readonly body: RequestBody;
}

/** `w:FragmentTransfer`. */
export interface FragmentHeader {
  /** Trimmed. */
  readonly path: string;
  /** Trimmed; `undefined` when there is no such attribute. */
  readonly dialect: string | undefined;
  readonly mustUnderstand: boolean;
  /** Namespace declarations in scope, where the path has a colon. */
  readonly prefixes?: ReadonlyMap<string, string>;
}

/** `n:Enumerate` (and the shape of Subscribe's filter). */
export interface EnumerateBody {
  /** Text of n:Expires, unparsed. */
  readonly expires: string | undefined;
  readonly filter: FilterBody | undefined;
  readonly optimize: boolean;
  /** At least 1. 1 when optimize is set without MaxElements. */
  readonly maxElements: number;
  readonly mode: "object" | "epr" | "objectAndEpr";
  readonly polymorphism: "IncludeSubClassProperties" | "ExcludeSubClassProperties" | "None" | undefined;
}

export interface FilterBody {
  readonly dialect: string;
  readonly text: string;
  /** Namespace declarations in scope, where the text has a colon. */
  readonly prefixes?: ReadonlyMap<string, string>;
  /** Present when the dialect is the selector filter. */
  readonly selectors: readonly SelectorValue[] | undefined;
}

export interface PullBody {
  readonly context: string;
  /** Default 1 (WS-Enumeration 3.2). */
  readonly maxElements: number;
  /** Milliseconds. */
  readonly maxTime: number | undefined;
  readonly maxCharacters: number | undefined;
  readonly mode: EnumerateBody["mode"] | undefined;
}
