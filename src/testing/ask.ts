import type { XmlElement } from "../base/xml-element.js";

/** Another instance as a selector's value. */
export interface AskedReference {
  readonly resourceUri: string;
  readonly selectors?: Readonly<Record<string, string>>;
}

export interface AskedOption {
  /** `null` is xsi:nil. */
  readonly value: string | null;
  readonly mustComply?: boolean;
  readonly type?: string;
}

/** What a request is about. Everything has a default, so that `{}` asks for the resource itself. */
export interface Ask {
  /** Default: the first resource of the first plug-in. */
  readonly resourceUri?: string;
  readonly selectors?: Readonly<Record<string, string | AskedReference>>;
  /** A text is the option's value. */
  readonly options?: Readonly<Record<string, string | AskedOption>>;
  /** `s:mustUnderstand` of the whole option set. */
  readonly optionsMustUnderstand?: boolean;
  readonly fragment?: { readonly path: string; readonly dialect?: string };
  /** Default: en-US. */
  readonly locale?: string;
  /** Milliseconds of the test host's clock. Default: 60000. */
  readonly operationTimeout?: number;
  /** Octets. Default: 512000. */
  readonly maxEnvelopeSize?: number;
  /** Account that sends it. Default: the first of `users`. */
  readonly user?: string;
  /** Fires when the client hangs up before it was answered. */
  readonly hangUp?: HangUpSignal;
}

/** The part of an AbortSignal that is looked at. */
export interface HangUpSignal {
  addEventListener(type: "abort", listener: () => void): void;
}

/** XML to send: text of one element, or an element. */
export type AskedXml = string | XmlElement;

export interface AskWithBody extends Ask {
  readonly body: AskedXml;
}

export interface InvokeAsk extends Ask {
  readonly method: string;
  /** Absent: an empty Body. */
  readonly body?: AskedXml;
}

export interface EnumerateAsk extends Ask {
  /** A dialect is named by its URI; WQL, XPath and selectors have keys of their own. */
  readonly filter?:
    | { readonly selectors: Readonly<Record<string, string>> } | { readonly wql: string } | { readonly xpath: string }
    | { readonly dialect: string; readonly text: string };
  /** Default: object. */
  readonly mode?: "object" | "epr" | "objectAndEpr";
  /** `b:PolymorphismMode`. Default: none is sent. */
  readonly polymorphism?: "IncludeSubClassProperties" | "ExcludeSubClassProperties" | "None";
  /** Items in one answer at most; the rest is pulled. Default: 32000. */
  readonly maxElements?: number;
}

/** The operations and what each is asked with. */
export interface AskByOperation {
  get: Ask;
  put: AskWithBody;
  create: AskWithBody;
  delete: Ask;
  invoke: InvokeAsk;
  enumerate: EnumerateAsk;
}
