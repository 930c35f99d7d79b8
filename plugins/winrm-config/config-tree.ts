import type { HostInformation, ListenerInformation, SettingsInformation, XmlElement } from "wsmanor/sdk";
import { cfg } from "./element.js";
import { commandLimit } from "./command-limits.js";

/** Windows' numbers for "no limit": of 32 bits unsigned, and of the winrs settings. */
const unlimited = 4294967295;
const unlimitedWinrs = 2147483647;

/** Ports and patience of the command `wsmanor`, which is this machine's client. */
const client = { networkDelay: 5000, http: 5985, https: 5986 } as const;

/** Everyone who is authenticated may do everything; narrower rules are an authorization plug-in's. */
const rootSddl = "O:NSG:BAD:P(A;;GA;;;AU)";

type WritePart = (host: HostInformation, settings: SettingsInformation) => XmlElement;

/** Each resource by what stands behind `config/`: only what is asked for is made. `service/auth` is the element Auth in Service. */
const parts: ReadonlyMap<string, WritePart> = new Map<string, WritePart>([
  ["", writeConfig],
  ["client", writeClient], ["client/auth", writeClientAuth], ["client/defaultports", writeClientPorts],
  ["service", writeService], ["service/auth", writeServiceAuth], ["service/defaultports", writeServicePorts],
  ["winrs", writeWinrs],
]);

/** @param name what stands behind `config/`, lower case; empty for `config` itself. @returns `undefined` when there is no such part */
export function writePart(host: HostInformation, name: string): XmlElement | undefined {
  return parts.get(name)?.(host, host.settings());
}

/** `winrm/config` whole, in the order Windows writes it. */
function writeConfig(host: HostInformation, settings: SettingsInformation): XmlElement {
  return cfg("Config",
    cfg("MaxEnvelopeSizekb", settings.maxEnvelopeSizeKB),
    cfg("MaxTimeoutms", settings.maxOperationTimeoutSeconds * 1000),
    cfg("MaxBatchItems", settings.maxBatchItems),
    cfg("MaxProviderRequests", unlimited),
    writeClient(host, settings),
    writeService(host, settings),
    writeWinrs(host, settings),
  );
}

function writeClient(_host: HostInformation, { urlPrefix }: SettingsInformation): XmlElement {
  return cfg("Client",
    cfg("NetworkDelayms", client.networkDelay),
    cfg("URLPrefix", urlPrefix),
    cfg("AllowUnencrypted", false),
    writeClientAuth(),
    writeClientPorts(),
    cfg("TrustedHosts"),
  );
}

function writeClientAuth(): XmlElement {
  return cfg("Auth", cfg("Basic", true), cfg("Digest", false), cfg("Kerberos", false), cfg("Negotiate", false), cfg("Certificate", false), cfg("CredSSP", false));
}

function writeClientPorts(): XmlElement {
  return writePorts(client.http, client.https);
}

function writeService(host: HostInformation, settings: SettingsInformation): XmlElement {
  const listeners = host.listeners();
  return cfg("Service",
    cfg("RootSDDL", rootSddl),
    cfg("MaxConcurrentOperations", unlimited),
    cfg("MaxConcurrentOperationsPerUser", unlimited),
    cfg("EnumerationTimeoutms", settings.maxEnumerateIdleTimeoutSeconds * 1000),
    cfg("MaxConnections", settings.maxConnections),
    cfg("MaxPacketRetrievalTimeSeconds", settings.maxPacketRetrievalTimeSeconds),
    cfg("AllowUnencrypted", settings.allowUnencrypted),
    writeServiceAuth(host, settings),
    writeServicePorts(host, settings),
    cfg("IPv4Filter", "*"),
    cfg("IPv6Filter", "*"),
    cfg("EnableCompatibilityHttpListener", false),
    cfg("EnableCompatibilityHttpsListener", false),
    cfg("CertificateThumbprint", listeners.find(({ certificateThumbprint }) => certificateThumbprint !== "")?.certificateThumbprint ?? ""),
    cfg("AllowRemoteAccess", listeners.some((listener) => !isLoopback(listener))),
  );
}

function writeServiceAuth(_host: HostInformation, { authentication, cbtHardeningLevel }: SettingsInformation): XmlElement {
  return cfg("Auth",
    cfg("Basic", authentication.basic), cfg("Kerberos", authentication.kerberos), cfg("Negotiate", authentication.negotiate),
    cfg("Certificate", authentication.certificate), cfg("CredSSP", authentication.credSsp), cfg("CbtHardeningLevel", cbtHardeningLevel));
}

function writeServicePorts(_host: HostInformation, { httpPort = client.http, httpsPort = client.https }: SettingsInformation): XmlElement {
  return writePorts(httpPort, httpsPort);
}

function writeWinrs(host: HostInformation, settings: SettingsInformation): XmlElement {
  return cfg("Winrs",
    cfg("AllowRemoteShellAccess", settings.allowRemoteShellAccess),
    cfg("IdleTimeout", settings.maxShellIdleTimeoutMinutes * 60_000),
    cfg("MaxConcurrentUsers", settings.maxShellUsers),
    cfg("MaxShellRunTime", settings.maxShellRunTimeMs ?? unlimitedWinrs),
    cfg("MaxProcessesPerShell", commandLimit(host.plugins(), "MaxProcessesPerShell") ?? unlimitedWinrs),
    cfg("MaxMemoryPerShellMB", commandLimit(host.plugins(), "MaxMemoryPerShellMB") ?? unlimitedWinrs),
    cfg("MaxShellsPerUser", settings.maxShellsPerUser ?? unlimitedWinrs),
  );
}

const writePorts = (http: number, https: number): XmlElement => cfg("DefaultPorts", cfg("HTTP", http), cfg("HTTPS", https));

const isLoopback = ({ listeningOn, address }: ListenerInformation): boolean =>
  (listeningOn.length > 0 ? listeningOn : [address.replace(/^IP:/u, "")]).every((each) => each === "::1" || each.startsWith("127."));
