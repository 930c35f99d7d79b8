import type { PositionedElement } from "../protocol/xml/positioned-tree.js";

/** How a section of IIS or .NET that this host does not have is answered. */
export type OtherSection = "ignored" | "refused";

const dotNet = ["appSettings", "connectionStrings", "runtime", "startup", "system.web", "system.net", "system.codedom", "system.serviceModel", "system.diagnostics", "configProtectedData"];

const server = ["applicationPools", "configHistory", "customMetadata", "listenerAdapters", "log", "serviceAutoStartProviders", "webLimits"];

const harmless = [
  "asp", "caching", "cgi", "defaultDocument", "directoryBrowse", "fastCgi", "httpCompression", "httpErrors", "httpLogging",
  "httpRedirect", "httpTracing", "isapiFilters", "odbcLogging", "serverSideInclude", "staticContent", "urlCompression", "validation",
  "webSocket", "applicationInitialization", "tracing", "httpProtocol",
];

const guards = ["dynamicIpSecurity", "requestFiltering"];
/** Of programs that this host never runs. */
const needless = ["applicationDependencies", "isapiCgiRestriction"];

const schemes = ["digestAuthentication", "clientCertificateMappingAuthentication"];

/** Groups of others, whose names are near those of IIS's own and no misspellings. */
const strangers = ["system.ftpServer", "system.webServerManagement", "system.data", "system.transactions", "system.runtime.caching", "system.xml.serialization", "system.web.extensions"];

/** Is a guard written as IIS ships it, turned off or saying nothing? Then nothing is lost by passing it over. */
export function isOff({ attributes, children }: PositionedElement): boolean {
  if (attributes.some(({ name, value }) => name === "enabled" && value.toLowerCase() === "false")) return true;
  return attributes.length === 0 && children.length === 0;
}

/** Paths of the sections and groups that people bring along: names that are known, whatever becomes of them. */
export const otherPaths: readonly string[] = [
  ...dotNet,
  ...strangers,
  ...server.map((name) => `system.applicationHost/${name}`),
  ...[...harmless, "rewrite"].map((name) => `system.webServer/${name}`),
  ...[...guards, ...needless].map((name) => `system.webServer/security/${name}`),
  ...schemes.map((name) => `system.webServer/security/authentication/${name}`),
];

/**
 * Sections that people bring along from IIS, declared or not. What only serves web pages is passed over with a warning; what guards
 * something is refused unless it is turned off, because a guard that silently does nothing is worse than none.
 */
export function otherSection(path: string): OtherSection | undefined {
  const [group = "", name, inner] = path.split("/");
  if (dotNet.includes(group)) return "ignored";
  if (group === "system.applicationHost") return name !== undefined && server.includes(name) ? "ignored" : undefined;
  if (group !== "system.webServer" || name === undefined) return undefined;
  if (name === "rewrite") return "refused";
  if (name !== "security") return harmless.includes(name) ? "ignored" : undefined;
  if (inner === "authentication") return schemes.includes(path.split("/")[3] ?? "") ? "refused" : undefined;
  if (inner === undefined) return undefined;
  return guards.includes(inner) ? "refused" : needless.includes(inner) ? "ignored" : undefined;
}
