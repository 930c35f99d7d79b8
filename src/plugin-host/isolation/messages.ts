/**
 * What a host and an isolated plug-in say to each other. Everything here is data that the structured clone algorithm copies. XML crosses as
 * text, items in batches; every question has an id, and `answer` names it.
 */
import type { XmlElement } from "../../base/xml-element.js";
import type { LogFields } from "../../base/logger.js";
import type { ConfigurationChange, ConfigurationEditResult } from "../../sdk/configuration-editing.js";
import type { AuthorizedOperation, OperationDecision, Quota, UserDecision } from "../../sdk/define-authorization-plugin.js";
import type { ShutdownReason, StartReason } from "../../sdk/define-plugin.js";
import type { CertificateMappingInformation, ListenerInformation, PluginInformation, SettingsInformation } from "../../sdk/host-information.js";
import type { EnumerateRequest, Fragment, RequestOption, SenderDetails } from "../../sdk/operation-request.js";
import type { ShellEnd, ShellSignal } from "../../sdk/shell.js";
import type { CancelReason, PluginCreated } from "../plugin-answer.js";
import type { AuthorizationMethod } from "./authorization-methods.js";
import type { Sketch } from "./sketch.js";
import type { ThrownData } from "./thrown-data.js";

export interface SelectorData {
  readonly name: string;
  readonly value: string | { readonly address: string; readonly resourceUri: string; readonly selectors: readonly SelectorData[] };
}

export type XmlInputData = { readonly renderingType: "text"; readonly text: string } | { readonly renderingType: "XmlReader"; readonly element: XmlElement };

/** The environment as a list, because JSON has no Map. */
export type SenderData = Omit<SenderDetails, "environment"> & { readonly environment: readonly (readonly [name: string, value: string])[] };

/** A request of any capability. */
export interface RequestData {
  readonly resourceUri: string;
  readonly action: string;
  readonly selectors: readonly SelectorData[];
  readonly options: readonly RequestOption[];
  readonly optionsMustUnderstand: boolean;
  readonly sender: SenderData;
  readonly locale: string | undefined;
  readonly dataLocale: string | undefined;
  readonly limits: { readonly maxEnvelopeSize: number; readonly timeout: number; readonly largestResultSize: number; readonly remaining: number };
  /** Parts that only some operations have. JSON leaves out what is undefined. */
  readonly own: {
    readonly fragment?: Fragment | undefined;
    readonly body?: XmlInputData | undefined;
    readonly method?: string | undefined;
    readonly filter?: { readonly dialect: string; readonly text: string; readonly selectors: readonly SelectorData[] | undefined } | undefined;
    readonly query?: EnumerateRequest["query"];
    readonly polymorphism?: EnumerateRequest["polymorphism"];
    readonly mode?: EnumerateRequest["mode"] | undefined;
  };
}

export interface HostSnapshot {
  readonly productVendor: string;
  readonly productVersion: string;
  readonly settings: SettingsInformation;
  readonly listeners: readonly ListenerInformation[];
  readonly plugins: readonly PluginInformation[];
  readonly certificateMappings: readonly CertificateMappingInformation[];
  /** May it change the configuration? */
  readonly mayEdit: boolean;
}

export interface StartData {
  readonly startReason: StartReason;
  readonly applicationIdentification: string;
  readonly name: string;
  readonly initializationParameters: readonly (readonly [name: string, value: string])[];
  readonly applicationDirectory: string;
  readonly validateOnly: boolean;
  readonly host: HostSnapshot;
}

export interface RefusalData {
  readonly kind: string;
  readonly detail: string | undefined;
  readonly code: number | undefined;
  readonly message: string;
  readonly extended: string | undefined;
}

/** An item's text, or with its reference. */
export type ItemData = string | { readonly object: string; readonly epr: PluginCreated };

/** The end of a batch, or of a call that gave no value. */
export type TroubleData = { readonly kind: "refused"; readonly refusal: RefusalData } | { readonly kind: "failed"; readonly thrown: ThrownData };

/** One question to an authorization plug-in. */
export interface AuthorizationData {
  readonly sender: SenderData;
  /** Number of a context that stays on the plug-in's side. */
  readonly context: number | undefined;
  readonly about?: { readonly operation: AuthorizedOperation; readonly action: string; readonly resourceUri: string };
}

export type AnswerData =
  | TroubleData
  /** Of load and start. */
  | { readonly kind: "sketch"; readonly sketch: Sketch }
  | { readonly kind: "value"; readonly value: string | PluginCreated | { readonly renamed: PluginCreated } | undefined }
  /** Of an authorization plug-in. @param context number of the context it gave */
  | { readonly kind: "decided"; readonly decision: UserDecision | OperationDecision | Quota | undefined; readonly context?: number }
  /** An enumeration was opened; its id is the question's. */
  | { readonly kind: "opened"; readonly estimate: number | undefined }
  | { readonly kind: "items"; readonly items: readonly ItemData[]; readonly end: "more" | "end" | TroubleData }
  /** A shell was opened, or a command begun; its number, and that of its output, is the question's id. */
  | { readonly kind: "stream"; readonly facts: StreamFacts }
  | { readonly kind: "usage"; readonly usage: UsageData };

