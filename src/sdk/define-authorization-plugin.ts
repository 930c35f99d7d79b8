import type { PluginEnd, StartupContext } from "./define-plugin.js";
import type { SenderDetails } from "./operation-request.js";

/** WSManPluginAuthzOperation's operations. Pull, Receive, Send and Signal have none of their own. */
export type AuthorizedOperation = "Get" | "Put" | "Create" | "Delete" | "Enumerate" | "Subscribe" | "Shell" | "Command" | "Invoke";

/** Answer to "may this user come in at all?". */
export type UserDecision =
  | {
      readonly allow: true;
      /** Runs as this account instead; default: the sender. */
      readonly mapTo?: string;
      /** Environment of the mapped account, added to the sender's. Names upper case. */
      readonly environment?: Readonly<Record<string, string>>;
      /** May see and end what belongs to others. Default: as the account says. */
      readonly isAdministrator?: boolean;
      /** Handed back in every later question about this user. */
      readonly context?: unknown;
    }
  | { readonly allow: false; /** For the log, never for the client. */ readonly reason?: string }
  | { readonly redirect: string };

export type OperationDecision = { readonly allow: true } | { readonly allow: false; readonly reason?: string };

/** WSMAN_AUTHZ_QUOTA. Numbers are whole; `unlimited` where a limit does not apply. */
export interface Quota {
  readonly maxAllowedConcurrentShells: number | "unlimited";
  /** Top-level operations only: an enumeration counts once, however many Pulls it takes. */
  readonly maxAllowedConcurrentOperations: number | "unlimited";
  /** Seconds. */
  readonly timeslotSize: number;
  /** Top-level and follow-on operations in any `timeslotSize`. */
  readonly maxAllowedOperationsPerTimeslot: number | "unlimited";
}

export interface AuthorizationDeclaration {
  readonly name: string;
  readonly sdkVersion: 1;
}

/** The four questions. Whatever throws, rejects or is late is taken as "no", with the reason in the log. */
export interface AuthorizationOperations extends PluginEnd {
  /** Once per user and refresh interval (QuotaRefreshIntervalSeconds). */
  authorizeUser(sender: SenderDetails): UserDecision | Promise<UserDecision>;
  /** Before every top-level operation. */
  authorizeOperation(question: {
    readonly sender: SenderDetails;
    readonly operation: AuthorizedOperation;
    readonly action: string;
    readonly resourceUri: string;
    readonly context: unknown;
  }): OperationDecision | Promise<OperationDecision>;
  /** Only with SupportsQuota="true"; once per user and refresh interval. Nothing: the defaults. */
  queryQuota?(question: { readonly sender: SenderDetails; readonly context: unknown }): Quota | undefined | Promise<Quota | undefined>;
  /** The user's authorization is no longer held: refreshed, idle, or the host stops. */
  release?(question: { readonly sender: SenderDetails; readonly context: unknown }): void;
}

export interface AuthorizationPlugin {
  readonly kind: "authorization-plugin";
  readonly declaration: AuthorizationDeclaration;
  readonly startup: (context: StartupContext) => AuthorizationOperations | Promise<AuthorizationOperations>;
}

/** Declares an authorization plug-in. At most one per application. */
export function defineAuthorizationPlugin(plugin: {
  readonly declaration: AuthorizationDeclaration;
  readonly startup: (context: StartupContext) => AuthorizationOperations | Promise<AuthorizationOperations>;
}): AuthorizationPlugin {
  return Object.freeze({ kind: "authorization-plugin" as const, ...plugin });
}
