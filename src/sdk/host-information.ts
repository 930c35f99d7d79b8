import type { ConfigurationEditing } from "./configuration-editing.js";
import type { CertificateMappingInformation } from "./certificate-mapping-information.js";
import type { ListenerInformation } from "./listener-information.js";
import type { PluginInformation } from "./plugin-information.js";

export type { CertificateMappingInformation, ListenerInformation, PluginInformation };

/** Effective settings of the application, from the running configuration. Times and sizes in the units of their names. */
export interface SettingsInformation {
  readonly maxEnvelopeSizeKB: number;
  readonly maxOperationTimeoutSeconds: number;
  readonly maxEnumerateIdleTimeoutSeconds: number;
  readonly maxSubscribeIdleTimeoutSeconds: number;
  readonly maxShellIdleTimeoutMinutes: number;
  /** Element `shells` of the section `system.webServer/wsmanor`. */
  readonly allowRemoteShellAccess: boolean;
  readonly maxShells: number;
  /** `undefined`: no limit. */
  readonly maxShellsPerUser: number | undefined;
  /** Users that may have shells at a time. */
  readonly maxShellUsers: number;
  readonly maxCommandsPerShell: number;
  /** `undefined`: no limit. */
  readonly maxShellRunTimeMs: number | undefined;
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
  /** What becomes of channel bindings: not looked at, compared where there is one, demanded. */
  readonly cbtHardeningLevel: "None" | "Relaxed" | "Strict";
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
  /** Those that a certmapping can say, also the disabled ones; the configuration may have more. */
  certificateMappings(): readonly CertificateMappingInformation[];
  /** Changes the configuration; `undefined` unless the operator gave it to this plug-in. */
  readonly configuration?: ConfigurationEditing;
}
