import type { AuthorizationPlugin } from "../sdk/define-authorization-plugin.js";
import type { ConfigurationEditing } from "../sdk/configuration-editing.js";
import type { PluginCapability, PluginDeclaration } from "../sdk/define-plugin.js";
import type { ManualClock } from "./manual-clock.js";
import type { MemoryDocuments } from "./memory-documents.js";
import type { RecordingLogger } from "./recording-logger.js";

/** An operation plug-in, whatever its capabilities. */
export interface AnyOperationPlugin {
  readonly kind: "operation-plugin";
  readonly declaration: PluginDeclaration<PluginCapability>;
}

/** An HTTP module, whatever its notifications. */
export interface AnyHttpModule {
  readonly kind: "http-module";
  readonly declaration: { readonly name: string };
}

/** A `Resource` of the configuration. */
export interface TestResource {
  readonly resourceUri: string;
  /** Default: false, so that URIs below it are served too. */
  readonly exactMatch?: boolean;
  /** Default: true. */
  readonly supportsOptions?: boolean;
  /** Default: false, but true for a plug-in that leaves fragments to the host. */
  readonly supportsFragment?: boolean;
  /** Default: true. */
  readonly supportsFiltering?: boolean;
  /** Default: all that the plug-in declares. Needed for a plug-in that is named by its path. */
  readonly capabilities?: readonly PluginCapability[];
}

/** A `Plugin` of the configuration. */
export interface TestPlugin {
  /** The plug-in itself; or the file or folder it is loaded from, absolute. */
  readonly plugin: AnyOperationPlugin | URL | string;
  /** Default: the declared name, or the path's last part. */
  readonly name?: string;
  /** Default: text. */
  readonly xmlRenderingType?: "text" | "XmlReader";
  readonly initializationParameters?: Readonly<Record<string, string>>;
  /** Default: `urn:wsmanor:testing:NAME` with everything the plug-in declares. */
  readonly resources?: readonly TestResource[];
}

export interface TestUser {
  /** Default: false. */
  readonly administrator?: boolean;
  /** Variables of the account's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** `OperationsConfiguration`; what is left out has the schema's default. */
export interface TestOperationsConfiguration {
  readonly MaxEnvelopeSizeKB?: number;
  readonly MaxOperationTimeoutSeconds?: number;
  readonly MaxEnumerateIdleTimeoutSeconds?: number;
  readonly QuotaRefreshIntervalSeconds?: number;
  readonly QuotaSystemWindowSeconds?: number;
  readonly QuotaSystemWindowOperations?: number;
  readonly MaxShellIdleTimeoutMinutes?: number;
  readonly MaxSubscribeIdleTimeoutSeconds?: number;
}

export interface TestHostOptions {
  /** Plug-ins, served together. Leave out only with `configuration`. */
  readonly plugins?: readonly (AnyOperationPlugin | TestPlugin)[];
  /** A configuration on the disk instead: an applicationHost.config, a folder holding one, or a lone web.config. Absolute. */
  readonly configuration?: string;
  readonly authorization?: AuthorizationPlugin | { readonly plugin: AuthorizationPlugin | URL | string; readonly name?: string; /** Default: true when it has `queryQuota`. */ readonly supportsQuota?: boolean };
  /** HTTP modules, in order: each itself, or the file or folder it is loaded from, absolute. With them `plugins` may be left out. */
  readonly httpModules?: readonly (AnyHttpModule | URL | string)[];
  readonly operations?: TestOperationsConfiguration;
  /** Accounts by name. The first one sends what names no other. Default: `tester`, no administrator. */
  readonly users?: Readonly<Record<string, TestUser>>;
  /** What `host.configuration` of every plug-in is. Default: none has it. */
  readonly configurationEditing?: ConfigurationEditing;
  readonly clock?: ManualClock;
  readonly logger?: RecordingLogger;
  /** Hand over those of another host to see what survives. Default: new ones. */
  readonly documents?: MemoryDocuments;
}
