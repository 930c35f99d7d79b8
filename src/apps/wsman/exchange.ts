import type { RequestContext } from "../../base/request-context.js";
import type { SenderDetails } from "../../sdk/operation-request.js";
import type { Fault } from "../../protocol/wsman/fault.js";
import type { EnumerateBody, PullBody, WsmanRequest } from "../../protocol/wsman/request.js";
import { responseAction } from "../../protocol/wsman/actions.js";
import type { FaultHead } from "../../protocol/wsman/write-fault.js";
import { writeOpening, type ResponseHead } from "../../protocol/wsman/response-head.js";
import type { XmlCharset } from "../../protocol/xml/decode-xml.js";
import type { UserLease } from "../../routing/authorizer.js";
import type { PluginPort } from "../../routing/plugin-port.js";
import type { Enumeration } from "./enumerations/enumeration.js";
import type { FoundRoute } from "./found-route.js";
import { ownerOf } from "./owner-of.js";
import type { OpenShell } from "./shells/open-shell.js";
import type { ItemFilter } from "./filters/item-filter.js";
import type { HostFragment } from "./fragments/host-fragment.js";
import type { WsmanState } from "./wsman-state.js";

/** What an operation gives: the envelope to send, or a fault. */
export type Reply = { readonly envelope: string } | { readonly fault: Fault };

/** One request on its way through the steps. Each step fills in what the later ones use. */
export class Exchange {
  /** Monotonic; by then the answer must be on its way. */
  deadline = 0;
  /** Octets of the whole response envelope. */
  envelopeLimit = 0;
  lease: UserLease | undefined;
  route: FoundRoute | undefined;
  /** Of an Invoke. */
  method: string | undefined;
  enumerate: EnumerateBody | undefined;
  /** The filter that the host evaluates. */
  itemFilter: ItemFilter | undefined;
  /** The part that the host takes or replaces. */
  part: HostFragment | undefined;
  pull: PullBody | undefined;
  releaseContext: string | undefined;
  enumeration: Enumeration | undefined;
  /** The resource is a shell's: what is asked for is the shell engine's business. */
  isShell = false;
  shell: OpenShell | undefined;
  /** The shell's idle time goes on. */
  leaveShell: (() => void) | undefined;
  /** Gives the user's slot for a concurrent operation back. An enumeration takes it over. */
  leaveQuota: (() => void) | undefined;
  // Of the answer.
  #messageId: string | undefined;
  #opening: string | undefined;

  constructor(
    readonly state: WsmanState,
    readonly context: RequestContext,
    readonly request: WsmanRequest,
    /** Who authenticated; the lease says as whom it runs. */
    readonly sender: SenderDetails,
    readonly charset: XmlCharset,
    /** Monotonic. */
    readonly began: number,
  ) {}

  /** Never `undefined` after the request was read: only Identify has none, and it takes no steps. */
  get resourceUri(): string {
    return this.request.resourceUri ?? "";
  }

  /** Who owns what the request opens: account and how it authenticated. */
  get owner(): string {
    return ownerOf(this.sender);
  }

  /** How the answer counts: UTF-16 of either order is two octets a unit. */
  get encoding(): "utf-8" | "utf-16" {
    return this.charset === "utf-8" ? "utf-8" : "utf-16";
  }

  /** Who serves it, once that is known. */
  get plugin(): PluginPort {
    return this.shell?.plugin ?? this.route!.target;
  }

  remainingTime(): number {
    return Math.max(0, this.deadline - this.state.parts.clock.now());
  }

  /** @param estimate of an enumeration's items, for clients that ask */
  responseHead(estimate?: number): ResponseHead {
    const { request } = this;
    return {
      action: responseAction(request),
      // A request has one answer, however often its frame is measured.
      messageId: (this.#messageId ??= `uuid:${this.state.parts.newId()}`),
      relatesTo: request.messageId,
      activityId: this.context.activityId,
      operationId: request.operationId,
      sequenceId: undefined,
      totalItemsCountEstimate: estimate,
      fragment: request.fragment,
      operation: request.operation,
    };
  }

  /** Everything of the answer before the end of its header blocks. Written once, also when somebody asked before how long it is. */
  get opening(): string {
    return (this.#opening ??= writeOpening(this.responseHead()));
  }

  faultHead(): FaultHead {
    return {
      messageId: (this.#messageId ??= `uuid:${this.state.parts.newId()}`),
      relatesTo: this.request.messageId,
      activityId: this.context.activityId,
      operationId: this.request.operationId,
      machine: machineOf(this.context.request.host, this.state.parts.machineName),
    };
  }
}

/** No name of a machine is longer (RFC 1035). */
const longestName = 255;

/** The host name the client addressed, where it is one. */
export const machineOf = (host: string, ownName: string): string => (host === "" || host.length > longestName ? ownName : host);
