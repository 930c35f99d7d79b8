/**
 * Modules that IIS brings along and lists in its own applicationHost.config, native and managed. Here the host has its own in their place
 * (authentication, authorization, logging, the SOAP processor), or nothing that they could do.
 */
export const iisModules: ReadonlySet<string> = new Set([
  "AnonymousAuthenticationModule", "AnonymousIdentification", "ApplicationInitializationModule", "BasicAuthenticationModule",
  "CertificateMappingAuthenticationModule", "CgiModule", "ConfigurationValidationModule", "CustomErrorModule", "CustomLoggingModule",
  "DefaultAuthentication", "DefaultDocumentModule", "DigestAuthenticationModule", "DirectoryListingModule", "DynamicCompressionModule",
  "DynamicIpRestrictionModule", "FailedRequestsTracingModule", "FastCgiModule", "FileAuthorization", "FileCacheModule",
  "FormsAuthentication", "HttpCacheModule", "HttpLoggingModule", "HttpRedirectionModule", "IISCertificateMappingAuthenticationModule",
  "IpRestrictionModule", "IsapiFilterModule", "IsapiModule", "ManagedEngine", "ManagedEngine64", "ManagedEngineV4.0_32bit",
  "ManagedEngineV4.0_64bit", "OutputCache", "Profile", "ProtocolSupportModule", "RequestFilteringModule", "RequestMonitorModule",
  "RoleManager", "ScriptModule-4.0", "ServerSideIncludeModule", "ServiceModel", "ServiceModel-4.0", "Session",
  "StaticCompressionModule", "StaticFileModule", "TokenCacheModule", "TracingModule", "UriCacheModule", "UrlAuthorization",
  "UrlAuthorizationModule", "UrlMappingsModule", "UrlRoutingModule-4.0", "WebSocketModule", "WindowsAuthentication",
  "WindowsAuthenticationModule", "WSMan",
]);
