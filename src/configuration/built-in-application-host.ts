/**
 * The applicationHost.config that stands behind a lone web.config: every shipped section registered and open, one site on the WinRM
 * port of the loopback address, `/wsman` in the folder of that file, the admin application at the root.
 */
export const builtInApplicationHost = (folder: string): string => `<configuration>
  <configSections>
    <sectionGroup name="system.applicationHost">
      <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
      <section name="listener" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
    </sectionGroup>
    <sectionGroup name="system.webServer">
      <section name="globalModules" allowDefinition="AppHostOnly"/>
      <section name="handlers" overrideModeDefault="Deny"/>
      <section name="modules" allowDefinition="MachineToApplication"/>
      <section name="serverRuntime"/>
      <section name="system.management.wsmanagement.config"/>
      <section name="wsmanor"/>
      <sectionGroup name="security">
        <section name="access"/>
        <sectionGroup name="authentication">
          <section name="anonymousAuthentication"/>
          <section name="basicAuthentication"/>
          <section name="iisClientCertificateMappingAuthentication"/>
          <section name="windowsAuthentication"/>
        </sectionGroup>
        <section name="authorization"/>
        <section name="ipSecurity"/>
      </sectionGroup>
    </sectionGroup>
  </configSections>
  <system.applicationHost>
    <sites>
      <site name="Default Web Site" id="1">
        <bindings><binding protocol="http" bindingInformation="127.0.0.1:5985:"/></bindings>
        <application path="/"/>
        <application path="/wsman"><virtualDirectory path="/" physicalPath="${folder.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")}"/></application>
      </site>
    </sites>
  </system.applicationHost>
  <system.webServer>
    <wsmanor><pluginDirectories><add path="%WSMANOR_PLUGINS%"/></pluginDirectories></wsmanor>
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
  <location path="Default Web Site" inheritInChildApplications="false">
    <system.webServer><handlers><add name="admin" path="*" verb="*" modules="admin"/></handlers></system.webServer>
  </location>
</configuration>
`;
