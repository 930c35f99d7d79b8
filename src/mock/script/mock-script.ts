/**
 * What a script says: the words of its YAML file, which are those of `defineMock` too. A TypeScript file may have functions where the
 * types here allow them. `read-script.ts` checks; nothing below it checks again.
 */
import type { MockCall } from "./mock-call.js";
import type { DurationText } from "./read-duration.js";
import type { ResourceOperation } from "./resource-operation.js";
import type { ScriptedFault } from "./scripted-fault.js";

/** What the endpoint looks like: Identify, header fields, words of its faults. */
export const presetNames = ["windows-2022", "windows-2016", "omi"] as const;
export type PresetName = (typeof presetNames)[number];

/** One of the first four. Text is compared trimmed, and with case unless `ignoreCase`. */
export interface TextPattern {
  readonly equals?: string;
  readonly startsWith?: string;
  readonly contains?: string;
  /** Of JavaScript, found anywhere unless anchored; flags `s` and `u`. */
  readonly regex?: string;
  readonly ignoreCase?: boolean;
}

/** A text alone is `equals`. Regular expressions and functions: in TypeScript only. */
export type TextMatch = string | TextPattern | RegExp | ((text: string) => boolean);

/** Text is sent as UTF-8; `base64` for octets that are none. */
export type StreamData = string | { readonly base64: string };

/** One of the three. */
export interface OutputStep {
  readonly stdout?: StreamData;
  readonly stderr?: StreamData;
  readonly delay?: DurationText;
}

/** What a command does. All of it may be left out: no output, exit code 0. */
export interface CommandReply {
  /** Before anything else is sent. */
  readonly delay?: DurationText;
  /** Takes input until the client says that it ends, and only then goes on. */
  readonly awaitStdin?: boolean;
  readonly stdout?: StreamData;
  readonly stderr?: StreamData;
  /** Pieces in this order, each in a Receive of its own where a delay stands between; instead of `stdout` and `stderr`. */
  readonly output?: readonly OutputStep[];
  /** Unsigned 32 bits; 0 by default. */
  readonly exitCode?: number;
  readonly fault?: ScriptedFault;
}

/** Either `reply`, or `replies`: the first, the second …, the last again and again. */
interface Replying<Reply> {
  readonly reply?: Reply | ((call: MockCall) => Reply | Promise<Reply>);
  readonly replies?: readonly Reply[];
}

/** Matched against the command line as Windows joins it, and against the script that `-EncodedCommand` carries. The first that fits answers. */
export interface CommandRule extends Replying<CommandReply> {
  readonly match: TextMatch;
}

export type PropertyValue = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** An instance: class and properties, or the element as text. */
export interface MockItem {
  readonly class?: string;
  readonly properties?: Readonly<Record<string, PropertyValue>>;
  readonly xml?: string;
  /** Keys, for enumerations that ask for endpoint references. */
  readonly selectors?: Readonly<Record<string, string>>;
}

export interface QueryReply {
  readonly delay?: DurationText;
  readonly items?: readonly MockItem[];
  /** One that is said in SOAP; what is done to a connection stands under `faults`. */
  readonly fault?: ScriptedFault;
}

/** Of WQL. Runs of white space are one space on both sides. */
export interface QueryRule extends Replying<QueryReply> {
  readonly match: TextMatch;
  /** `root/cimv2`; any when left out. */
  readonly namespace?: string;
}

export interface ResourceReply extends MockItem {
  readonly delay?: DurationText;
  /** Of enumerate. */
  readonly items?: readonly MockItem[];
  /** As of a query. */
  readonly fault?: ScriptedFault;
}

export interface ResourceRule extends Replying<ResourceReply> {
  /** Without case. `…/Win32_*` stands for all that begin so. */
  readonly uri: string;
  /** Those of the request must be these, no more and no fewer; any when left out. Names without case. */
  readonly selectors?: Readonly<Record<string, string>>;
  /** Any when left out. */
  readonly operation?: ResourceOperation;
  /** Of invoke; any when left out. Without case. */
  readonly method?: string;
  /** Against the XML of the request's body. */
  readonly body?: TextMatch;
}

/** Requests that a fault can hang on, whatever they are about. */
export const faultPlaces = [
  "create-shell", "command", "send", "receive", "signal", "delete-shell", "identify", "get", "put", "create", "delete", "invoke", "enumerate", "pull", "any",
] as const;
export type FaultPlace = (typeof faultPlaces)[number];

/** Faults that are no command's own. */
export interface FaultRule {
  readonly on: FaultPlace;
  /** The command line of what the request is about, where it is about a command. */
  readonly match?: TextMatch;
  /** Resource URI, without case, of what the request is about; `…/Win32_*` stands for all that begin so. */
  readonly uri?: string;
  /** So many requests pass first; 0 by default. */
  readonly after?: number;
  /** So many have the fault then; all of them by default. */
  readonly times?: number;
  readonly fault: ScriptedFault;
}

/** `times` is exact; without any of the three: at least once. */
interface Counted {
  readonly times?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What must have happened when the mock ends. One of the first five. */
export interface Expectation extends Counted {
  readonly ran?: TextMatch;
  readonly queried?: TextMatch;
  readonly called?: { readonly uri?: string; readonly operation?: ResourceOperation; readonly method?: string; readonly selectors?: Readonly<Record<string, string>> };
  /** Every shell was deleted by its client. */
  readonly noShellLeaked?: true;
  /** Everything that was asked had an answer in the script. */
  readonly nothingUnmatched?: true;
}

/** What Identify answers and the HTTP field Server says. */
export interface IdentifyWords {
  readonly vendor?: string;
  readonly version?: string;
  /** For somebody who has not authenticated. */
  readonly anonymousVersion?: string;
  /** Of ASCII; empty: there is none. */
  readonly server?: string;
}

export interface MockScript {
  /** `windows-2022` by default. */
  readonly preset?: PresetName;
  /** What differs from the preset. */
  readonly identify?: IdentifyWords;
  /** Passwords by name. By default one account is made, with a password of its own each time, and printed. */
  readonly users?: Readonly<Record<string, string>>;
  readonly commands?: readonly CommandRule[];
  readonly queries?: readonly QueryRule[];
  readonly resources?: readonly ResourceRule[];
  readonly faults?: readonly FaultRule[];
  /** A command that nothing above fits. By default what Windows says to one that it does not know, with exit code 1. */
  readonly otherwise?: CommandReply;
  readonly expect?: readonly Expectation[];
}
