import type { HostRequest, HostResponse } from "./host-message.js";
import type { Identity } from "./identity.js";

/** What the one log line of a request says besides the obvious. Filled in by whoever knows; never bodies, never secrets. */
export interface RequestFacts {
  action?: string;
  resourceUri?: string;
  /** Display name of the plug-in that served it. */
  plugin?: string;
  /** `ok`, or the name of the fault sent. */
  result?: string;
  /** IIS's number behind the status: 7 of `403.7`. For the log, never for the client. */
  subStatus?: number;
  messageId?: string;
  /** Correlation for an internal error, repeated in the error log. */
  errorId?: string;
}

/** One request on its way through the pipeline. Made by the pipeline, handed to every stage and to the application. */
export interface RequestContext {
  readonly request: HostRequest;
  /** Upper-case GUID, new for every request. */
  readonly activityId: string;
  /** `undefined` until the authenticate stage has run, and after it when nobody authenticated. */
  user: Identity | undefined;
  readonly facts: RequestFacts;
}

/** An application: turns an authenticated request into an answer. Never throws for what the peer did. */
export type Application = (context: RequestContext) => Promise<HostResponse> | HostResponse;
