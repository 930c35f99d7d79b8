import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { AuthorizedOperation, Quota } from "../sdk/define-authorization-plugin.js";
import type { PluginInformation } from "../sdk/host-information.js";
import type { EnumerateRequest, SenderDetails } from "../sdk/operation-request.js";
import type { HostDuties, PluginAnswer, PluginCallContext, PluginItems, RequestByCapability, SingleCapability, ValueByCapability } from "./plugin-answer.js";
import type { ResourceSettings, StartReport } from "./plugin-settings.js";
import type { OpenShell, ShellPort } from "./shells/shell-types.js";

/** A plug-in that can be called. Never throws or rejects. */
export interface OperationPort {
  readonly name: string;
  readonly filename: string;
  readonly xmlRenderingType: "text" | "XmlReader";
  duties(sender: SenderDetails, context: PluginCallContext): PluginAnswer<HostDuties> | Promise<PluginAnswer<HostDuties>>;
  call<C extends SingleCapability>(
    capability: C, request: RequestByCapability[C], context: PluginCallContext,
  ): PluginAnswer<ValueByCapability[C]> | Promise<PluginAnswer<ValueByCapability[C]>>;
  enumerate(request: Omit<EnumerateRequest, "signal">, context: PluginCallContext): PluginAnswer<PluginItems> | Promise<PluginAnswer<PluginItems>>;
  openShell(request: OpenShell, context: PluginCallContext): PluginAnswer<ShellPort> | Promise<PluginAnswer<ShellPort>>;
  timedOut(what: string, milliseconds: number): void;
}

/** `reason` is for the log and the audit, never for the client. `isUndecided`: the plug-in failed, which is no more a yes than a no is. */
export type OperationAnswer = { readonly allowed: true } | { readonly allowed: false; readonly reason: string; readonly isUndecided?: true };

/** A user's authorization, held by one request or enumeration. */
export interface AuthorizationLease {
  readonly sender: SenderDetails;
  readonly quota: Quota | undefined;
  authorizeOperation(operation: AuthorizedOperation, action: string, resourceUri: string): OperationAnswer | Promise<OperationAnswer>;
  share(): AuthorizationLease;
  giveBack(): void;
}

export type AuthorizationAdmission =
  | { readonly kind: "admitted"; readonly lease: AuthorizationLease }
  /** As of an operation. */
  | { readonly kind: "denied"; readonly reason: string; readonly isUndecided?: true }
  | { readonly kind: "redirect"; readonly url: string };

export interface AuthorizationPort {
  readonly plugin: { readonly name: string; readonly filename: string };
  admit(sender: SenderDetails): AuthorizationAdmission | Promise<AuthorizationAdmission>;
}

/** The plug-ins of one application, from load to shutdown. */
export interface PluginHost {
  /** Loads, checks and starts what can be known before a request. Every problem is reported; with an error nothing stays started. */
  start(): Promise<StartReport>;
  /** One per Resource of every enabled plug-in, for `buildRoutes`. There from the beginning. */
  readonly entries: readonly { readonly target: OperationPort; readonly resource: ResourceSettings }[];
  readonly authorizer: AuthorizationPort | undefined;
  /** Present state of every configured plug-in. */
  plugins(): readonly PluginInformation[];
  /** Names of the plug-ins whose own code stands in a stack trace: who failed when nobody had called them. */
  pluginsIn(stack: string): readonly string[];
  /**
   * Waits for calls in flight, at most `drainLimit` milliseconds, cancels what is left, and shuts every plug-in down, those started
   * last first. Never rejects; what went wrong is in the log.
   */
  stop(reason: ShutdownReason, drainLimit: number): Promise<void>;
}
