import type { Capability } from "../base/capability.js";
import type { Diagnostic, SourcePlace } from "../base/diagnostic.js";

/**
 * What a configuration says once every check has passed. Frozen data: nothing here knows files, XML or schemas. Times are milliseconds,
 * sizes octets, unless the name says otherwise (the eight OperationsConfiguration numbers keep the units of their published names).
 */
export interface HostConfiguration {
  /** The file it all starts from: an applicationHost.config, or the lone web.config. Absolute. */
  readonly path: string;
  /** Folder of `path`; relative names in it are relative to this. */
  readonly directory: string;
  /** In document order. At least one, each with at least one binding. */
  readonly sites: readonly SiteConfiguration[];
  readonly listener: ListenerSettings;
}

export interface SiteConfiguration {
  /** Compares without case; unique. */
  readonly name: string;
  readonly id: number;
  readonly place: SourcePlace;
  /** In document order. */
  readonly bindings: readonly BindingConfiguration[];
  readonly limits: { /** `undefined`: no limit. */ readonly maxConnections: number | undefined; readonly connectionTimeoutMs: number };
  /** In document order; exactly one has the path `/`. */
  readonly applications: readonly ApplicationConfiguration[];
}

export interface BindingConfiguration {
  readonly protocol: "http" | "https";
  /** `*` for every address, else an IPv4 or IPv6 literal without brackets. */
  readonly address: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Host header it serves, lower case; empty for any. May start with `*.`. */
  readonly host: string;
  /** Bit 1 (value 1): chosen by host name (SNI). See sites schema. */
  readonly sslFlags: number;
  /** Files of an https binding; absolute. */
  readonly certificate: { readonly certificateFile: string; readonly keyFile: string; readonly passphraseFile: string | undefined } | undefined;
  /** When clients are asked for a certificate. */
  readonly clientCertificate: "never" | "late" | "lateStrict" | "handshake";
  /** Absolute; `undefined`: Node's list. */
  readonly trustedIssuersFile: string | undefined;
  readonly revocationListFile: string | undefined;
  /** `undefined`: clients connect to it themselves. */
  readonly proxy: ProxyDeclaration | undefined;
  readonly place: SourcePlace;
}

/** What stands between clients and a binding, and is believed for them. */
export interface ProxyDeclaration {
  readonly kind: "arr" | "ancm" | "httpPlatformHandler" | "iisnode" | "nginx" | "haproxy" | "envoy" | "rfc9440";
  /** Addresses with prefix lengths, as written: `127.0.0.0/8`. */
  readonly from: readonly string[];
  /** Field and secret of the pairing; where the secret comes from. */
  readonly token: { readonly header: string; readonly environment: string | undefined; readonly file: string | undefined } | undefined;
  /** Proxies in a row that are believed. */
  readonly hops: number;
  readonly oneToOne: boolean;
  readonly forwardsUser: boolean;
  /** Empty: none. */
  readonly pathPrefix: string;
  readonly place: SourcePlace;
}

export interface ApplicationConfiguration {
  /** `/`, `/wsman`, `/a/b`: starts with a slash and never ends with one (but `/`). Compares without case. */
  readonly path: string;
  /** Absolute; `undefined` for an application without files. */
  readonly physicalPath: string | undefined;
  /** Absolute path of its web.config, `undefined` when it has none. */
  readonly webConfigPath: string | undefined;
  readonly place: SourcePlace;
  /** `none`: no handler is in force, or http is not among its protocols; its requests are answered with 404. */
  readonly handler: "wsman" | "admin" | "none";
  /** Set when `handler` is `wsman` and there is no `problem`. */
  readonly wsman: WsmanApplicationSettings | undefined;
  readonly authentication: AuthenticationSettings;
  readonly access: AccessSettings;
  /** Rules of all levels, the parents' first; `undefined`: the section is written nowhere. */
  readonly authorization: readonly AuthorizationRule[] | undefined;
  readonly ipSecurity: IpSecuritySettings;
  /** HTTP modules in force, in order. */
  readonly modules: readonly ModuleConfiguration[];
  /** That one notification of one of them may take, waiting included. */
  readonly moduleNotificationTimeoutMs: number;
  /** Octets of a body that are read before a client certificate is negotiated in the middle of a connection (`serverRuntime`). */
  readonly uploadReadAheadSize: number;
  /** What becomes of sealed bodies over HTTP. */
  readonly messageEncryption: "iis" | "service";
  /** Kerberos; the element `negotiate` of the section `system.webServer/wsmanor`. */
  readonly negotiate: NegotiateConfiguration;
  /** Basic authentication over plain HTTP from other machines? */
  readonly allowUnencrypted: boolean;
  /**
   * Why its own configuration cannot be used; all errors. The application then answers every request with fault code 2150859155
   * (0x80338193) while the rest of the host serves.
   */
  readonly problem: readonly Diagnostic[] | undefined;
  /** What could be read of its settings, also when there is a `problem`: to find more problems, never to serve. */
  readonly attempted: WsmanApplicationSettings | undefined;
}

