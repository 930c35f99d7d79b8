import type { HostResponse } from "../base/host-message.js";
import type { RequestContext } from "../base/request-context.js";
import type { HostBinding, MountedApplication, MountedSite } from "./pipeline-settings.js";

/** One request with what the stages found out about it. */
export interface Exchange {
  readonly context: RequestContext;
  /** The sites of the socket it came on. */
  readonly bindings: readonly HostBinding[];
  /** As whom a proxy that is believed has authenticated the client. */
  readonly forwardedUser?: string;
  site: MountedSite | undefined;
  application: MountedApplication | undefined;
}

/** IIS's notifications, in order. */
export const notifications = [
  "beginRequest", "authenticateRequest", "authorizeRequest", "mapRequestHandler", "executeRequestHandler", "logRequest", "endRequest",
] as const;

export type Notification = (typeof notifications)[number];

/** Nothing: go on. An answer: finished, only logRequest and endRequest still run. */
export type StageOutcome = HostResponse | undefined;

/** A built-in module: one step at one notification. */
export interface PipelineModule {
  readonly name: string;
  readonly notification: Notification;
  run(exchange: Exchange): StageOutcome | Promise<StageOutcome>;
}
