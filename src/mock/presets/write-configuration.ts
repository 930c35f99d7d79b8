import type { MockScript } from "../script/mock-script.js";
import { escapeAttribute } from "../../protocol/xml/escape.js";
import { looksOf } from "./presets.js";

/** What the configuration names the module that is there in memory. Relative to the folder of the web.config. */
export const scriptedModule = "scripted.mjs";

const cmdShell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd";
/** Where queries go, whatever the script has of resources. */
const queried = ["http://schemas.microsoft.com/wbem/wsman/1/wmi/*", "http://schemas.dmtf.org/wbem/wscim/1/*"];

export interface MockListener {
  readonly address: string;
  readonly port: number;
}

/** The whole server: one site on one binding. */
export function writeApplicationHost(script: MockScript, { address, port }: MockListener): string {
  const { server } = looksOf(script);
  const host = address.includes(":") ? `[${address}]` : address;
  return `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <configSections>
    <sectionGroup name="system.applicationHost">
      <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
      <section name="listener" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
    </sectionGroup>
    <sectionGroup name="system.webServer">
      <section name="globalModules" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
      <section name="handlers" overrideModeDefault="Deny"/>
      <section name="modules" allowDefinition="MachineToApplication" overrideModeDefault="Deny"/>
      <section name="serverRuntime" overrideModeDefault="Deny"/>
      <section name="system.management.wsmanagement.config" overrideModeDefault="Allow"/>
      <section name="wsmanor" overrideModeDefault="Allow"/>
      <sectionGroup name="security">
        <section name="access" overrideModeDefault="Deny"/>
        <sectionGroup name="authentication">
          <section name="anonymousAuthentication" overrideModeDefault="Deny"/>
          <section name="basicAuthentication" overrideModeDefault="Deny"/>
          <section name="iisClientCertificateMappingAuthentication" overrideModeDefault="Deny"/>
          <section name="windowsAuthentication" overrideModeDefault="Deny"/>
        </sectionGroup>
        <section name="authorization" overrideModeDefault="Allow"/>
        <section name="ipSecurity" overrideModeDefault="Deny"/>
      </sectionGroup>
    </sectionGroup>
  </configSections>
  <system.applicationHost>
    <listener ${server === undefined ? 'removeServerHeader="true"' : `serverHeader="${escapeAttribute(server)}"`}/>
    <sites>
      <site name="Mock" id="1">
        <bindings>
          <binding protocol="http" bindingInformation="${host}:${port === 0 ? 5985 : port}:"/>
        </bindings>
        <application path="/">
          <virtualDirectory path="/" physicalPath="."/>
        </application>
        <application path="/wsman">
          <virtualDirectory path="/" physicalPath="wsman"/>
        </application>
      </site>
    </sites>
  </system.applicationHost>
  <system.webServer>
    <handlers>
      <add name="wsman" path="*" verb="*" modules="wsman"/>
    </handlers>
    <security>
      <authentication>
        <anonymousAuthentication enabled="false"/>
        <basicAuthentication enabled="true"/>
      </authentication>
      <authorization>
        <add accessType="Allow" users="*"/>
      </authorization>
    </security>
  </system.webServer>
  <location path="Mock" inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        <clear/>
      </handlers>
    </system.webServer>
  </location>
</configuration>
`;
}

/** The application: who it says it is, and the one plug-in. */
export function writeMockWebConfig(script: MockScript): string {
  const { vendor, version, anonymousVersion } = looksOf(script);
  return `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <wsmanor allowUnencrypted="true">
      <identify productVendor="${escapeAttribute(vendor)}" productVersion="${escapeAttribute(version)}" anonymousProductVersion="${escapeAttribute(anonymousVersion)}"/>
      <plugins drainTimeout="00:00:00"/>
    </wsmanor>
    <system.management.wsmanagement.config>
      <PluginModules>
        <OperationsPlugins>
          <Plugin Name="scripted" Filename="${scriptedModule}" SDKVersion="1" XmlRenderingType="text">
            <Resources>
              <Resource ResourceUri="${cmdShell}" SupportsOptions="true">
                <Capability Type="Shell"/>
              </Resource>
${resourceUris(script).map(writeResource).join("")}            </Resources>
          </Plugin>
        </OperationsPlugins>
      </PluginModules>
    </system.management.wsmanagement.config>
  </system.webServer>
</configuration>
`;
}

/** Without case each once: a URI, or the beginning that a star stands behind. */
function resourceUris({ resources = [] }: MockScript): readonly string[] {
  const byKey = new Map([...queried, ...resources.map(({ uri }) => uri)].map((uri) => [uri.trim().replace(/\*$/u, "").toLowerCase(), uri.trim()] as const));
  byKey.delete(cmdShell);
  return [...byKey.values()];
}

function writeResource(uri: string): string {
  return `              <Resource ResourceUri="${escapeAttribute(uri.replace(/\*$/u, ""))}" ExactMatch="${uri.endsWith("*") ? "false" : "true"}" SupportsOptions="true">
                <Capability Type="Get"/>
                <Capability Type="Put"/>
                <Capability Type="Create"/>
                <Capability Type="Delete"/>
                <Capability Type="Invoke"/>
                <Capability Type="Enumerate" SupportsFiltering="true"/>
              </Resource>
`;
}
