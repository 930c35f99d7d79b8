import type { Golden } from "./golden.js";

/** Users, their profiles, and shares. Checked value by value against the fake machine: change one only with a reason that is not the code. */
export const userGoldens: readonly Golden[] = [
  {
    machine: "server", scheme: "wmi", className: "Win32_UserAccount", at: 2,
    xml: String.raw`
<p:Win32_UserAccount xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_UserAccount"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_UserAccount_Type">
  <p:AccountType>512</p:AccountType>
  <p:Caption>node7\ada</p:Caption>
  <p:Description></p:Description>
  <p:Disabled>false</p:Disabled>
  <p:Domain>node7</p:Domain>
  <p:FullName></p:FullName>
  <p:InstallDate xsi:nil="true"/>
  <p:LocalAccount>true</p:LocalAccount>
  <p:Lockout>false</p:Lockout>
  <p:Name>ada</p:Name>
  <p:PasswordChangeable xsi:nil="true"/>
  <p:PasswordExpires>true</p:PasswordExpires>
  <p:PasswordRequired>true</p:PasswordRequired>
  <p:SID>S-1-22-1-1000</p:SID>
  <p:SIDType>1</p:SIDType>
  <p:Status>OK</p:Status>
</p:Win32_UserAccount>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_UserAccount", at: 3,
    xml: String.raw`
<p:Win32_UserAccount xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_UserAccount"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_UserAccount_Type">
  <p:AccountType>512</p:AccountType>
  <p:Caption>node7\o'neil</p:Caption>
  <p:Description></p:Description>
  <p:Disabled>true</p:Disabled>
  <p:Domain>node7</p:Domain>
  <p:FullName>Shaun O'Neil</p:FullName>
  <p:InstallDate xsi:nil="true"/>
  <p:LocalAccount>true</p:LocalAccount>
  <p:Lockout xsi:nil="true"/>
  <p:Name>o'neil</p:Name>
  <p:PasswordChangeable xsi:nil="true"/>
  <p:PasswordExpires>false</p:PasswordExpires>
  <p:PasswordRequired>true</p:PasswordRequired>
  <p:SID>S-1-22-1-1001</p:SID>
  <p:SIDType>1</p:SIDType>
  <p:Status>Degraded</p:Status>
</p:Win32_UserAccount>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_UserProfile", at: 2,
    xml: String.raw`
<p:Win32_UserProfile xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_UserProfile"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_UserProfile_Type">
  <p:AppDataRoaming xsi:nil="true"/>
  <p:Contacts xsi:nil="true"/>
  <p:Desktop xsi:nil="true"/>
  <p:Documents xsi:nil="true"/>
  <p:Downloads xsi:nil="true"/>
  <p:Favorites xsi:nil="true"/>
  <p:HealthStatus xsi:nil="true"/>
  <p:LastAttemptedProfileDownloadTime xsi:nil="true"/>
  <p:LastAttemptedProfileUploadTime xsi:nil="true"/>
  <p:LastBackgroundRegistryUploadTime xsi:nil="true"/>
  <p:LastDownloadTime xsi:nil="true"/>
  <p:LastUploadTime xsi:nil="true"/>
  <p:LastUseTime xsi:nil="true"/>
  <p:Links xsi:nil="true"/>
  <p:Loaded>true</p:Loaded>
  <p:LocalPath>/home/ada</p:LocalPath>
  <p:Music xsi:nil="true"/>
  <p:Pictures xsi:nil="true"/>
  <p:RefCount xsi:nil="true"/>
  <p:RoamingConfigured>false</p:RoamingConfigured>
  <p:RoamingPath xsi:nil="true"/>
  <p:RoamingPreference xsi:nil="true"/>
  <p:SavedGames xsi:nil="true"/>
  <p:Searches xsi:nil="true"/>
  <p:SID>S-1-22-1-1000</p:SID>
  <p:Special>false</p:Special>
  <p:StartMenu xsi:nil="true"/>
  <p:Status>0</p:Status>
  <p:Videos xsi:nil="true"/>
</p:Win32_UserProfile>`,
  },
  {
    machine: "server", scheme: "dmtf", className: "Win32_Share", at: 0,
    xml: String.raw`
<p:Win32_Share xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_Share"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_Share_Type">
  <p:AccessMask xsi:nil="true"/>
  <p:AllowMaximum xsi:type="cim:cimBoolean">false</p:AllowMaximum>
  <p:Caption xsi:type="cim:cimString">All the films</p:Caption>
  <p:Description xsi:type="cim:cimString">All the films</p:Description>
  <p:InstallDate xsi:nil="true"/>
  <p:MaximumAllowed xsi:type="cim:cimUnsignedInt">5</p:MaximumAllowed>
  <p:Name xsi:type="cim:cimString">Films</p:Name>
  <p:Path xsi:type="cim:cimString">/srv/films</p:Path>
  <p:Status xsi:type="cim:cimString">OK</p:Status>
  <p:Type xsi:type="cim:cimUnsignedInt">0</p:Type>
</p:Win32_Share>`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_Share", at: 2,
    xml: String.raw`
<p:Win32_Share xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Share"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_Share_Type">
  <p:AccessMask xsi:nil="true"/>
  <p:AllowMaximum>true</p:AllowMaximum>
  <p:Caption></p:Caption>
  <p:Description></p:Description>
  <p:InstallDate xsi:nil="true"/>
  <p:MaximumAllowed xsi:nil="true"/>
  <p:Name>laser</p:Name>
  <p:Path>/var/spool/samba</p:Path>
  <p:Status>OK</p:Status>
  <p:Type>1</p:Type>
</p:Win32_Share>`,
  },
];
