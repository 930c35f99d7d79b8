import type { Capability } from "../base/capability.js";
import type { Diagnostic, SourcePlace } from "../base/diagnostic.js";
import type { Clock } from "../base/clock.js";
import type { Logger } from "../base/logger.js";
import type { StartReason } from "../sdk/define-plugin.js";
import type { HostInformation } from "../sdk/host-information.js";
import type { PluginStorage } from "../sdk/plugin-storage.js";
import type { StartFarSide } from "./isolation/far-side.js";
import type { IsolationSettings } from "./isolation/isolation-settings.js";

/** One `Resource` of the configuration. */
export interface ResourceSettings {
  readonly resourceUri: string;
  readonly exactMatch: boolean;
  readonly supportsOptions: boolean;
  readonly capabilities: readonly { readonly type: Capability; readonly supportsFragment: boolean; readonly supportsFiltering: boolean; readonly place?: SourcePlace }[];
}

/** One `Plugin` of `OperationsPlugins`, checked. */
export interface PluginSettings {
  readonly name: string;
  /** As configured, with `%NAME%` where the operator wrote it. */
  readonly filename: string;
  /** Folder of the file it is written in, where a relative Filename starts; that of the application when absent. */
  readonly baseDirectory?: string;
  readonly sdkVersion: number;
  readonly xmlRenderingType: "text" | "XmlReader";
  /** `false`: never loaded, serves nothing. */
  readonly enabled: boolean;
  readonly initializationParameters: readonly (readonly [name: string, value: string])[];
  readonly resources: readonly ResourceSettings[];
  /** Absent: in the host's own thread. */
  readonly isolation?: IsolationSettings;
  /** Where the configuration says so, for problems. */
  readonly place?: SourcePlace;
}

/** `AuthorizationPlugin`, checked. */
export interface AuthorizationPluginSettings {
  readonly name: string;
  readonly filename: string;
  /** As of an operation plug-in. */
  readonly baseDirectory?: string;
  readonly sdkVersion: number;
  readonly supportsQuota: boolean;
  /** As of an operation plug-in. */
  readonly isolation?: IsolationSettings;
  readonly place?: SourcePlace;
}

/** The plug-ins of one application. */
export interface PluginHostSettings {
  /** `wsman` or `wsman/<application path>`. */
  readonly applicationIdentification: string;
  /** The folder of the application's web.config. */
  readonly baseDirectory: string;
  /** An expanded Filename may only lead into these. A Filename without `%NAME%` is the operator's own word and may lead anywhere. */
  readonly allowedDirectories: readonly string[];
  /** File names mapped to others before anything else (DLL names of a configuration that came from Windows). Keys lower case. */
  readonly mappedFilenames?: ReadonlyMap<string, string>;
  readonly plugins: readonly PluginSettings[];
  readonly authorization?: AuthorizationPluginSettings | undefined;
  /** 0: the user is asked about with every request. */
  readonly quotaRefreshIntervalSeconds: number;
  /** Milliseconds a plug-in has for each phase of its start. */
  readonly startupTimeout: number;
  /** Milliseconds for shutdown, after what was running has ended. */
  readonly shutdownTimeout: number;
  /** Milliseconds an authorization plug-in has for one answer. */
  readonly authorizationTimeout: number;
  readonly startReason: StartReason;
  /** `wsmanor validate`: everything is built and checked, nothing serves. */
  readonly validateOnly: boolean;
}

/** What a plug-in host needs of the world. */
export interface PluginHostAbilities {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Loads a module by absolute path, ESM or CommonJS. @returns its namespace @throws when it cannot be loaded */
  importModule(path: string): Promise<unknown>;
  /** Starts a thread or process for a plug-in. */
  readonly startFarSide: StartFarSide;
  /** Is the module one that lives in this thread only, so that no other could load it? */
  isHereOnly(path: string): boolean;
  /** Resolves every symbolic link. @throws when there is no such file */
  realPath(path: string): Promise<string>;
  /** What is there, links followed. */
  kindOf(path: string): Promise<"file" | "directory" | undefined>;
  /** @throws when it cannot be read */
  readText(path: string): Promise<string>;
  /** Durable documents of one plug-in, by Name. */
  storageFor(pluginName: string): PluginStorage;
  readonly host: HostInformation;
  /** What one operation plug-in may have of it besides. Absent: nothing. */
  hostFor?(pluginName: string): HostInformation;
  /** The host's own environment, names upper case: expands the authorization plug-in's Filename. */
  readonly environment: ReadonlyMap<string, string>;
  /** An id that client and log share. */
  newId(): string;
}

/** What starting found. Any error: nothing was left running. */
export interface StartReport {
  readonly diagnostics: readonly Diagnostic[];
}
