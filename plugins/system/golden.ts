/** What an instance is written as, by machine, scheme, class and number. Line breaks between elements are not part of it. */
export interface Golden {
  readonly machine: "server" | "container" | "laptop";
  readonly scheme: "wmi" | "dmtf";
  readonly className: string;
  /** Position in the enumeration. */
  readonly at: number;
  readonly xml: string;
}

/** Checked value by value against the fake machine and the tables of Windows' classes: change one only with a reason that is not the code. */
export const goldens: readonly Golden[] = [
  {
    machine: "server", scheme: "wmi", className: "Win32_OperatingSystem", at: 0,
    xml: String.raw`
<p:Win32_OperatingSystem xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_OperatingSystem"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_OperatingSystem_Type">
  <p:BootDevice>/dev/sda2</p:BootDevice>
  <p:BuildNumber>6.1.0-28-amd64</p:BuildNumber>
  <p:BuildType>#1 SMP Debian 6.1.119-1</p:BuildType>
  <p:Caption>Debian GNU/Linux 12 (bookworm)</p:Caption>
  <p:CodeSet>65001</p:CodeSet>
  <p:CountryCode>43</p:CountryCode>
  <p:CreationClassName>Win32_OperatingSystem</p:CreationClassName>
  <p:CSCreationClassName>Win32_ComputerSystem</p:CSCreationClassName>
  <p:CSDVersion xsi:nil="true"/>
  <p:CSName>node7</p:CSName>
  <p:CurrentTimeZone>60</p:CurrentTimeZone>
  <p:DataExecutionPrevention_32BitApplications>true</p:DataExecutionPrevention_32BitApplications>
  <p:DataExecutionPrevention_Available>true</p:DataExecutionPrevention_Available>
  <p:DataExecutionPrevention_Drivers>true</p:DataExecutionPrevention_Drivers>
  <p:DataExecutionPrevention_SupportPolicy>3</p:DataExecutionPrevention_SupportPolicy>
  <p:Debug>false</p:Debug>
  <p:Description></p:Description>
  <p:Distributed>false</p:Distributed>
  <p:EncryptionLevel>256</p:EncryptionLevel>
  <p:ForegroundApplicationBoost xsi:nil="true"/>
  <p:FreePhysicalMemory>400000000</p:FreePhysicalMemory>
  <p:FreeSpaceInPagingFiles>8388000</p:FreeSpaceInPagingFiles>
  <p:FreeVirtualMemory>408388000</p:FreeVirtualMemory>
  <p:InstallDate><cim:Datetime>2025-01-02T04:04:05+01:00</cim:Datetime></p:InstallDate>
  <p:LargeSystemCache xsi:nil="true"/>
  <p:LastBootUpTime><cim:Datetime>2026-02-25T07:13:20+01:00</cim:Datetime></p:LastBootUpTime>
  <p:LocalDateTime><cim:Datetime>2026-03-01T08:15:30.25+01:00</cim:Datetime></p:LocalDateTime>
  <p:Locale>0c07</p:Locale>
  <p:Manufacturer>debian</p:Manufacturer>
  <p:MaxNumberOfProcesses>4194304</p:MaxNumberOfProcesses>
  <p:MaxProcessMemorySize>137438953344</p:MaxProcessMemorySize>
  <p:MUILanguages>de-AT</p:MUILanguages>
  <p:Name>Debian GNU/Linux 12 (bookworm)|/|/dev/sda1</p:Name>
  <p:NumberOfLicensedUsers>0</p:NumberOfLicensedUsers>
  <p:NumberOfProcesses>5</p:NumberOfProcesses>
  <p:NumberOfUsers>2</p:NumberOfUsers>
  <p:OperatingSystemSKU>0</p:OperatingSystemSKU>
  <p:Organization></p:Organization>
  <p:OSArchitecture>64-bit</p:OSArchitecture>
  <p:OSLanguage>3079</p:OSLanguage>
  <p:OSProductSuite>0</p:OSProductSuite>
  <p:OSType>36</p:OSType>
  <p:OtherTypeDescription xsi:nil="true"/>
  <p:PAEEnabled xsi:nil="true"/>
  <p:PlusProductID xsi:nil="true"/>
  <p:PlusVersionNumber xsi:nil="true"/>
  <p:PortableOperatingSystem>false</p:PortableOperatingSystem>
  <p:Primary>true</p:Primary>
  <p:ProductType>3</p:ProductType>
  <p:QuantumLength xsi:nil="true"/>
  <p:QuantumType xsi:nil="true"/>
  <p:RegisteredUser></p:RegisteredUser>
  <p:SerialNumber>0123456789abcdef0123456789abcdef</p:SerialNumber>
  <p:ServicePackMajorVersion>0</p:ServicePackMajorVersion>
  <p:ServicePackMinorVersion>0</p:ServicePackMinorVersion>
  <p:SizeStoredInPagingFiles>8388604</p:SizeStoredInPagingFiles>
  <p:Status>OK</p:Status>
  <p:SuiteMask>0</p:SuiteMask>
  <p:SystemDevice>/dev/sda1</p:SystemDevice>
  <p:SystemDirectory>/usr/bin</p:SystemDirectory>
  <p:SystemDrive>/</p:SystemDrive>
  <p:TotalSwapSpaceSize xsi:nil="true"/>
  <p:TotalVirtualMemorySize>536669180</p:TotalVirtualMemorySize>
  <p:TotalVisibleMemorySize>528280576</p:TotalVisibleMemorySize>
  <p:Version>12</p:Version>
  <p:WindowsDirectory>/</p:WindowsDirectory>
</p:Win32_OperatingSystem>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_ComputerSystem", at: 0,
    xml: String.raw`
<p:Win32_ComputerSystem xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_ComputerSystem"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_ComputerSystem_Type">
  <p:AdminPasswordStatus>3</p:AdminPasswordStatus>
  <p:AutomaticManagedPagefile>false</p:AutomaticManagedPagefile>
  <p:AutomaticResetBootOption>false</p:AutomaticResetBootOption>
  <p:AutomaticResetCapability>false</p:AutomaticResetCapability>
  <p:BootOptionOnLimit xsi:nil="true"/>
  <p:BootOptionOnWatchDog xsi:nil="true"/>
  <p:BootROMSupported>true</p:BootROMSupported>
  <p:BootupState>Normal boot</p:BootupState>
  <p:Caption>node7</p:Caption>
  <p:ChassisBootupState>3</p:ChassisBootupState>
  <p:ChassisSKUNumber xsi:nil="true"/>
  <p:CreationClassName>Win32_ComputerSystem</p:CreationClassName>
  <p:CurrentTimeZone>60</p:CurrentTimeZone>
  <p:DaylightInEffect xsi:nil="true"/>
  <p:Description>x64-based PC</p:Description>
  <p:DNSHostName>node7</p:DNSHostName>
  <p:Domain>WORKGROUP</p:Domain>
  <p:DomainRole>2</p:DomainRole>
  <p:EnableDaylightSavingsTime>true</p:EnableDaylightSavingsTime>
  <p:FrontPanelResetStatus>3</p:FrontPanelResetStatus>
  <p:HypervisorPresent>false</p:HypervisorPresent>
  <p:InfraredSupported>false</p:InfraredSupported>
  <p:InstallDate xsi:nil="true"/>
  <p:KeyboardPasswordStatus>3</p:KeyboardPasswordStatus>
  <p:LastLoadInfo xsi:nil="true"/>
  <p:Manufacturer>Dell Inc.</p:Manufacturer>
  <p:Model>PowerEdge R710</p:Model>
  <p:Name>node7</p:Name>
  <p:NameFormat xsi:nil="true"/>
  <p:NetworkServerModeEnabled>true</p:NetworkServerModeEnabled>
  <p:NumberOfLogicalProcessors>4</p:NumberOfLogicalProcessors>
  <p:NumberOfProcessors>2</p:NumberOfProcessors>
  <p:PartOfDomain>false</p:PartOfDomain>
  <p:PauseAfterReset>-1</p:PauseAfterReset>
  <p:PCSystemType>4</p:PCSystemType>
  <p:PCSystemTypeEx>4</p:PCSystemTypeEx>
  <p:PowerManagementSupported xsi:nil="true"/>
  <p:PowerOnPasswordStatus>3</p:PowerOnPasswordStatus>
  <p:PowerState>0</p:PowerState>
  <p:PowerSupplyState>3</p:PowerSupplyState>
  <p:PrimaryOwnerContact xsi:nil="true"/>
  <p:PrimaryOwnerName xsi:nil="true"/>
  <p:ResetCapability>1</p:ResetCapability>
  <p:ResetCount>-1</p:ResetCount>
  <p:ResetLimit>-1</p:ResetLimit>
  <p:Roles>Server</p:Roles>
  <p:Status>OK</p:Status>
  <p:SystemFamily xsi:nil="true"/>
  <p:SystemSKUNumber xsi:nil="true"/>
  <p:SystemStartupDelay xsi:nil="true"/>
  <p:SystemStartupSetting xsi:nil="true"/>
  <p:SystemType>x64-based PC</p:SystemType>
  <p:ThermalState>3</p:ThermalState>
  <p:TotalPhysicalMemory>540959309824</p:TotalPhysicalMemory>
  <p:UserName xsi:nil="true"/>
  <p:WakeUpType>6</p:WakeUpType>
  <p:Workgroup>WORKGROUP</p:Workgroup>
</p:Win32_ComputerSystem>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_Processor", at: 0,
    xml: String.raw`
<p:Win32_Processor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Processor"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_Processor_Type">
  <p:AddressWidth>64</p:AddressWidth>
  <p:Architecture>9</p:Architecture>
  <p:AssetTag xsi:nil="true"/>
  <p:Availability>3</p:Availability>
  <p:Caption>Intel64 Family 6 Model 44 Stepping 2</p:Caption>
  <p:Characteristics xsi:nil="true"/>
  <p:ConfigManagerErrorCode xsi:nil="true"/>
  <p:ConfigManagerUserConfig xsi:nil="true"/>
  <p:CpuStatus>1</p:CpuStatus>
  <p:CreationClassName>Win32_Processor</p:CreationClassName>
  <p:CurrentClockSpeed>1596</p:CurrentClockSpeed>
  <p:CurrentVoltage xsi:nil="true"/>
  <p:DataWidth>64</p:DataWidth>
  <p:Description>Intel64 Family 6 Model 44 Stepping 2</p:Description>
  <p:DeviceID>CPU0</p:DeviceID>
  <p:ErrorCleared xsi:nil="true"/>
  <p:ErrorDescription xsi:nil="true"/>
  <p:ExtClock xsi:nil="true"/>
  <p:Family>2</p:Family>
  <p:InstallDate xsi:nil="true"/>
  <p:L2CacheSize>256</p:L2CacheSize>
  <p:L2CacheSpeed xsi:nil="true"/>
  <p:L3CacheSize>12288</p:L3CacheSize>
  <p:L3CacheSpeed xsi:nil="true"/>
  <p:LastErrorCode xsi:nil="true"/>
  <p:Level>6</p:Level>
  <p:LoadPercentage>0</p:LoadPercentage>
  <p:Manufacturer>GenuineIntel</p:Manufacturer>
  <p:MaxClockSpeed>2400</p:MaxClockSpeed>
  <p:Name>Intel(R) Xeon(R) CPU           E5620  @ 2.40GHz</p:Name>
  <p:NumberOfCores>1</p:NumberOfCores>
  <p:NumberOfEnabledCore>1</p:NumberOfEnabledCore>
  <p:NumberOfLogicalProcessors>2</p:NumberOfLogicalProcessors>
  <p:OtherFamilyDescription xsi:nil="true"/>
  <p:PartNumber xsi:nil="true"/>
  <p:PNPDeviceID xsi:nil="true"/>
  <p:PowerManagementSupported>false</p:PowerManagementSupported>
  <p:ProcessorId>00000000000206C2</p:ProcessorId>
  <p:ProcessorType>3</p:ProcessorType>
  <p:Revision>11266</p:Revision>
  <p:Role>CPU</p:Role>
  <p:SecondLevelAddressTranslationExtensions>true</p:SecondLevelAddressTranslationExtensions>
  <p:SerialNumber xsi:nil="true"/>
  <p:SocketDesignation>CPU 1</p:SocketDesignation>
  <p:Status>OK</p:Status>
  <p:StatusInfo>3</p:StatusInfo>
  <p:Stepping xsi:nil="true"/>
  <p:SystemCreationClassName>Win32_ComputerSystem</p:SystemCreationClassName>
  <p:SystemName>node7</p:SystemName>
  <p:ThreadCount>2</p:ThreadCount>
  <p:UniqueId xsi:nil="true"/>
  <p:UpgradeMethod>2</p:UpgradeMethod>
  <p:Version xsi:nil="true"/>
  <p:VirtualizationFirmwareEnabled>true</p:VirtualizationFirmwareEnabled>
  <p:VMMonitorModeExtensions>true</p:VMMonitorModeExtensions>
  <p:VoltageCaps xsi:nil="true"/>
</p:Win32_Processor>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PhysicalMemory", at: 0,
    xml: String.raw`
<p:Win32_PhysicalMemory xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PhysicalMemory"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PhysicalMemory_Type">
  <p:Attributes>2</p:Attributes>
  <p:BankLabel>BANK 0</p:BankLabel>
  <p:Capacity>68719476736</p:Capacity>
  <p:Caption>Physical Memory</p:Caption>
  <p:ConfiguredClockSpeed>2923</p:ConfiguredClockSpeed>
  <p:ConfiguredVoltage>1200</p:ConfiguredVoltage>
  <p:CreationClassName>Win32_PhysicalMemory</p:CreationClassName>
  <p:DataWidth>64</p:DataWidth>
  <p:Description>Physical Memory</p:Description>
  <p:DeviceLocator>DIMM_A1</p:DeviceLocator>
  <p:FormFactor>8</p:FormFactor>
  <p:HotSwappable xsi:nil="true"/>
  <p:InstallDate xsi:nil="true"/>
  <p:InterleaveDataDepth xsi:nil="true"/>
  <p:InterleavePosition xsi:nil="true"/>
  <p:Manufacturer>Samsung</p:Manufacturer>
  <p:MaxVoltage>1200</p:MaxVoltage>
  <p:MemoryType>26</p:MemoryType>
  <p:MinVoltage xsi:nil="true"/>
  <p:Model xsi:nil="true"/>
  <p:Name>Physical Memory</p:Name>
  <p:OtherIdentifyingInfo>Tag 1</p:OtherIdentifyingInfo>
  <p:PartNumber>M393A8G40AB2-CWE</p:PartNumber>
  <p:PositionInRow xsi:nil="true"/>
  <p:PoweredOn xsi:nil="true"/>
  <p:Removable xsi:nil="true"/>
  <p:Replaceable xsi:nil="true"/>
  <p:SerialNumber>0123ABCD</p:SerialNumber>
  <p:SKU xsi:nil="true"/>
  <p:SMBIOSMemoryType>26</p:SMBIOSMemoryType>
  <p:Speed>3200</p:Speed>
  <p:Status xsi:nil="true"/>
  <p:Tag>Physical Memory 0</p:Tag>
  <p:TotalWidth>72</p:TotalWidth>
  <p:TypeDetail>8320</p:TypeDetail>
  <p:Version xsi:nil="true"/>
</p:Win32_PhysicalMemory>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_Process", at: 0,
    xml: String.raw`
<p:Win32_Process xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Process"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_Process_Type">
  <p:Caption>systemd</p:Caption>
  <p:CommandLine>/sbin/init splash</p:CommandLine>
  <p:CreationClassName>Win32_Process</p:CreationClassName>
  <p:CreationDate><cim:Datetime>2026-02-25T07:14:20+01:00</cim:Datetime></p:CreationDate>
  <p:CSCreationClassName>Win32_ComputerSystem</p:CSCreationClassName>
  <p:CSName>node7</p:CSName>
  <p:Description>systemd</p:Description>
  <p:ExecutablePath>/usr/lib/systemd/systemd</p:ExecutablePath>
  <p:ExecutionState xsi:nil="true"/>
  <p:Handle>1</p:Handle>
  <p:HandleCount>2</p:HandleCount>
  <p:InstallDate xsi:nil="true"/>
  <p:KernelModeTime>12500000</p:KernelModeTime>
  <p:MaximumWorkingSetSize xsi:nil="true"/>
  <p:MinimumWorkingSetSize xsi:nil="true"/>
  <p:Name>systemd</p:Name>
  <p:OSCreationClassName>Win32_OperatingSystem</p:OSCreationClassName>
  <p:OSName>Debian GNU/Linux 12 (bookworm)|/|/dev/sda1</p:OSName>
  <p:OtherOperationCount>0</p:OtherOperationCount>
  <p:OtherTransferCount>0</p:OtherTransferCount>
  <p:PageFaults>1007</p:PageFaults>
  <p:PageFileUsage>20</p:PageFileUsage>
  <p:ParentProcessId>0</p:ParentProcessId>
  <p:PeakPageFileUsage xsi:nil="true"/>
  <p:PeakVirtualSize>8192</p:PeakVirtualSize>
  <p:PeakWorkingSetSize>12</p:PeakWorkingSetSize>
  <p:Priority>8</p:Priority>
  <p:PrivatePageCount>20480</p:PrivatePageCount>
  <p:ProcessId>1</p:ProcessId>
  <p:QuotaNonPagedPoolUsage xsi:nil="true"/>
  <p:QuotaPagedPoolUsage xsi:nil="true"/>
  <p:QuotaPeakNonPagedPoolUsage xsi:nil="true"/>
  <p:QuotaPeakPagedPoolUsage xsi:nil="true"/>
  <p:ReadOperationCount>6</p:ReadOperationCount>
  <p:ReadTransferCount>9007199254740993</p:ReadTransferCount>
  <p:SessionId>0</p:SessionId>
  <p:Status xsi:nil="true"/>
  <p:TerminationDate xsi:nil="true"/>
  <p:ThreadCount>3</p:ThreadCount>
  <p:UserModeTime>25000000</p:UserModeTime>
  <p:VirtualSize>4096</p:VirtualSize>
  <p:WindowsVersion>12</p:WindowsVersion>
  <p:WorkingSetSize>4096</p:WorkingSetSize>
  <p:WriteOperationCount>7</p:WriteOperationCount>
  <p:WriteTransferCount>5</p:WriteTransferCount>
</p:Win32_Process>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_Process", at: 1,
    xml: String.raw`
<p:Win32_Process xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Process"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_Process_Type">
  <p:Caption>kthreadd</p:Caption>
  <p:CommandLine xsi:nil="true"/>
  <p:CreationClassName>Win32_Process</p:CreationClassName>
  <p:CreationDate><cim:Datetime>2026-02-25T07:14:20+01:00</cim:Datetime></p:CreationDate>
  <p:CSCreationClassName>Win32_ComputerSystem</p:CSCreationClassName>
  <p:CSName>node7</p:CSName>
  <p:Description>kthreadd</p:Description>
  <p:ExecutablePath xsi:nil="true"/>
  <p:ExecutionState xsi:nil="true"/>
  <p:Handle>2</p:Handle>
  <p:HandleCount>0</p:HandleCount>
  <p:InstallDate xsi:nil="true"/>
  <p:KernelModeTime>12500000</p:KernelModeTime>
  <p:MaximumWorkingSetSize xsi:nil="true"/>
  <p:MinimumWorkingSetSize xsi:nil="true"/>
  <p:Name>kthreadd</p:Name>
  <p:OSCreationClassName>Win32_OperatingSystem</p:OSCreationClassName>
  <p:OSName>Debian GNU/Linux 12 (bookworm)|/|/dev/sda1</p:OSName>
  <p:OtherOperationCount>0</p:OtherOperationCount>
  <p:OtherTransferCount>0</p:OtherTransferCount>
  <p:PageFaults>1007</p:PageFaults>
  <p:PageFileUsage xsi:nil="true"/>
  <p:ParentProcessId>0</p:ParentProcessId>
  <p:PeakPageFileUsage xsi:nil="true"/>
  <p:PeakVirtualSize xsi:nil="true"/>
  <p:PeakWorkingSetSize xsi:nil="true"/>
  <p:Priority>8</p:Priority>
  <p:PrivatePageCount xsi:nil="true"/>
  <p:ProcessId>2</p:ProcessId>
  <p:QuotaNonPagedPoolUsage xsi:nil="true"/>
  <p:QuotaPagedPoolUsage xsi:nil="true"/>
  <p:QuotaPeakNonPagedPoolUsage xsi:nil="true"/>
  <p:QuotaPeakPagedPoolUsage xsi:nil="true"/>
  <p:ReadOperationCount xsi:nil="true"/>
  <p:ReadTransferCount xsi:nil="true"/>
  <p:SessionId>0</p:SessionId>
  <p:Status xsi:nil="true"/>
  <p:TerminationDate xsi:nil="true"/>
  <p:ThreadCount>3</p:ThreadCount>
  <p:UserModeTime>25000000</p:UserModeTime>
  <p:VirtualSize>0</p:VirtualSize>
  <p:WindowsVersion>12</p:WindowsVersion>
  <p:WorkingSetSize>0</p:WorkingSetSize>
  <p:WriteOperationCount xsi:nil="true"/>
  <p:WriteTransferCount xsi:nil="true"/>
</p:Win32_Process>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_Service", at: 2,
    xml: String.raw`
<p:Win32_Service xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Service"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_Service_Type">
  <p:AcceptPause>false</p:AcceptPause>
  <p:AcceptStop>true</p:AcceptStop>
  <p:Caption>OpenBSD Secure Shell server</p:Caption>
  <p:CheckPoint>0</p:CheckPoint>
  <p:CreationClassName>Win32_Service</p:CreationClassName>
  <p:DelayedAutoStart>false</p:DelayedAutoStart>
  <p:Description>OpenBSD Secure Shell server</p:Description>
  <p:DesktopInteract>false</p:DesktopInteract>
  <p:DisplayName>OpenBSD Secure Shell server</p:DisplayName>
  <p:ErrorControl>Normal</p:ErrorControl>
  <p:ExitCode>0</p:ExitCode>
  <p:InstallDate xsi:nil="true"/>
  <p:Name>ssh</p:Name>
  <p:PathName>/usr/sbin/sshd -D $SSHD_OPTS</p:PathName>
  <p:ProcessId>812</p:ProcessId>
  <p:ServiceSpecificExitCode>0</p:ServiceSpecificExitCode>
  <p:ServiceType>Own Process</p:ServiceType>
  <p:Started>true</p:Started>
  <p:StartMode>Auto</p:StartMode>
  <p:StartName>root</p:StartName>
  <p:State>Running</p:State>
  <p:Status>OK</p:Status>
  <p:SystemCreationClassName>Win32_ComputerSystem</p:SystemCreationClassName>
  <p:SystemName>node7</p:SystemName>
  <p:TagId>0</p:TagId>
  <p:WaitHint>0</p:WaitHint>
</p:Win32_Service>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_LogicalDisk", at: 0,
    xml: String.raw`
<p:Win32_LogicalDisk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_LogicalDisk"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_LogicalDisk_Type">
  <p:Access>3</p:Access>
  <p:Availability xsi:nil="true"/>
  <p:BlockSize xsi:nil="true"/>
  <p:Caption>/</p:Caption>
  <p:Compressed>false</p:Compressed>
  <p:ConfigManagerErrorCode xsi:nil="true"/>
  <p:ConfigManagerUserConfig xsi:nil="true"/>
  <p:CreationClassName>Win32_LogicalDisk</p:CreationClassName>
  <p:Description>Local Fixed Disk</p:Description>
  <p:DeviceID>/</p:DeviceID>
  <p:DriveType>3</p:DriveType>
  <p:ErrorCleared xsi:nil="true"/>
  <p:ErrorDescription xsi:nil="true"/>
  <p:ErrorMethodology xsi:nil="true"/>
  <p:FileSystem>ext4</p:FileSystem>
  <p:FreeSpace>100000000000</p:FreeSpace>
  <p:InstallDate xsi:nil="true"/>
  <p:LastErrorCode xsi:nil="true"/>
  <p:MaximumComponentLength>255</p:MaximumComponentLength>
  <p:MediaType>12</p:MediaType>
  <p:Name>/</p:Name>
  <p:NumberOfBlocks xsi:nil="true"/>
  <p:PNPDeviceID xsi:nil="true"/>
  <p:PowerManagementSupported xsi:nil="true"/>
  <p:ProviderName xsi:nil="true"/>
  <p:Purpose xsi:nil="true"/>
  <p:QuotasDisabled>true</p:QuotasDisabled>
  <p:QuotasIncomplete xsi:nil="true"/>
  <p:QuotasRebuilding xsi:nil="true"/>
  <p:Size>250000000000</p:Size>
  <p:Status xsi:nil="true"/>
  <p:StatusInfo xsi:nil="true"/>
  <p:SupportsDiskQuotas>false</p:SupportsDiskQuotas>
  <p:SupportsFileBasedCompression>false</p:SupportsFileBasedCompression>
  <p:SystemCreationClassName>Win32_ComputerSystem</p:SystemCreationClassName>
  <p:SystemName>node7</p:SystemName>
  <p:VolumeDirty xsi:nil="true"/>
  <p:VolumeName>root disk</p:VolumeName>
  <p:VolumeSerialNumber>9F3C0B1A</p:VolumeSerialNumber>
</p:Win32_LogicalDisk>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_Volume", at: 0,
    xml: String.raw`
<p:Win32_Volume xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Volume"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_Volume_Type">
  <p:Access>3</p:Access>
  <p:Automount>true</p:Automount>
  <p:Availability xsi:nil="true"/>
  <p:BlockSize>4096</p:BlockSize>
  <p:BootVolume>true</p:BootVolume>
  <p:Capacity>250000000000</p:Capacity>
  <p:Caption>/</p:Caption>
  <p:Compressed>false</p:Compressed>
  <p:ConfigManagerErrorCode xsi:nil="true"/>
  <p:ConfigManagerUserConfig xsi:nil="true"/>
  <p:CreationClassName>Win32_Volume</p:CreationClassName>
  <p:Description xsi:nil="true"/>
  <p:DeviceID>/</p:DeviceID>
  <p:DirtyBitSet xsi:nil="true"/>
  <p:DriveLetter xsi:nil="true"/>
  <p:DriveType>3</p:DriveType>
  <p:ErrorCleared xsi:nil="true"/>
  <p:ErrorDescription xsi:nil="true"/>
  <p:ErrorMethodology xsi:nil="true"/>
  <p:FileSystem>ext4</p:FileSystem>
  <p:FreeSpace>100000000000</p:FreeSpace>
  <p:IndexingEnabled>false</p:IndexingEnabled>
  <p:InstallDate xsi:nil="true"/>
  <p:Label>root disk</p:Label>
  <p:LastErrorCode xsi:nil="true"/>
  <p:MaximumFileNameLength>255</p:MaximumFileNameLength>
  <p:Name>/</p:Name>
  <p:NumberOfBlocks xsi:nil="true"/>
  <p:PageFilePresent>false</p:PageFilePresent>
  <p:PNPDeviceID xsi:nil="true"/>
  <p:PowerManagementSupported xsi:nil="true"/>
  <p:Purpose xsi:nil="true"/>
  <p:QuotasEnabled xsi:nil="true"/>
  <p:QuotasIncomplete xsi:nil="true"/>
  <p:QuotasRebuilding xsi:nil="true"/>
  <p:SerialNumber>2671512346</p:SerialNumber>
  <p:Status xsi:nil="true"/>
  <p:StatusInfo xsi:nil="true"/>
  <p:SupportsDiskQuotas>false</p:SupportsDiskQuotas>
  <p:SupportsFileBasedCompression>false</p:SupportsFileBasedCompression>
  <p:SystemCreationClassName>Win32_ComputerSystem</p:SystemCreationClassName>
  <p:SystemName>node7</p:SystemName>
  <p:SystemVolume>true</p:SystemVolume>
</p:Win32_Volume>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_NetworkAdapterConfiguration", at: 0,
    xml: String.raw`
<p:Win32_NetworkAdapterConfiguration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_NetworkAdapterConfiguration"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_NetworkAdapterConfiguration_Type">
  <p:ArpAlwaysSourceRoute xsi:nil="true"/>
  <p:ArpUseEtherSNAP xsi:nil="true"/>
  <p:Caption>[00000002] eth0 (virtio_net)</p:Caption>
  <p:DatabasePath xsi:nil="true"/>
  <p:DeadGWDetectEnabled xsi:nil="true"/>
  <p:DefaultIPGateway>192.168.1.1</p:DefaultIPGateway>
  <p:DefaultIPGateway>fd00::1</p:DefaultIPGateway>
  <p:DefaultTOS xsi:nil="true"/>
  <p:DefaultTTL xsi:nil="true"/>
  <p:Description>eth0 (virtio_net)</p:Description>
  <p:DHCPEnabled>true</p:DHCPEnabled>
  <p:DHCPLeaseExpires><cim:Datetime>2026-03-01T09:00:00+01:00</cim:Datetime></p:DHCPLeaseExpires>
  <p:DHCPLeaseObtained><cim:Datetime>2026-03-01T08:00:00+01:00</cim:Datetime></p:DHCPLeaseObtained>
  <p:DHCPServer>192.168.1.1</p:DHCPServer>
  <p:DNSDomain>example.org</p:DNSDomain>
  <p:DNSDomainSuffixSearchOrder>example.org</p:DNSDomainSuffixSearchOrder>
  <p:DNSDomainSuffixSearchOrder>corp.example.org</p:DNSDomainSuffixSearchOrder>
  <p:DNSEnabledForWINSResolution>false</p:DNSEnabledForWINSResolution>
  <p:DNSHostName>node7</p:DNSHostName>
  <p:DNSServerSearchOrder>192.168.1.1</p:DNSServerSearchOrder>
  <p:DNSServerSearchOrder>fd00::53</p:DNSServerSearchOrder>
  <p:DomainDNSRegistrationEnabled>false</p:DomainDNSRegistrationEnabled>
  <p:ForwardBufferMemory xsi:nil="true"/>
  <p:FullDNSRegistrationEnabled>false</p:FullDNSRegistrationEnabled>
  <p:GatewayCostMetric>100</p:GatewayCostMetric>
  <p:GatewayCostMetric>1024</p:GatewayCostMetric>
  <p:IGMPLevel xsi:nil="true"/>
  <p:Index>2</p:Index>
  <p:InterfaceIndex>2</p:InterfaceIndex>
  <p:IPAddress>192.168.1.20</p:IPAddress>
  <p:IPAddress>fe80::5054:ff:feab:cdef</p:IPAddress>
  <p:IPConnectionMetric>100</p:IPConnectionMetric>
  <p:IPEnabled>true</p:IPEnabled>
  <p:IPFilterSecurityEnabled>false</p:IPFilterSecurityEnabled>
  <p:IPPortSecurityEnabled xsi:nil="true"/>
  <p:IPSubnet>255.255.255.0</p:IPSubnet>
  <p:IPSubnet>64</p:IPSubnet>
  <p:IPUseZeroBroadcast xsi:nil="true"/>
  <p:IPXAddress xsi:nil="true"/>
  <p:IPXEnabled xsi:nil="true"/>
  <p:IPXMediaType xsi:nil="true"/>
  <p:IPXVirtualNetNumber xsi:nil="true"/>
  <p:KeepAliveInterval xsi:nil="true"/>
  <p:KeepAliveTime xsi:nil="true"/>
  <p:MACAddress>52:54:00:AB:CD:EF</p:MACAddress>
  <p:MTU>1500</p:MTU>
  <p:NumForwardPackets xsi:nil="true"/>
  <p:PMTUBHDetectEnabled xsi:nil="true"/>
  <p:PMTUDiscoveryEnabled xsi:nil="true"/>
  <p:ServiceName>virtio_net</p:ServiceName>
  <p:SettingID>{143F5C8B-C26C-8743-8F20-0341BE693C0A}</p:SettingID>
  <p:TcpipNetbiosOptions>2</p:TcpipNetbiosOptions>
  <p:TcpMaxConnectRetransmissions xsi:nil="true"/>
  <p:TcpMaxDataRetransmissions xsi:nil="true"/>
  <p:TcpNumConnections xsi:nil="true"/>
  <p:TcpUseRFC1122UrgentPointer xsi:nil="true"/>
  <p:TcpWindowSize xsi:nil="true"/>
  <p:WINSEnableLMHostsLookup>false</p:WINSEnableLMHostsLookup>
  <p:WINSHostLookupFile xsi:nil="true"/>
  <p:WINSPrimaryServer xsi:nil="true"/>
  <p:WINSScopeID xsi:nil="true"/>
  <p:WINSSecondaryServer xsi:nil="true"/>
</p:Win32_NetworkAdapterConfiguration>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_NetworkAdapterConfiguration", at: 1,
    xml: String.raw`
<p:Win32_NetworkAdapterConfiguration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_NetworkAdapterConfiguration"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_NetworkAdapterConfiguration_Type">
  <p:ArpAlwaysSourceRoute xsi:nil="true"/>
  <p:ArpUseEtherSNAP xsi:nil="true"/>
  <p:Caption>[00000012] eth1</p:Caption>
  <p:DatabasePath xsi:nil="true"/>
  <p:DeadGWDetectEnabled xsi:nil="true"/>
  <p:DefaultTOS xsi:nil="true"/>
  <p:DefaultTTL xsi:nil="true"/>
  <p:Description>eth1</p:Description>
  <p:DHCPEnabled>false</p:DHCPEnabled>
  <p:DHCPLeaseExpires xsi:nil="true"/>
  <p:DHCPLeaseObtained xsi:nil="true"/>
  <p:DHCPServer xsi:nil="true"/>
  <p:DNSDomain xsi:nil="true"/>
  <p:DNSEnabledForWINSResolution xsi:nil="true"/>
  <p:DNSHostName xsi:nil="true"/>
  <p:DomainDNSRegistrationEnabled xsi:nil="true"/>
  <p:ForwardBufferMemory xsi:nil="true"/>
  <p:FullDNSRegistrationEnabled xsi:nil="true"/>
  <p:IGMPLevel xsi:nil="true"/>
  <p:Index>12</p:Index>
  <p:InterfaceIndex>12</p:InterfaceIndex>
  <p:IPConnectionMetric xsi:nil="true"/>
  <p:IPEnabled>false</p:IPEnabled>
  <p:IPFilterSecurityEnabled xsi:nil="true"/>
  <p:IPPortSecurityEnabled xsi:nil="true"/>
  <p:IPUseZeroBroadcast xsi:nil="true"/>
  <p:IPXAddress xsi:nil="true"/>
  <p:IPXEnabled xsi:nil="true"/>
  <p:IPXMediaType xsi:nil="true"/>
  <p:IPXVirtualNetNumber xsi:nil="true"/>
  <p:KeepAliveInterval xsi:nil="true"/>
  <p:KeepAliveTime xsi:nil="true"/>
  <p:MACAddress>52:54:00:AB:CD:F0</p:MACAddress>
  <p:MTU>9000</p:MTU>
  <p:NumForwardPackets xsi:nil="true"/>
  <p:PMTUBHDetectEnabled xsi:nil="true"/>
  <p:PMTUDiscoveryEnabled xsi:nil="true"/>
  <p:ServiceName xsi:nil="true"/>
  <p:SettingID>{1A2055C1-0B42-8823-8844-2F543C9C57D0}</p:SettingID>
  <p:TcpipNetbiosOptions xsi:nil="true"/>
  <p:TcpMaxConnectRetransmissions xsi:nil="true"/>
  <p:TcpMaxDataRetransmissions xsi:nil="true"/>
  <p:TcpNumConnections xsi:nil="true"/>
  <p:TcpUseRFC1122UrgentPointer xsi:nil="true"/>
  <p:TcpWindowSize xsi:nil="true"/>
  <p:WINSEnableLMHostsLookup xsi:nil="true"/>
  <p:WINSHostLookupFile xsi:nil="true"/>
  <p:WINSPrimaryServer xsi:nil="true"/>
  <p:WINSScopeID xsi:nil="true"/>
  <p:WINSSecondaryServer xsi:nil="true"/>
</p:Win32_NetworkAdapterConfiguration>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfFormattedData_PerfOS_Processor", at: 4,
    xml: String.raw`
<p:Win32_PerfFormattedData_PerfOS_Processor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfFormattedData_PerfOS_Processor"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfFormattedData_PerfOS_Processor_Type">
  <p:C1TransitionsPersec xsi:nil="true"/>
  <p:C2TransitionsPersec xsi:nil="true"/>
  <p:C3TransitionsPersec xsi:nil="true"/>
  <p:Caption xsi:nil="true"/>
  <p:Description xsi:nil="true"/>
  <p:DPCRate xsi:nil="true"/>
  <p:DPCsQueuedPersec xsi:nil="true"/>
  <p:Frequency_Object>0</p:Frequency_Object>
  <p:Frequency_PerfTime>0</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>0</p:Frequency_Sys100NS>
  <p:InterruptsPersec>0</p:InterruptsPersec>
  <p:Name>_Total</p:Name>
  <p:PercentC1Time xsi:nil="true"/>
  <p:PercentC2Time xsi:nil="true"/>
  <p:PercentC3Time xsi:nil="true"/>
  <p:PercentDPCTime>0</p:PercentDPCTime>
  <p:PercentIdleTime>100</p:PercentIdleTime>
  <p:PercentInterruptTime>0</p:PercentInterruptTime>
  <p:PercentPrivilegedTime>0</p:PercentPrivilegedTime>
  <p:PercentProcessorTime>0</p:PercentProcessorTime>
  <p:PercentUserTime>0</p:PercentUserTime>
  <p:Timestamp_Object>0</p:Timestamp_Object>
  <p:Timestamp_PerfTime>0</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>0</p:Timestamp_Sys100NS>
</p:Win32_PerfFormattedData_PerfOS_Processor>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfRawData_PerfOS_Processor", at: 4,
    xml: String.raw`
<p:Win32_PerfRawData_PerfOS_Processor xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfRawData_PerfOS_Processor"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfRawData_PerfOS_Processor_Type">
  <p:C1TransitionsPersec xsi:nil="true"/>
  <p:C2TransitionsPersec xsi:nil="true"/>
  <p:C3TransitionsPersec xsi:nil="true"/>
  <p:Caption xsi:nil="true"/>
  <p:Description xsi:nil="true"/>
  <p:DPCRate xsi:nil="true"/>
  <p:DPCsQueuedPersec xsi:nil="true"/>
  <p:Frequency_Object>10000000</p:Frequency_Object>
  <p:Frequency_PerfTime>10000000</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>10000000</p:Frequency_Sys100NS>
  <p:InterruptsPersec>705032704</p:InterruptsPersec>
  <p:Name>_Total</p:Name>
  <p:PercentC1Time xsi:nil="true"/>
  <p:PercentC2Time xsi:nil="true"/>
  <p:PercentC3Time xsi:nil="true"/>
  <p:PercentDPCTime>375000</p:PercentDPCTime>
  <p:PercentIdleTime>238000000</p:PercentIdleTime>
  <p:PercentInterruptTime>125000</p:PercentInterruptTime>
  <p:PercentPrivilegedTime>4250000</p:PercentPrivilegedTime>
  <p:PercentProcessorTime>238000000</p:PercentProcessorTime>
  <p:PercentUserTime>12750000</p:PercentUserTime>
  <p:Timestamp_Object>134168229302500000</p:Timestamp_Object>
  <p:Timestamp_PerfTime>134168229302500000</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>134168229302500000</p:Timestamp_Sys100NS>
</p:Win32_PerfRawData_PerfOS_Processor>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfFormattedData_PerfOS_System", at: 0,
    xml: String.raw`
<p:Win32_PerfFormattedData_PerfOS_System xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfFormattedData_PerfOS_System"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfFormattedData_PerfOS_System_Type">
  <p:AlignmentFixupsPersec xsi:nil="true"/>
  <p:Caption xsi:nil="true"/>
  <p:ContextSwitchesPersec>0</p:ContextSwitchesPersec>
  <p:Description xsi:nil="true"/>
  <p:ExceptionDispatchesPersec xsi:nil="true"/>
  <p:FileControlBytesPersec xsi:nil="true"/>
  <p:FileControlOperationsPersec xsi:nil="true"/>
  <p:FileDataOperationsPersec xsi:nil="true"/>
  <p:FileReadBytesPersec xsi:nil="true"/>
  <p:FileReadOperationsPersec xsi:nil="true"/>
  <p:FileWriteBytesPersec xsi:nil="true"/>
  <p:FileWriteOperationsPersec xsi:nil="true"/>
  <p:FloatingEmulationsPersec xsi:nil="true"/>
  <p:Frequency_Object>0</p:Frequency_Object>
  <p:Frequency_PerfTime>0</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>0</p:Frequency_Sys100NS>
  <p:Name xsi:nil="true"/>
  <p:PercentRegistryQuotaInUse xsi:nil="true"/>
  <p:Processes>5</p:Processes>
  <p:ProcessorQueueLength>3</p:ProcessorQueueLength>
  <p:SystemCallsPersec xsi:nil="true"/>
  <p:SystemUpTime>349330</p:SystemUpTime>
  <p:Threads>321</p:Threads>
  <p:Timestamp_Object>0</p:Timestamp_Object>
  <p:Timestamp_PerfTime>0</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>0</p:Timestamp_Sys100NS>
</p:Win32_PerfFormattedData_PerfOS_System>
`,
  },
  {
    machine: "server", scheme: "wmi", className: "Win32_PerfRawData_PerfOS_System", at: 0,
    xml: String.raw`
<p:Win32_PerfRawData_PerfOS_System xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_PerfRawData_PerfOS_System"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_PerfRawData_PerfOS_System_Type">
  <p:AlignmentFixupsPersec xsi:nil="true"/>
  <p:Caption xsi:nil="true"/>
  <p:ContextSwitchesPersec>6000000</p:ContextSwitchesPersec>
  <p:Description xsi:nil="true"/>
  <p:ExceptionDispatchesPersec xsi:nil="true"/>
  <p:FileControlBytesPersec xsi:nil="true"/>
  <p:FileControlOperationsPersec xsi:nil="true"/>
  <p:FileDataOperationsPersec xsi:nil="true"/>
  <p:FileReadBytesPersec xsi:nil="true"/>
  <p:FileReadOperationsPersec xsi:nil="true"/>
  <p:FileWriteBytesPersec xsi:nil="true"/>
  <p:FileWriteOperationsPersec xsi:nil="true"/>
  <p:FloatingEmulationsPersec xsi:nil="true"/>
  <p:Frequency_Object>10000000</p:Frequency_Object>
  <p:Frequency_PerfTime>10000000</p:Frequency_PerfTime>
  <p:Frequency_Sys100NS>10000000</p:Frequency_Sys100NS>
  <p:Name xsi:nil="true"/>
  <p:PercentRegistryQuotaInUse xsi:nil="true"/>
  <p:Processes>5</p:Processes>
  <p:ProcessorQueueLength>3</p:ProcessorQueueLength>
  <p:SystemCallsPersec xsi:nil="true"/>
  <p:SystemUpTime>134164736000000000</p:SystemUpTime>
  <p:Threads>321</p:Threads>
  <p:Timestamp_Object>134168229302500000</p:Timestamp_Object>
  <p:Timestamp_PerfTime>134168229302500000</p:Timestamp_PerfTime>
  <p:Timestamp_Sys100NS>134168229302500000</p:Timestamp_Sys100NS>
</p:Win32_PerfRawData_PerfOS_System>
`,
  },
  {
    machine: "server", scheme: "dmtf", className: "Win32_LogicalDisk", at: 2,
    xml: String.raw`
<p:Win32_LogicalDisk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_LogicalDisk"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_LogicalDisk_Type">
  <p:Access xsi:type="cim:cimUnsignedShort">1</p:Access>
  <p:Availability xsi:nil="true"/>
  <p:BlockSize xsi:nil="true"/>
  <p:Caption xsi:type="cim:cimString">/srv/share</p:Caption>
  <p:Compressed xsi:type="cim:cimBoolean">false</p:Compressed>
  <p:ConfigManagerErrorCode xsi:nil="true"/>
  <p:ConfigManagerUserConfig xsi:nil="true"/>
  <p:CreationClassName xsi:type="cim:cimString">Win32_LogicalDisk</p:CreationClassName>
  <p:Description xsi:type="cim:cimString">Network Connection</p:Description>
  <p:DeviceID xsi:type="cim:cimString">/srv/share</p:DeviceID>
  <p:DriveType xsi:type="cim:cimUnsignedInt">4</p:DriveType>
  <p:ErrorCleared xsi:nil="true"/>
  <p:ErrorDescription xsi:nil="true"/>
  <p:ErrorMethodology xsi:nil="true"/>
  <p:FileSystem xsi:type="cim:cimString">nfs4</p:FileSystem>
  <p:FreeSpace xsi:nil="true"/>
  <p:InstallDate xsi:nil="true"/>
  <p:LastErrorCode xsi:nil="true"/>
  <p:MaximumComponentLength xsi:type="cim:cimUnsignedInt">255</p:MaximumComponentLength>
  <p:MediaType xsi:type="cim:cimUnsignedInt">0</p:MediaType>
  <p:Name xsi:type="cim:cimString">/srv/share</p:Name>
  <p:NumberOfBlocks xsi:nil="true"/>
  <p:PNPDeviceID xsi:nil="true"/>
  <p:PowerManagementSupported xsi:nil="true"/>
  <p:ProviderName xsi:type="cim:cimString">nas:/export</p:ProviderName>
  <p:Purpose xsi:nil="true"/>
  <p:QuotasDisabled xsi:type="cim:cimBoolean">true</p:QuotasDisabled>
  <p:QuotasIncomplete xsi:nil="true"/>
  <p:QuotasRebuilding xsi:nil="true"/>
  <p:Size xsi:nil="true"/>
  <p:Status xsi:nil="true"/>
  <p:StatusInfo xsi:nil="true"/>
  <p:SupportsDiskQuotas xsi:type="cim:cimBoolean">false</p:SupportsDiskQuotas>
  <p:SupportsFileBasedCompression xsi:type="cim:cimBoolean">false</p:SupportsFileBasedCompression>
  <p:SystemCreationClassName xsi:type="cim:cimString">Win32_ComputerSystem</p:SystemCreationClassName>
  <p:SystemName xsi:type="cim:cimString">node7</p:SystemName>
  <p:VolumeDirty xsi:nil="true"/>
  <p:VolumeName xsi:type="cim:cimString"></p:VolumeName>
  <p:VolumeSerialNumber xsi:nil="true"/>
</p:Win32_LogicalDisk>
`,
  },
  {
    machine: "server", scheme: "dmtf", className: "Win32_NetworkAdapterConfiguration", at: 0,
    xml: String.raw`
<p:Win32_NetworkAdapterConfiguration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:p="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_NetworkAdapterConfiguration"
  xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_NetworkAdapterConfiguration_Type">
  <p:ArpAlwaysSourceRoute xsi:nil="true"/>
  <p:ArpUseEtherSNAP xsi:nil="true"/>
  <p:Caption xsi:type="cim:cimString">[00000002] eth0 (virtio_net)</p:Caption>
  <p:DatabasePath xsi:nil="true"/>
  <p:DeadGWDetectEnabled xsi:nil="true"/>
  <p:DefaultIPGateway xsi:type="cim:cimString">192.168.1.1</p:DefaultIPGateway>
  <p:DefaultIPGateway xsi:type="cim:cimString">fd00::1</p:DefaultIPGateway>
  <p:DefaultTOS xsi:nil="true"/>
  <p:DefaultTTL xsi:nil="true"/>
  <p:Description xsi:type="cim:cimString">eth0 (virtio_net)</p:Description>
  <p:DHCPEnabled xsi:type="cim:cimBoolean">true</p:DHCPEnabled>
  <p:DHCPLeaseExpires xsi:type="cim:cimDateTime"><cim:Datetime>2026-03-01T09:00:00+01:00</cim:Datetime></p:DHCPLeaseExpires>
  <p:DHCPLeaseObtained xsi:type="cim:cimDateTime"><cim:Datetime>2026-03-01T08:00:00+01:00</cim:Datetime></p:DHCPLeaseObtained>
  <p:DHCPServer xsi:type="cim:cimString">192.168.1.1</p:DHCPServer>
  <p:DNSDomain xsi:type="cim:cimString">example.org</p:DNSDomain>
  <p:DNSDomainSuffixSearchOrder xsi:type="cim:cimString">example.org</p:DNSDomainSuffixSearchOrder>
  <p:DNSDomainSuffixSearchOrder xsi:type="cim:cimString">corp.example.org</p:DNSDomainSuffixSearchOrder>
  <p:DNSEnabledForWINSResolution xsi:type="cim:cimBoolean">false</p:DNSEnabledForWINSResolution>
  <p:DNSHostName xsi:type="cim:cimString">node7</p:DNSHostName>
  <p:DNSServerSearchOrder xsi:type="cim:cimString">192.168.1.1</p:DNSServerSearchOrder>
  <p:DNSServerSearchOrder xsi:type="cim:cimString">fd00::53</p:DNSServerSearchOrder>
  <p:DomainDNSRegistrationEnabled xsi:type="cim:cimBoolean">false</p:DomainDNSRegistrationEnabled>
  <p:ForwardBufferMemory xsi:nil="true"/>
  <p:FullDNSRegistrationEnabled xsi:type="cim:cimBoolean">false</p:FullDNSRegistrationEnabled>
  <p:GatewayCostMetric xsi:type="cim:cimUnsignedShort">100</p:GatewayCostMetric>
  <p:GatewayCostMetric xsi:type="cim:cimUnsignedShort">1024</p:GatewayCostMetric>
  <p:IGMPLevel xsi:nil="true"/>
  <p:Index xsi:type="cim:cimUnsignedInt">2</p:Index>
  <p:InterfaceIndex xsi:type="cim:cimUnsignedInt">2</p:InterfaceIndex>
  <p:IPAddress xsi:type="cim:cimString">192.168.1.20</p:IPAddress>
  <p:IPAddress xsi:type="cim:cimString">fe80::5054:ff:feab:cdef</p:IPAddress>
  <p:IPConnectionMetric xsi:type="cim:cimUnsignedInt">100</p:IPConnectionMetric>
  <p:IPEnabled xsi:type="cim:cimBoolean">true</p:IPEnabled>
  <p:IPFilterSecurityEnabled xsi:type="cim:cimBoolean">false</p:IPFilterSecurityEnabled>
  <p:IPPortSecurityEnabled xsi:nil="true"/>
  <p:IPSubnet xsi:type="cim:cimString">255.255.255.0</p:IPSubnet>
  <p:IPSubnet xsi:type="cim:cimString">64</p:IPSubnet>
  <p:IPUseZeroBroadcast xsi:nil="true"/>
  <p:IPXAddress xsi:nil="true"/>
  <p:IPXEnabled xsi:nil="true"/>
  <p:IPXMediaType xsi:nil="true"/>
  <p:IPXVirtualNetNumber xsi:nil="true"/>
  <p:KeepAliveInterval xsi:nil="true"/>
  <p:KeepAliveTime xsi:nil="true"/>
  <p:MACAddress xsi:type="cim:cimString">52:54:00:AB:CD:EF</p:MACAddress>
  <p:MTU xsi:type="cim:cimUnsignedInt">1500</p:MTU>
  <p:NumForwardPackets xsi:nil="true"/>
  <p:PMTUBHDetectEnabled xsi:nil="true"/>
  <p:PMTUDiscoveryEnabled xsi:nil="true"/>
  <p:ServiceName xsi:type="cim:cimString">virtio_net</p:ServiceName>
  <p:SettingID xsi:type="cim:cimString">{143F5C8B-C26C-8743-8F20-0341BE693C0A}</p:SettingID>
  <p:TcpipNetbiosOptions xsi:type="cim:cimUnsignedInt">2</p:TcpipNetbiosOptions>
  <p:TcpMaxConnectRetransmissions xsi:nil="true"/>
  <p:TcpMaxDataRetransmissions xsi:nil="true"/>
  <p:TcpNumConnections xsi:nil="true"/>
  <p:TcpUseRFC1122UrgentPointer xsi:nil="true"/>
  <p:TcpWindowSize xsi:nil="true"/>
  <p:WINSEnableLMHostsLookup xsi:type="cim:cimBoolean">false</p:WINSEnableLMHostsLookup>
  <p:WINSHostLookupFile xsi:nil="true"/>
  <p:WINSPrimaryServer xsi:nil="true"/>
  <p:WINSScopeID xsi:nil="true"/>
  <p:WINSSecondaryServer xsi:nil="true"/>
</p:Win32_NetworkAdapterConfiguration>
`,
  },
];
