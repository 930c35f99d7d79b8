/** Paths of the sections that the host reads. */
export const sectionPaths = {
  sites: "system.applicationHost/sites",
  listener: "system.applicationHost/listener",
  handlers: "system.webServer/handlers",
  anonymous: "system.webServer/security/authentication/anonymousAuthentication",
  basic: "system.webServer/security/authentication/basicAuthentication",
  windows: "system.webServer/security/authentication/windowsAuthentication",
  certificateMapping: "system.webServer/security/authentication/iisClientCertificateMappingAuthentication",
  access: "system.webServer/security/access",
  authorization: "system.webServer/security/authorization",
  ipSecurity: "system.webServer/security/ipSecurity",
  globalModules: "system.webServer/globalModules",
  modules: "system.webServer/modules",
  serverRuntime: "system.webServer/serverRuntime",
  wsmanagement: "system.webServer/system.management.wsmanagement.config",
  wsmanor: "system.webServer/wsmanor",
} as const;
