/** How a section of IIS or .NET that this host does not have is answered. */
export type OtherSection = "ignored" | "refused";

const dotNet = ["appSettings", "connectionStrings", "runtime", "startup", "system.web", "system.net", "system.codedom", "system.serviceModel", "system.diagnostics", "configProtectedData"];

const server = ["applicationPools", "configHistory", "customMetadata", "listenerAdapters", "log", "serviceAutoStartProviders", "webLimits"];

const harmless = [
  "asp", "caching", "cgi", "defaultDocument", "directoryBrowse", "fastCgi", "globalModules", "httpCompression", "httpErrors", "httpLogging",
  "httpRedirect", "httpTracing", "isapiFilters", "modules", "odbcLogging", "serverSideInclude", "staticContent", "urlCompression", "validation",
  "webSocket", "applicationInitialization", "tracing", "httpProtocol", "serverRuntime",
];

const guards = ["access", "authorization", "ipSecurity", "dynamicIpSecurity", "requestFiltering", "isapiCgiRestriction", "applicationDependencies"];

const schemes = ["digestAuthentication", "windowsAuthentication", "clientCertificateMappingAuthentication", "iisClientCertificateMappingAuthentication"];

/** Groups of others, whose names are near those of IIS's own and no misspellings. */
const strangers = ["system.ftpServer", "system.webServerManagement", "system.data", "system.transactions", "system.runtime.caching", "system.xml.serialization", "system.web.extensions"];

/** Paths of the sections and groups that people bring along: names that are known, whatever becomes of them. */
export const otherPaths: readonly string[] = [
  ...dotNet,
  ...strangers,
  ...server.map((name) => `system.applicationHost/${name}`),
  ...[...harmless, "rewrite"].map((name) => `system.webServer/${name}`),
  ...guards.map((name) => `system.webServer/security/${name}`),
  ...schemes.map((name) => `system.webServer/security/authentication/${name}`),
];

/**
 * Sections that people bring along from IIS, declared or not. What only serves web pages is passed over with a warning; what guards
 * something is refused, because a guard that silently does nothing is worse than none.
 */
export function otherSection(path: string): OtherSection | undefined {
  const [group = "", name, inner] = path.split("/");
  if (dotNet.includes(group)) return "ignored";
  if (group === "system.applicationHost") return name !== undefined && server.includes(name) ? "ignored" : undefined;
  if (group !== "system.webServer" || name === undefined) return undefined;
  if (name === "rewrite") return "refused";
  if (name !== "security") return harmless.includes(name) ? "ignored" : undefined;
  if (inner === "authentication") return schemes.includes(path.split("/")[3] ?? "") ? "refused" : undefined;
  return inner !== undefined && guards.includes(inner) ? "refused" : undefined;
}
