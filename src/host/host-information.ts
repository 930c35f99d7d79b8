import type { ApplicationConfiguration, HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import type { HostInformation, ListenerInformation, PluginInformation, SettingsInformation } from "../sdk/host-information.js";
import { productOf } from "./product.js";

/** One socket of an application's site, as it really is. */
export interface OpenListener {
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  readonly host: string;
  readonly certificateThumbprint: string;
  readonly listeningOn: readonly string[];
}

/** What a plug-in may know of the host, for one application: every answer is made from the running state. */
export function createHostInformation(options: {
  readonly configuration: HostConfiguration;
  readonly site: SiteConfiguration;
  readonly application: ApplicationConfiguration;
  /** What the application offers and a provider answers. */
  readonly authentication: { readonly basic: boolean; readonly kerberos: boolean; readonly negotiate: boolean };
  listeners(): readonly OpenListener[];
  plugins(): readonly PluginInformation[];
}): HostInformation {
  const { site, application } = options;
  const urlPrefix = application.path.replace(/^\/|\/$/gu, "");
  const portOf = (secure: boolean): number | undefined =>
    options.listeners().find((listener) => listener.secure === secure)?.port ?? site.bindings.find((binding) => (binding.protocol === "https") === secure)?.port;
  let known: { readonly listeners: readonly OpenListener[]; readonly settings: SettingsInformation } | undefined;
  const settings = (): SettingsInformation => {
    const listeners = options.listeners();
    if (known?.listeners !== listeners) known = { listeners, settings: settingsOf(options, urlPrefix, portOf(false), portOf(true)) };
    return known.settings;
  };
  const { vendor, version } = productOf(application.wsman!.identify);
  return {
    productVendor: vendor,
    productVersion: version,
    settings,
    listeners: () => options.listeners().map((listener) => listenerOf(listener, urlPrefix)),
    plugins: () => options.plugins(),
  };
}

function settingsOf(
  { configuration, application, authentication }: Pick<Parameters<typeof createHostInformation>[0], "configuration" | "application" | "authentication">, urlPrefix: string, httpPort: number | undefined, httpsPort: number | undefined,
): SettingsInformation {
  const { operations, shells, maxBatchItems } = application.wsman!;
  // The same object for every question of every plug-in.
  return Object.freeze({
    ...operations,
    ...shells,
    maxBatchItems,
    maxConnections: configuration.listener.maxConnections,
    maxPacketRetrievalTimeSeconds: Math.round(configuration.listener.requestTimeoutMs / 1000),
    allowUnencrypted: application.allowUnencrypted,
    authentication: Object.freeze({ ...authentication, certificate: false, credSsp: false }),
    urlPrefix,
    httpPort,
    httpsPort,
  });
}

function listenerOf(listener: OpenListener, urlPrefix: string): ListenerInformation {
  return {
    address: listener.address === "*" ? "*" : `IP:${listener.address}`,
    transport: listener.secure ? "HTTPS" : "HTTP",
    port: listener.port,
    hostname: listener.host,
    enabled: true,
    urlPrefix,
    certificateThumbprint: listener.certificateThumbprint,
    listeningOn: listener.listeningOn,
  };
}