export interface AuthenticationSettings {
  readonly anonymous: { readonly enabled: boolean; readonly userName: string };
  readonly basic: { readonly enabled: boolean; readonly realm: string; readonly defaultLogonDomain: string };
  readonly windows: WindowsAuthentication;
  readonly certificateMapping: CertificateMapping;
}

/** `windowsAuthentication`. */
export interface WindowsAuthentication {
  readonly enabled: boolean;
  /** In the order they are offered; IIS's own list, Negotiate and NTLM, where none is written. */
  readonly providers: readonly { readonly name: "Negotiate" | "NTLM" | "Kerberos"; readonly place: SourcePlace | undefined }[];
  /** Negotiate takes Kerberos and nothing else (`Negotiate:Kerberos`). */
  readonly isKerberosOnly: boolean;
  /** Every request proves anew who it is. */
  readonly authPersistSingleRequest: boolean;
  /** An identity that did not come with NTLM stays with its connection too. */
  readonly authPersistNonNtlm: boolean;
  readonly extendedProtection: {
    readonly tokenChecking: "None" | "Allow" | "Require";
    readonly flags: readonly ("None" | "Proxy" | "NoServiceNameCheck" | "AllowDotlessSpn" | "ProxyCohosting")[];
    readonly serviceNames: readonly string[];
  };
}

/** Where the keys of Kerberos are, and whom tickets may be for. */
export interface NegotiateConfiguration {
  /** Absolute; `undefined`: the keytab of KRB5_KTNAME, or the system's. */
  readonly keytabFile: string | undefined;
  /** `HTTP/server.example.com`, `HTTP/*`, with `@REALM` or without; none: HTTP and WSMAN of every host. */
  readonly servicePrincipalNames: readonly string[];
}

/** `iisClientCertificateMappingAuthentication`. Entries that are not enabled are left out. */
export interface CertificateMapping {
  readonly enabled: boolean;
  /** Empty when they are turned off as a whole. */
  readonly oneToOne: readonly OneToOneMapping[];
  readonly manyToOne: readonly ManyToOneMapping[];
  /** The manyToOne entries that `winrm/config/service/certmapping` can say, also those that are not enabled. Never used to sign in. */
  readonly listed: readonly ListedMapping[];
}

/** A manyToOne entry in the form of `certmapping`. */
export interface ListedMapping {
  readonly name: string;
  /** Hex, as written. */
  readonly issuerThumbprint: string;
  /** With `*` for any text. */
  readonly subject: string;
  readonly userName: string;
  readonly enabled: boolean;
}

export interface OneToOneMapping {
  /** Base64 of the DER, without space. */
  readonly certificate: string;
  /** Account in the users file. */
  readonly userName: string;
  readonly place: SourcePlace;
}

export interface ManyToOneMapping {
  readonly name: string;
  readonly permissionMode: "Allow" | "Deny";
  /** All of them have to match; without any nothing does. */
  readonly rules: readonly {
    readonly field: "Subject" | "Issuer";
    /** `CN`, `O`, `OU`, … */
    readonly subField: string;
    /** With `*` for any text. */
    readonly matchCriteria: string;
    readonly isCaseSensitive: boolean;
  }[];
  /** Empty for one that denies. */
  readonly userName: string;
  readonly place: SourcePlace;
}

