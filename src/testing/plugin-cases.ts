import type { XmlElement } from "../base/xml-element.js";
import type { FailureDetails, FailureKind } from "../sdk/failure.js";
import type { AskByOperation } from "./ask.js";

/** An answer: text of one element, an element, or a function that throws when the answer is not right. */
export type ExpectedXml = string | XmlElement | ((answer: XmlElement) => void);

export interface ExpectedInstance {
  readonly selectors: Readonly<Record<string, string>>;
  /** Default: the one asked. */
  readonly resourceUri?: string;
}

/** One item: by mode the object, the reference, or both. */
export type ExpectedItem = string | XmlElement | { readonly object?: string | XmlElement; readonly epr?: ExpectedInstance };

type Exactly<K extends keyof AskByOperation> = { readonly [O in K]: AskByOperation[O] } & { readonly [O in Exclude<keyof AskByOperation, K>]?: never };

/** Asks one operation. */
export type Step = { [K in keyof AskByOperation]: Exactly<K> }[keyof AskByOperation];

/** Asks one operation and says what it answers. A Delete answers nothing. */
export type AnsweredStep =
  | (Exactly<"get"> & { readonly answers: ExpectedXml })
  /** Absent: an empty Body. */
  | (Exactly<"put"> & { readonly answers?: ExpectedXml | { readonly renamed: ExpectedInstance } })
  | (Exactly<"create"> & { readonly answers: ExpectedInstance })
  | (Exactly<"delete"> & { readonly answers?: never })
  | (Exactly<"invoke"> & { readonly answers?: ExpectedXml })
  | (Exactly<"enumerate"> & { readonly answers: readonly ExpectedItem[]; /** The plug-in's totalItemsCountEstimate. */ readonly estimate?: number });

/** Asks one operation and says which failure the plug-in refuses with. */
export type RefusedStep = Step & { [K in FailureKind]: Refusal<K> }[FailureKind];

interface Refusal<K extends FailureKind> {
  readonly with: K;
  readonly detail?: FailureDetails[K];
  /** The whole message, or what it must match. */
  readonly message?: string | RegExp;
  /** The WSManFault Code, where the plug-in gives one of its own. */
  readonly code?: number;
}

export interface CaseFrame {
  /** Says what is shown; unique in the table. */
  readonly title: string;
  /** What is done first, and must succeed. */
  readonly given?: readonly Step[];
  /** What holds afterwards. */
  readonly then?: readonly (AnsweredStep | RefusedStep)[];
  /** Milliseconds that the clock is turned by while the answer is waited for. */
  readonly advance?: number;
}

export type AcceptsCase = CaseFrame & AnsweredStep;
export type RefusesCase = CaseFrame & RefusedStep;

/** The table of a plug-in's tests. Every case gets a plug-in of its own, newly started. */
export interface PluginCases {
  /** At least one for every declared capability. */
  readonly accepts: readonly AcceptsCase[];
  /** At least one: a plug-in that never refuses has not been tried. */
  readonly refuses: readonly RefusesCase[];
}
