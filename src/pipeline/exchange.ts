import type { HostResponse } from "../base/host-message.js";
import type { MessageSealer } from "../base/negotiate-provider.js";
import type { RequestContext } from "../base/request-context.js";
import type { SchemeAnswer } from "./authentication-scheme.js";
import { requestNotifications, type RequestNotification } from "../sdk/request-notification.js";
import type { HostBinding, MountedApplication, MountedSite } from "./pipeline-settings.js";

/** A login that belongs to the connection. */
export type AcceptedLogin = Extract<SchemeAnswer, { kind: "accepted" }>;

/** One request with what the stages found out about it. */
export interface Exchange {
  /** Another one when HTTP modules have changed the request, or a sealed body has been opened. */
  context: RequestContext;
  /** The sites of the socket it came on. */
  readonly bindings: readonly HostBinding[];
  /** As whom a proxy that is believed has authenticated the client. */
  readonly forwardedUser?: string | undefined;
  /** X-Forwarded-For as it came, whoever wrote it. */
  readonly forwardedFor?: string | undefined;
  /** The number that the proxy gave the request. */
  readonly proxyLogId?: string | undefined;
  site: MountedSite | undefined;
  application: MountedApplication | undefined;
  /** Set when the user is known by a login that belongs to the connection. */
  login?: AcceptedLogin;
  /** Set when a sealed body has been opened: with this the answer is sealed. */
  sealing?: { readonly protocol: string; readonly sealer: MessageSealer };
  /**
   * What became of a sealed body that was not opened, once that is known: refused in these words of the host's own, the only ones that are sent
   * in clear to a sealed message; or left to an application that nobody has logged in to.
   */
  unopened?: { readonly told: string } | "passed";
  /** Puts what was in a sealed body into the request that HTTP modules see; absent where there are none. */
  openBody?(type: string, plain: Uint8Array): void;
  /** What HTTP modules answer in the application's place. */
  handled?: HostResponse;
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
