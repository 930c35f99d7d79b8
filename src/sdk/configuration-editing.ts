import type { Diagnostic } from "../base/diagnostic.js";
import type { CertificateMappingInformation } from "./certificate-mapping-information.js";
import type { ListenerInformation } from "./listener-information.js";
import type { PluginInformation } from "./plugin-information.js";

/** One plug-in as the configuration is to have it. */
export type PluginDescription = Omit<PluginInformation, "state">;

/** What tells one listener from another: `*` or `IP:…`, and the transport. */
export type ListenerKey = Pick<ListenerInformation, "address" | "transport">;

/** What tells one mapping of certificates from another; both compare without case. */
export type CertificateMappingKey = Pick<CertificateMappingInformation, "issuer" | "subject">;

/** One change of the application's configuration, in the words of the configuration resources. */
export type ConfigurationChange =
  /** An attribute of a section, or of a child element of it: `system.webServer/wsmanor`, `maxBatchItems`. */
  | { readonly kind: "set"; readonly section: string; readonly element?: string; readonly attribute: string; readonly value: string }
  | { readonly kind: "add-plugin"; readonly plugin: PluginDescription }
  /** The plug-in of that name becomes this; only what differs is written. */
  | { readonly kind: "change-plugin"; readonly plugin: PluginDescription }
  | { readonly kind: "remove-plugin"; readonly name: string }
  /** An HTTPS one has the certificate of a listener that is there already, named by its thumbprint. */
  | { readonly kind: "add-listener"; readonly listener: ListenerKey & Pick<ListenerInformation, "port" | "hostname" | "certificateThumbprint"> }
  /** What is left out stays as the files have it. That may be another port than the host listens on, when it was started with one. */
  | { readonly kind: "change-listener"; readonly listener: ListenerKey; readonly port?: number; readonly hostname?: string }
  | { readonly kind: "remove-listener"; readonly listener: ListenerKey }
  | { readonly kind: "add-certificate-mapping"; readonly mapping: CertificateMappingInformation }
  /** What is left out stays as it is. */
  | { readonly kind: "change-certificate-mapping"; readonly mapping: CertificateMappingKey & Partial<Pick<CertificateMappingInformation, "userName" | "enabled">> }
  | { readonly kind: "remove-certificate-mapping"; readonly mapping: CertificateMappingKey };

export type ConfigurationEditResult =
  /** Written, and in force: requests from now on are answered by it. */
  | { readonly kind: "applied" }
  /** It is so already; nothing was written. */
  | { readonly kind: "unchanged" }
  /** The host would not serve it; nothing has changed. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] }
  /** Somebody else edits at the same time; nothing has changed. */
  | { readonly kind: "conflict"; readonly message: string }
  /** This host cannot take a new configuration while it runs. */
  | { readonly kind: "not-supported"; readonly message: string };

/**
 * Changes the configuration files of the application that a plug-in serves, in place. The operator gives this to single plug-ins
 * (`<wsmanor><configurationEditing>`); who may use it is then the plug-in's to decide, so ask `sender.isAdministrator`.
 */
export interface ConfigurationEditing {
  /**
   * Makes all the changes or none: checked as a start of the host checks, written keeping comments and untouched lines, put into force
   * without dropping a request. Never rejects for what the changes say.
   */
  edit(changes: readonly ConfigurationChange[]): Promise<ConfigurationEditResult>;
}
