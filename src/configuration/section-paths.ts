/** Paths of the sections that the host reads. */
export const sectionPaths = {
  sites: "system.applicationHost/sites",
  listener: "system.applicationHost/listener",
  handlers: "system.webServer/handlers",
  anonymous: "system.webServer/security/authentication/anonymousAuthentication",
  basic: "system.webServer/security/authentication/basicAuthentication",
  wsmanagement: "system.webServer/system.management.wsmanagement.config",
  wsmanor: "system.webServer/wsmanor",
} as const;
