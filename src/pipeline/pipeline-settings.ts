import type { HostRequest } from "../base/host-message.js";
import type { Application } from "../base/request-context.js";
import type { ApplicationAuthentication } from "./authentication-scheme.js";
import type { ProxyFront } from "./proxied/proxy-front.js";
import type { ApplicationGuards } from "./application-guards.js";
import type { ModuleChain } from "./modules/module-chain.js";

/** An application where the configuration put it. */
export interface MountedApplication {
  /** `/wsman`; `/` for the root. Compared without case. */
  readonly path: string;
  readonly handle: Application;
  /** Requests that need no user: probes, and Identify that says so. */
  allowsAnonymous(request: HostRequest): boolean;
  readonly authentication: ApplicationAuthentication;
  /** Absent: none of the sections is written. */
  readonly guards?: ApplicationGuards | undefined;
  /** HTTP modules that see its requests; absent: none, and none is paid for. */
  readonly modules?: ModuleChain | undefined;
}

export interface MountedSite {
  readonly name: string;
  readonly applications: readonly MountedApplication[];
}

/** Which site a socket's requests belong to, by Host header. */
export interface HostBinding {
  /** Lower case; empty for any; may start with `*.`. */
  readonly host: string;
  readonly site: MountedSite;
  /** What stands in front of the socket; the same for all its bindings. Absent: nothing that is believed. */
  readonly front?: ProxyFront | undefined;
}

/** Everything one line of the access log says. Times in milliseconds. */
export interface AccessEntry {
  readonly time: number;
  readonly activityId: string;
  readonly client: string;
  readonly user: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly site: string | undefined;
  readonly action: string | undefined;
  readonly resourceUri: string | undefined;
  readonly plugin: string | undefined;
  readonly result: string | undefined;
  readonly messageId: string | undefined;
  readonly errorId: string | undefined;
  /** The number that the proxy gave it. */
  readonly proxyLogId?: string | undefined;
  readonly status: number;
  /** IIS's number behind the status, where there is one. */
  readonly subStatus?: number | undefined;
  readonly milliseconds: number;
}
