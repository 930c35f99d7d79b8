import type { XmlElement } from "../../base/xml-element.js";

/**
 * One SyncML message as OMA DM uses it (Representation Protocol 1.2.2 and its DM usage 1.2.1), the same whether it came as XML or WBXML.
 * What cannot be understood stays in it: a receiver has to answer it.
 */
export interface SyncmlMessage {
  readonly header: SyncmlHeader;
  /** In document order. */
  readonly body: readonly BodyElement[];
  /** `Final`: the last message of its package. */
  readonly isFinal: boolean;
}

/** `SyncHdr`. */
export interface SyncmlHeader {
  /** `1.2`, as written. */
  readonly versionDtd: string;
  /** `DM/1.2`, as written. */
  readonly versionProtocol: string;
  /** Opaque: echoed as it was sent. */
  readonly sessionId: string;
  readonly messageId: string;
  readonly target: Address;
  readonly source: Address;
  /** `RespURI`: where the next messages go. */
  readonly responseUri?: string | undefined;
  readonly noResponse?: boolean | undefined;
  readonly credential?: Credential | undefined;
  readonly meta?: Meta | undefined;
}

/** `Target` and `Source`. */
export interface Address {
  /** `LocURI`, white space around it removed, otherwise as sent. */
  readonly uri: string;
  /** `LocName`: of a header's Source the user's name. */
  readonly name?: string | undefined;
}

/** `Cred`. */
export interface Credential {
  readonly meta?: Meta | undefined;
  readonly data: string;
}

/** `Meta` (MetInf 1.2). */
export interface Meta {
  /** Absent: `chr`. */
  readonly format?: string | undefined;
  /** Absent: `text/plain`. */
  readonly type?: string | undefined;
  readonly mark?: string | undefined;
  /** As written: a receiver has to judge what is no number. Octets of the data as sent. */
  readonly size?: string | undefined;
  /** Base64. */
  readonly nextNonce?: string | undefined;
  /** As written. Octets. */
  readonly maxMessageSize?: string | undefined;
  /** As written. Octets. */
  readonly maxObjectSize?: string | undefined;
  /** Anchor, EMI, Mem, Version, and what nobody knows. */
  readonly others?: readonly XmlElement[] | undefined;
}

/** What an `Item` carries. */
export type ItemData =
  | { readonly kind: "text"; readonly text: string }
  /** OPAQUE of WBXML that is no text. In XML it is written in base64, and its Format says so. */
  | { readonly kind: "octets"; readonly octets: Uint8Array }
  /** Elements written out where text is usual: an embedded management tree, a CSP's report. Text between them is kept. */
  | { readonly kind: "markup"; readonly children: readonly (XmlElement | string)[] };

/** `Item`. */
export interface Item {
  readonly target?: Address | undefined;
  readonly source?: Address | undefined;
  readonly meta?: Meta | undefined;
  readonly data?: ItemData | undefined;
  /** `MoreData`: the rest comes in the next message. */
  readonly hasMore?: boolean | undefined;
}

/** What every command has. */
interface CommandBase {
  /** `CmdID`; `undefined` where the sender forgot it. */
  readonly id: string | undefined;
  readonly meta?: Meta | undefined;
  readonly noResponse?: boolean | undefined;
}

export const itemCommands = ["Add", "Alert", "Copy", "Delete", "Exec", "Get", "Replace"] as const;

/** A command about items. */
export interface ItemCommand extends CommandBase {
  readonly kind: (typeof itemCommands)[number];
  readonly items: readonly Item[];
  /** Of an Alert: `Data`, its code, as written. */
  readonly code?: string | undefined;
  /** Of Exec and Alert. */
  readonly correlator?: string | undefined;
  /** A credential has no place in a command (DM usage); it is kept to be refused. */
  readonly credential?: Credential | undefined;
}

/** Commands that belong together. */
export interface ContainerCommand extends CommandBase {
  readonly kind: "Atomic" | "Sequence";
  readonly members: readonly BodyElement[];
}

/** `Status`. */
export interface StatusElement {
  readonly kind: "Status";
  readonly id: string | undefined;
  readonly messageRef: string;
  /** `0` for the header; empty for a command that had no id. */
  readonly commandRef: string;
  /** Name of the command, `SyncHdr` for the header. */
  readonly command: string;
  readonly targetRefs: readonly string[];
  readonly sourceRefs: readonly string[];
  readonly challenge?: Meta | undefined;
  readonly credential?: Credential | undefined;
  /** `Data`: the status code as written. */
  readonly code: string;
  /** `msft:originalerror`: what the device's own software said, such as `0x86000002`. */
  readonly originalError?: string | undefined;
  readonly items: readonly Item[];
}

/** `Results`. */
export interface ResultsElement {
  readonly kind: "Results";
  readonly id: string | undefined;
  /** Absent: 1. */
  readonly messageRef?: string | undefined;
  readonly commandRef: string;
  readonly meta?: Meta | undefined;
  readonly targetRef?: string | undefined;
  readonly sourceRef?: string | undefined;
  readonly items: readonly Item[];
}

/** What is no DM command: an element nobody knows, or one that only data synchronisation uses. It is answered with 400. */
export interface UnknownElement {
  readonly kind: "unknown";
  /** Local name. */
  readonly name: string;
  readonly id: string | undefined;
  readonly element: XmlElement;
}

export type Command = ItemCommand | ContainerCommand;
export type BodyElement = Command | StatusElement | ResultsElement | UnknownElement;
