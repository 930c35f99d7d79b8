import type { Capability } from "../base/capability.js";

/** One listener as `winrm/config/listener` shows it. */
export interface ListenerInformation {
  readonly address: string;
  readonly transport: "HTTP" | "HTTPS";
  readonly port: number;
  readonly hostname: string;
  readonly enabled: boolean;
  /** Without slashes at the ends: `wsman`. */
  readonly urlPrefix: string;
  /** SHA-1 of the certificate, 40 hex digits, upper case; empty for HTTP. */
  readonly certificateThumbprint: string;
  readonly listeningOn: readonly string[];
}

/** One plug-in as `winrm/config/plugin` shows it: its configuration, and its state in this process. */
export interface PluginInformation {
  readonly name: string;
  readonly filename: string;
  readonly sdkVersion: number;
  readonly xmlRenderingType: "text" | "XmlReader";
  readonly enabled: boolean;
  /** A state of the plug-in's life: `serving`, `failed`, … */
  readonly state: string;
  readonly initializationParameters: readonly (readonly [name: string, value: string])[];
  readonly resources: readonly {
    readonly resourceUri: string;
    readonly supportsOptions: boolean;
    readonly exactMatch: boolean;
    readonly capabilities: readonly { readonly type: Capability; readonly supportsFragment: boolean; readonly supportsFiltering: boolean }[];
  }[];
}

/** Effective settings of the application, from the running configuration. Times and sizes in the units of their names. */
export interface SettingsInformation {
  readonly maxEnvelopeSizeKB: number;
  readonly maxOperationTimeoutSeconds: number;
  readonly maxEnumerateIdleTimeoutSeconds: number;
  readonly maxSubscribeIdleTimeoutSeconds: number;
  readonly maxShellIdleTimeoutMinutes: number;
  readonly quotaRefreshIntervalSeconds: number;
  readonly quotaSystemWindowSeconds: number;
  readonly quotaSystemWindowOperations: number;
  /** Items in one answer at most. */
  readonly maxBatchItems: number;
  readonly maxConnections: number;
  /** Time a client has to send a whole request. */
  readonly maxPacketRetrievalTimeSeconds: number;
  readonly allowUnencrypted: boolean;
  readonly authentication: { readonly basic: boolean; readonly kerberos: boolean; readonly negotiate: boolean; readonly certificate: boolean; readonly credSsp: boolean };
  readonly urlPrefix: string;
  readonly httpPort: number | undefined;
  readonly httpsPort: number | undefined;
}

/** The running host as its plug-ins may see it. Every call gives the present state. */
export interface HostInformation {
  readonly productVendor: string;
  readonly productVersion: string;
  settings(): SettingsInformation;
  listeners(): readonly ListenerInformation[];
  plugins(): readonly PluginInformation[];
}
