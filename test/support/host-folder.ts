import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface HostFolderOptions {
  /** `<binding …/>` elements; one loopback HTTP binding unless given. */
  readonly bindings?: string;
  /** Attributes of `<listener>`. */
  readonly listener?: string;
  readonly allowUnencrypted?: boolean;
  /** `<location>` elements. */
  readonly locations?: string;
  readonly maxEnvelopeSizeKB?: number;
  /** Serves `/broken` too, an application whose configuration cannot be read. */
  readonly broken?: boolean;
  /** More files, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface HostFolder {
  /** For `--config`. */
  readonly path: string;
  /** What the counting plug-in was asked for, in order. */
  entries(): readonly string[];
  remove(): void;
}

/** Writes a configuration: `/` is the admin application; `/wsman` and `/other` serve the counting plug-in and the registry. */
export function makeHostFolder(options: HostFolderOptions = {}): HostFolder {
  const path = mkdtempSync(join(tmpdir(), "wsmanor-config-"));
  const counted = join(path, "counted");
  writeFileSync(counted, "");
  writeFileSync(join(path, "applicationHost.config"), hostFolderText(options));
  for (const name of ["wsman", "other"]) {
    mkdirSync(join(path, name));
    writeFileSync(join(path, name, "web.config"), webConfig(counted, options.maxEnvelopeSizeKB ?? 150));
  }
  mkdirSync(join(path, "broken"));
  writeFileSync(join(path, "broken", "web.config"), "<configuration><system.webServer>");
  for (const [name, text] of Object.entries(options.files ?? {})) writeFileSync(join(path, name), text);
  return {
    path,
    entries: () => readFileSync(counted, "utf8").split("\n").filter((line) => line !== ""),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const section = (name: string, rest: string): string => `<section name="${name}" ${rest}/>`;

/** The text of its applicationHost.config. */
export const hostFolderText = ({ bindings, listener, allowUnencrypted, locations = "", broken }: HostFolderOptions): string => `<?xml version="1.0"?>
<configuration>
  <configSections>
    <sectionGroup name="system.applicationHost">
      ${section("sites", 'allowDefinition="AppHostOnly" overrideModeDefault="Deny"')}
      ${section("listener", 'allowDefinition="AppHostOnly" overrideModeDefault="Deny"')}
    </sectionGroup>
    <sectionGroup name="system.webServer">
      ${section("handlers", 'overrideModeDefault="Deny"')}
      ${section("system.management.wsmanagement.config", 'overrideModeDefault="Allow"')}
      ${section("wsmanor", 'overrideModeDefault="Deny"')}
      <sectionGroup name="security"><sectionGroup name="authentication">
        ${section("anonymousAuthentication", 'overrideModeDefault="Deny"')}
        ${section("basicAuthentication", 'overrideModeDefault="Deny"')}
        ${section("iisClientCertificateMappingAuthentication", 'overrideModeDefault="Deny"')}
      </sectionGroup></sectionGroup>
    </sectionGroup>
  </configSections>
  <system.applicationHost>
    ${listener === undefined ? "" : `<listener ${listener}/>`}
    <sites>
      <site name="Site" id="1">
        <bindings>${bindings ?? '<binding protocol="http" bindingInformation="127.0.0.1:0:"/>'}</bindings>
        <application path="/"><virtualDirectory path="/" physicalPath="."/></application>
        ${["wsman", "other", ...(broken === true ? ["broken"] : [])].map((name) => `<application path="/${name}"><virtualDirectory path="/" physicalPath="${name}"/></application>`).join("")}
      </site>
    </sites>
  </system.applicationHost>
  <system.webServer>
    <handlers><add name="wsman" path="*" verb="*" modules="wsman"/></handlers>
    <security><authentication><anonymousAuthentication enabled="false"/><basicAuthentication enabled="true"/></authentication></security>
    <wsmanor allowUnencrypted="${allowUnencrypted === true}"><pluginDirectories><add path="%WSMANOR_PLUGINS%"/></pluginDirectories></wsmanor>
  </system.webServer>
  <location path="Site" inheritInChildApplications="false">
    <system.webServer><handlers><add name="admin" path="*" verb="*" modules="admin"/></handlers></system.webServer>
  </location>
  ${locations}
</configuration>
`;

const capabilities = ["Get", "Put", "Create", "Delete", "Enumerate", "Invoke"].map((type) => `<Capability Type="${type}"/>`).join("");

const webConfig = (counted: string, maxEnvelopeSizeKB: number): string => `<?xml version="1.0"?>
<configuration><system.webServer><system.management.wsmanagement.config>
  <OperationsConfiguration MaxEnvelopeSizeKB="${maxEnvelopeSizeKB}" QuotaSystemWindowOperations="100000"/>
  <PluginModules><OperationsPlugins>
    <Plugin Name="counting" Filename="${fileURLToPath(new URL("counting-plugin.js", import.meta.url))}" SDKVersion="1" XmlRenderingType="text">
      <InitializationParameters><Param Name="file" Value="${counted}"/></InitializationParameters>
      <Resources><Resource ResourceUri="urn:test:counting" SupportsOptions="true">${capabilities}</Resource></Resources>
    </Plugin>
    <Plugin Name="registry" Filename="%WSMANOR_PLUGINS%/registry" SDKVersion="1" XmlRenderingType="text">
      <Resources><Resource ResourceUri="urn:wsmanor:registry" SupportsOptions="true">${capabilities}</Resource></Resources>
    </Plugin>
  </OperationsPlugins></PluginModules>
</system.management.wsmanagement.config></system.webServer></configuration>
`;