/** What a shell says it uses; checked by who asked. */
export interface UsageData {
  readonly memory: number | undefined;
  readonly childProcesses: number | undefined;
}

/** What an open shell or a command says of itself. */
export interface StreamFacts {
  readonly takesInput: boolean;
  readonly takesSignals: boolean;
  readonly canConnect: boolean;
  /** Of shells. */
  readonly hasOutput: boolean;
  readonly tellsUsage: boolean;
  readonly profileLoaded?: boolean | undefined;
  readonly processId?: number | undefined;
}

/** What a shell is opened with besides. */
export interface ShellData {
  readonly shellId: string;
  readonly name?: string | undefined;
  readonly environment: readonly (readonly [name: string, value: string])[];
  readonly workingDirectory?: string | undefined;
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  readonly creation?: XmlInputData | undefined;
}

/** About shells and commands; `to` is the number of one, `output` that of what it writes into. */
export type ToShells =
  | { readonly type: "openShell"; readonly id: number; readonly request: RequestData; readonly shell: ShellData; readonly host: HostSnapshot | undefined }
  | { readonly type: "runCommand"; readonly id: number; readonly to: number; readonly request: RequestData; readonly commandId: string; readonly command: string; readonly arguments: readonly string[]; readonly host: HostSnapshot | undefined }
  | { readonly type: "send"; readonly id: number; readonly to: number; readonly stream: string; readonly isLast: boolean; readonly data: Uint8Array }
  | { readonly type: "signal"; readonly id: number; readonly to: number; readonly signal: ShellSignal }
  | { readonly type: "connect"; readonly id: number; readonly to: number; readonly request: RequestData; readonly connection?: XmlInputData | undefined; readonly host: HostSnapshot | undefined }
  | { readonly type: "usage"; readonly id: number; readonly to: number }
  | { readonly type: "closeStream"; readonly id: number; readonly to: number; readonly reason: ShellEnd }
  /** So much of what was written is out of the way: see `OutputWindow`. */
  | { readonly type: "welcome"; readonly output: number; readonly weight: number }
  /** Nobody will read any more. */
  | { readonly type: "unread"; readonly output: number };

export type FromShells =
  /**
   * @param pieces writes that were put together
   * @param whole of a write that stays in one piece: some of it, or the rest; absent for others
   */
  | { readonly type: "output"; readonly output: number; readonly stream: string; readonly pieces: number; readonly data: Uint8Array; readonly whole?: "part" | "last" }
  /** It wrote what is neither octets nor text. */
  | { readonly type: "wrongOutput"; readonly output: number }
  | { readonly type: "streamEnd"; readonly output: number; readonly stream: string }
  /** @param result exit code, or why there is none; `null` for what is neither */
  | { readonly type: "done"; readonly output: number; readonly result: number | RefusalData | null }
  /** It says something else of itself now. */
  | { readonly type: "facts"; readonly of: number; readonly facts: StreamFacts };

export type ToPlugin =
  | ToShells
  | { readonly type: "load"; readonly id: number; readonly path: string }
  | { readonly type: "start"; readonly id: number; readonly context: StartData }
  | { readonly type: "call"; readonly id: number; readonly method: string; readonly capability: string; readonly request: RequestData; readonly host: HostSnapshot | undefined }
  | { readonly type: "authorize"; readonly id: number; readonly method: AuthorizationMethod; readonly question: AuthorizationData; readonly host: HostSnapshot | undefined }
  | { readonly type: "pull"; readonly id: number; readonly enumeration: number; readonly remaining: number }
  | { readonly type: "cancel"; readonly id: number; readonly reason: CancelReason }
  /** Calls the iterator's `return()`; the enumeration's signal has fired before. */
  | { readonly type: "close"; readonly enumeration: number }
  | { readonly type: "shutdown"; readonly id: number; readonly reason: ShutdownReason }
  | { readonly type: "stored"; readonly id: number; readonly content?: Uint8Array | undefined; readonly thrown?: ThrownData }
  | { readonly type: "edited"; readonly id: number; readonly result?: ConfigurationEditResult; readonly thrown?: ThrownData }
  /** Another instance of the plug-in has written or removed a document. */
  | { readonly type: "replaced"; readonly name: string }
  | { readonly type: "host"; readonly host: HostSnapshot }
  | { readonly type: "ping" };

export type ToHost =
  | FromShells
  | { readonly type: "answer"; readonly id: number; readonly answer: AnswerData }
  | { readonly type: "storage"; readonly id: number; readonly operation: "read" | "write" | "remove"; readonly name: string; readonly content: Uint8Array | undefined }
  | { readonly type: "edit"; readonly id: number; readonly changes: readonly ConfigurationChange[] }
  | { readonly type: "log"; readonly level: "error" | "warn" | "info" | "debug"; readonly message: string; readonly fields: LogFields | undefined }
  /** It has looked at the host's information: from now on it wants to be told. */
  | { readonly type: "hostWanted" }
  /** Something of it threw where nobody waited. */
  | { readonly type: "stray"; readonly what: string; readonly thrown: ThrownData }
  /** @param memory octets of its own heap and buffers, where it can tell */
  | { readonly type: "pong"; readonly memory: number | undefined };
