import type { HostResponse } from "../base/host-message.js";
import type { RequestContext } from "../base/request-context.js";
import { requestNotifications, type RequestNotification } from "../sdk/request-notification.js";
import type { HostBinding, MountedApplication, MountedSite } from "./pipeline-settings.js";

/** One request with what the stages found out about it. */
export interface Exchange {
  /** Another one when HTTP modules have changed the request. */
  context: RequestContext;
  /** The sites of the socket it came on. */
  readonly bindings: readonly HostBinding[];
  site: MountedSite | undefined;
  application: MountedApplication | undefined;
}

/** IIS's notifications, in order. */
export const notifications = requestNotifications;

/** Nothing: go on. An answer: finished, only logRequest and endRequest still run. */
export type StageOutcome = HostResponse | undefined;

/** A built-in module: one step at one notification. */
export interface PipelineModule {
  readonly name: string;
  readonly notification: RequestNotification;
  /** Makes the answer: runs behind HTTP modules, the others before them. */
  readonly isHandler?: true;
  run(exchange: Exchange): StageOutcome | Promise<StageOutcome>;
}
