import type { Application, RequestContext } from "../../base/request-context.js";
import type { Clock } from "../../base/clock.js";
import type { HostResponse } from "../../base/host-message.js";
import type { Logger } from "../../base/logger.js";
import type { Authorizer } from "../../routing/authorizer.js";
import type { PluginPort } from "../../routing/plugin-port.js";
import type { Routes } from "../../routing/route-entry.js";
import type { Farm } from "./farm.js";
import type { SettingPlaces } from "./setting-places.js";
import type { ShellsStatus } from "./shells/shell-status.js";
import type { ShellSettings } from "./shells/shell-table.js";
import type { WsmanMemory } from "./wsman-memory.js";

/** OperationsConfiguration as the SOAP processor needs it, and two limits of the host. */
export interface WsmanSettings extends ShellSettings {
  readonly maxEnvelopeSizeKB: number;
  readonly maxOperationTimeoutSeconds: number;
  readonly maxEnumerateIdleTimeoutSeconds: number;
  /** 0: the system throttle is off. */
  readonly quotaSystemWindowSeconds: number;
  readonly quotaSystemWindowOperations: number;
  /** Items in one answer at most (Windows: 32000). */
  readonly maxBatchItems: number;
  readonly maxEnumerations: number;
  readonly maxEnumerationsPerUser: number;
}

/** What the audit log is told of every authorization decision. */
export interface AuditDecision {
  readonly activityId: string;
  readonly user: string;
  readonly operation: string;
  readonly action: string;
  readonly resourceUri: string;
  readonly allowed: boolean;
  /** What decided: `site`, `authorization plug-in "NAME"`, `enumeration owner`. */
  readonly by: string;
  /** Why not; the plug-in's own words. */
  readonly reason?: string | undefined;
}

/** What Identify tells. */
export interface ProductInformation {
  readonly vendor: string;
  /** `OS: 6.1.0 SP: 0.0 Stack: 3.0` */
  readonly version: string;
  /** What strangers are told of the version; Windows tells them zeros. */
  readonly anonymousVersion: string;
}

/** Everything the SOAP processor of one application is made of. */
export interface WsmanParts {
  readonly settings: WsmanSettings;
  /** Where its limits are set, for the faults that name them. */
  readonly places: SettingPlaces;
  readonly routes: Routes<PluginPort>;
  /** `undefined`: every authenticated user may do everything. */
  readonly authorizer: Authorizer | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A new GUID, upper case. */
  newId(): string;
  /** @returns resolves when the decision is taken down and may take effect; `undefined`: at once. Never rejects. */
  audit(decision: AuditDecision): Promise<void> | undefined;
  /** The `Machine` of a fault when the client sent no Host. */
  readonly machineName: string;
  readonly product: ProductInformation;
  /** The farm whose member this host is; absent: it is alone. */
  readonly farm?: Farm;
  /** SecurityProfileName URIs of Identify, for plain or TLS connections. */
  securityProfiles(secure: boolean): readonly string[];
  /** The 401 answer with the site's challenges. */
  challenge(context: RequestContext): HostResponse;
}

/** The SOAP processor of one application. */
export interface WsmanApp {
  readonly handle: Application;
  /** Ends every enumeration and shell it has opened, also one that is in use; other requests go on. Later requests are refused as unavailable. */
  drain(): void;
  /** The same, but for shells of some plug-ins. @param stays called with the name of each plug-in that has shells */
  drainBut(stays: (plugin: string) => boolean): void;
  /** What it remembers, for the processor that follows it. */
  readonly memory: WsmanMemory;
  /** From here on it serves in place of the one before: its limits hold. */
  takeOver(): void;
  /** Resolves when no enumeration and no shell that it has opened is open. They may be used through the processor that follows it. */
  openEnded(): Promise<void>;
  /** Present numbers for the status page. */
  status(): { readonly requestsInFlight: number; readonly openEnumerations: number } & ShellsStatus;
}