/** `security/access`, attribute sslFlags. */
export interface AccessSettings {
  readonly ssl: boolean;
  readonly negotiateCertificate: boolean;
  readonly requireCertificate: boolean;
  readonly ssl128: boolean;
  /** `undefined`: written nowhere. */
  readonly place: SourcePlace | undefined;
}

/** An entry of `security/authorization`. Lists are split and trimmed; names compare without case, verbs with it. */
export interface AuthorizationRule {
  readonly accessType: "Allow" | "Deny";
  /** `*` is everybody, `?` who is anonymous. */
  readonly users: readonly string[];
  readonly roles: readonly string[];
  /** Empty: all. */
  readonly verbs: readonly string[];
  readonly place: SourcePlace;
}

/** `security/ipSecurity`. */
export interface IpSecuritySettings {
  readonly allowUnlisted: boolean;
  readonly enableReverseDns: boolean;
  /** Addresses of X-Forwarded-For are looked at too. */
  readonly enableProxyMode: boolean;
  readonly denyAction: "AbortRequest" | "Unauthorized" | "Forbidden" | "NotFound";
  /** In order: the first that matches decides. */
  readonly entries: readonly {
    readonly ipAddress: string | undefined;
    /** An IPv4 mask, or a prefix length; `undefined`: the address alone. */
    readonly subnetMask: string | undefined;
    /** Lower case; may be `*`, or start with `*.`. */
    readonly domainName: string | undefined;
    readonly allowed: boolean;
    readonly place: SourcePlace;
  }[];
}

/** An HTTP module that `system.webServer/modules` lists. */
export interface ModuleConfiguration {
  readonly name: string;
  /** Absolute path of its JavaScript. */
  readonly modulePath: string;
  readonly place: SourcePlace;
}

export interface WsmanApplicationSettings {
  readonly operations: OperationsConfiguration;
  readonly maxBatchItems: number;
  readonly identify: IdentifySettings;
  readonly shells: ShellLimits;
  /** `undefined`: it is no member of a farm. */
  readonly farm: FarmSettings | undefined;
  /** Where limits that a client may run into are written, by attribute name, for those that are. */
  readonly limitPlaces: ReadonlyMap<string, SourcePlace>;
  /** `undefined`: every authenticated user may do everything. */
  readonly authorizationPlugin: AuthorizationPluginConfiguration | undefined;
  /** All of them, the disabled ones too, in document order; at least one is enabled. */
  readonly plugins: readonly PluginConfiguration[];
  /** Where `%NAME%` in a file name may lead: absolute folders. */
  readonly pluginDirectories: readonly string[];
  /** DLL name in lower case to the module loaded in its place (absolute path). Already applied to `modulePath`. */
  readonly fileMappings: ReadonlyMap<string, string>;
  readonly pluginLimits: PluginLimits;
  /** Modules of the plug-ins that may change the configuration; absolute. */
  readonly configurationEditors: readonly string[];
}

/** `OperationsConfiguration`: units are those of the published names. */
export interface OperationsConfiguration {
  readonly maxEnvelopeSizeKB: number;
  readonly maxOperationTimeoutSeconds: number;
  readonly maxEnumerateIdleTimeoutSeconds: number;
  readonly maxSubscribeIdleTimeoutSeconds: number;
  readonly maxShellIdleTimeoutMinutes: number;
  readonly quotaRefreshIntervalSeconds: number;
  readonly quotaSystemWindowSeconds: number;
  readonly quotaSystemWindowOperations: number;
}

/** A member of a farm; the element `farm` of the section `system.webServer/wsmanor`. */
export interface FarmSettings {
  /** What this host is called among the others. */
  readonly node: string;
  /** All of them, as far as they are known here. */
  readonly nodes: readonly string[];
}

/** Who answers Identify; the element `identify` of the section `system.webServer/wsmanor`. */
export interface IdentifySettings {
  /** `undefined`: the host's own. */
  readonly productVendor: string | undefined;
  /** `undefined`: the host's own. */
  readonly productVersion: string | undefined;
  /** What is told to whom nobody knows. */
  readonly anonymousProductVersion: string;
}

/** Remote shells; the element `shells` of the section `system.webServer/wsmanor`. */
export interface ShellLimits {
  readonly allowRemoteShellAccess: boolean;
  readonly maxShells: number;
  /** `undefined`: no limit. */
  readonly maxShellsPerUser: number | undefined;
  /** Users that may have shells at a time. */
  readonly maxShellUsers: number;
  readonly maxCommandsPerShell: number;
  /** From its creation; `undefined`: no limit. */
  readonly maxShellRunTimeMs: number | undefined;
}

/** How long the host waits for plug-ins; the section `system.webServer/wsmanor`. */
export interface PluginLimits {
  readonly startTimeoutMs: number;
  readonly shutdownTimeoutMs: number;
  /** One call of the authorization plug-in; after it the answer is no. */
  readonly authorizationTimeoutMs: number;
  /** After SIGTERM: time for running operations to end. */
  readonly drainTimeoutMs: number;
}

/** A `Filename`: as written, and what is known before any request. */
export interface PluginFile {
  /** As written, `%NAME%` unexpanded. */
  readonly filename: string;
  /** Names of environment variables in it, as written, without percent signs. Empty: `modulePath` is final. */
  readonly variables: readonly string[];
  /** Absolute path of the module (or folder), mappings applied; `undefined` while variables wait for a user. */
  readonly modulePath: string | undefined;
  /** Folder that a relative name, also an expanded one, is relative to. */
  readonly baseDirectory: string;
  /** Of the attribute's value. */
  readonly place: SourcePlace;
}

export interface AuthorizationPluginConfiguration {
  readonly name: string;
  /** Expanded with the host's environment: `modulePath` is always set. */
  readonly file: PluginFile;
  readonly sdkVersion: 1;
  readonly supportsQuota: boolean;
  readonly isolation: IsolationConfiguration;
  readonly place: SourcePlace;
}

export interface PluginConfiguration {
  readonly name: string;
  readonly file: PluginFile;
  readonly sdkVersion: 1;
  readonly xmlRenderingType: "text" | "XmlReader";
  readonly enabled: boolean;
  /** In document order. */
  readonly initializationParameters: readonly { readonly name: string; readonly value: string; readonly place: SourcePlace }[];
  readonly resources: readonly ResourceConfiguration[];
  readonly isolation: IsolationConfiguration;
  readonly place: SourcePlace;
  /** Where single attributes are written, by attribute name (`Name`, `Filename`, …), for those that are. */
  readonly places: ReadonlyMap<string, SourcePlace>;
}

/** Where a plug-in runs, and what it may use there; the section `system.webServer/wsmanor`, element `plugins`. */
export interface IsolationConfiguration {
  readonly mode: "inProcess" | "worker" | "process";
  /** Octets; `undefined`: no limit. Like the others below without meaning in process. */
  readonly memoryLimit: number | undefined;
  /** Percent of one core; `undefined`: no limit. */
  readonly cpuLimitPercent: number | undefined;
  readonly hangTimeoutMs: number;
  /** Account of the child process; `undefined`: the host's own. */
  readonly account: string | undefined;
}

export interface ResourceConfiguration {
  readonly resourceUri: string;
  readonly supportsOptions: boolean;
  readonly exactMatch: boolean;
  readonly capabilities: readonly CapabilityConfiguration[];
  readonly place: SourcePlace;
}

export interface CapabilityConfiguration {
  readonly type: Capability;
  readonly supportsFragment: boolean;
  readonly supportsFiltering: boolean;
  readonly place: SourcePlace;
}

/** What holds for the sockets of all bindings. */
export interface ListenerSettings {
  /** From the connection (or the last answer) to the end of the header. */
  readonly headerTimeoutMs: number;
  /** From the first octet to the end of the body. */
  readonly requestTimeoutMs: number;
  /** Keep-alive without a request. */
  readonly idleTimeoutMs: number;
  readonly maxConnections: number;
  readonly maxHeaderBytes: number;
  /** The field `Server`: what it says, `own` for the host's name and version, `none` where it is left out. */
  readonly serverHeader: { readonly text: string } | "own" | "none";
}
