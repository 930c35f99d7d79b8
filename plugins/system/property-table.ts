/** A class as Windows has it: its keys, and its properties by type. */
export interface ClassRow {
  readonly keys: readonly string[];
  /** Names with blanks between them, by CIM's type. */
  readonly types: Readonly<Record<string, string>>;
}

/** Property by property from Windows' own classes (the newest set): change one only with a reason that is not the code. */
export const propertyTable: Readonly<Record<string, ClassRow>> = {
  Win32_ComputerSystem: {
    keys: ["Name"],
    types: {
      boolean:
        "AutomaticManagedPagefile AutomaticResetBootOption AutomaticResetCapability BootROMSupported DaylightInEffect EnableDaylightSavingsTime HypervisorPresent " +
        "InfraredSupported NetworkServerModeEnabled PartOfDomain PowerManagementSupported",
      datetime: "InstallDate",
      sint16: "CurrentTimeZone ResetCount ResetLimit",
      sint64: "PauseAfterReset",
      string:
        "BootupState Caption ChassisSKUNumber CreationClassName Description DNSHostName Domain LastLoadInfo Manufacturer Model Name NameFormat PrimaryOwnerContact " +
        "PrimaryOwnerName Status SystemFamily SystemSKUNumber SystemType UserName Workgroup",
      "string[]": "InitialLoadInfo OEMStringArray Roles SupportContactDescription SystemStartupOptions",
      uint16:
        "AdminPasswordStatus BootOptionOnLimit BootOptionOnWatchDog ChassisBootupState DomainRole FrontPanelResetStatus KeyboardPasswordStatus PCSystemType PCSystemTypeEx " +
        "PowerOnPasswordStatus PowerState PowerSupplyState ResetCapability SystemStartupDelay ThermalState WakeUpType",
      "uint16[]": "BootStatus PowerManagementCapabilities",
      uint32: "NumberOfLogicalProcessors NumberOfProcessors",
      uint64: "TotalPhysicalMemory",
      uint8: "SystemStartupSetting",
      "uint8[]": "OEMLogoBitmap",
    },
  },
  Win32_LogicalDisk: {
    keys: ["DeviceID"],
    types: {
      boolean:
        "Compressed ConfigManagerUserConfig ErrorCleared PowerManagementSupported QuotasDisabled QuotasIncomplete QuotasRebuilding SupportsDiskQuotas " +
        "SupportsFileBasedCompression VolumeDirty",
      datetime: "InstallDate",
      string:
        "Caption CreationClassName Description DeviceID ErrorDescription ErrorMethodology FileSystem Name PNPDeviceID ProviderName Purpose Status SystemCreationClassName " +
        "SystemName VolumeName VolumeSerialNumber",
      uint16: "Access Availability StatusInfo",
      "uint16[]": "PowerManagementCapabilities",
      uint32: "ConfigManagerErrorCode DriveType LastErrorCode MaximumComponentLength MediaType",
      uint64: "BlockSize FreeSpace NumberOfBlocks Size",
    },
  },
  Win32_NetworkAdapterConfiguration: {
    keys: ["Index"],
    types: {
      boolean:
        "ArpAlwaysSourceRoute ArpUseEtherSNAP DeadGWDetectEnabled DHCPEnabled DNSEnabledForWINSResolution DomainDNSRegistrationEnabled FullDNSRegistrationEnabled IPEnabled " +
        "IPFilterSecurityEnabled IPPortSecurityEnabled IPUseZeroBroadcast IPXEnabled PMTUBHDetectEnabled PMTUDiscoveryEnabled TcpUseRFC1122UrgentPointer " +
        "WINSEnableLMHostsLookup",
      datetime: "DHCPLeaseExpires DHCPLeaseObtained",
      string:
        "Caption DatabasePath Description DHCPServer DNSDomain DNSHostName IPXAddress IPXVirtualNetNumber MACAddress ServiceName SettingID WINSHostLookupFile " +
        "WINSPrimaryServer WINSScopeID WINSSecondaryServer",
      "string[]": "DefaultIPGateway DNSDomainSuffixSearchOrder DNSServerSearchOrder IPAddress IPSecPermitIPProtocols IPSecPermitTCPPorts IPSecPermitUDPPorts IPSubnet IPXNetworkNumber",
      uint16: "TcpWindowSize",
      "uint16[]": "GatewayCostMetric",
      uint32:
        "ForwardBufferMemory Index InterfaceIndex IPConnectionMetric IPXMediaType KeepAliveInterval KeepAliveTime MTU NumForwardPackets TcpipNetbiosOptions " +
        "TcpMaxConnectRetransmissions TcpMaxDataRetransmissions TcpNumConnections",
      "uint32[]": "IPXFrameType",
      uint8: "DefaultTOS DefaultTTL IGMPLevel",
    },
  },
  Win32_OperatingSystem: {
    keys: ["Name"],
    types: {
      boolean:
        "DataExecutionPrevention_32BitApplications DataExecutionPrevention_Available DataExecutionPrevention_Drivers Debug Distributed PAEEnabled PortableOperatingSystem " +
        "Primary",
      datetime: "InstallDate LastBootUpTime LocalDateTime",
      sint16: "CurrentTimeZone",
      string:
        "BootDevice BuildNumber BuildType Caption CodeSet CountryCode CreationClassName CSCreationClassName CSDVersion CSName Description Locale Manufacturer Name " +
        "Organization OSArchitecture OtherTypeDescription PlusProductID PlusVersionNumber RegisteredUser SerialNumber Status SystemDevice SystemDirectory SystemDrive Version " +
        "WindowsDirectory",
      "string[]": "MUILanguages",
      uint16: "OSType ServicePackMajorVersion ServicePackMinorVersion",
      uint32:
        "EncryptionLevel LargeSystemCache MaxNumberOfProcesses NumberOfLicensedUsers NumberOfProcesses NumberOfUsers OperatingSystemSKU OSLanguage OSProductSuite ProductType " +
        "SuiteMask",
      uint64:
        "FreePhysicalMemory FreeSpaceInPagingFiles FreeVirtualMemory MaxProcessMemorySize SizeStoredInPagingFiles TotalSwapSpaceSize TotalVirtualMemorySize " +
        "TotalVisibleMemorySize",
      uint8: "DataExecutionPrevention_SupportPolicy ForegroundApplicationBoost QuantumLength QuantumType",
    },
  },
  Win32_PerfFormattedData_PerfDisk_LogicalDisk: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32:
        "AvgDisksecPerRead AvgDisksecPerTransfer AvgDisksecPerWrite CurrentDiskQueueLength DiskReadsPersec DiskTransfersPersec DiskWritesPersec FreeMegabytes PercentFreeSpace " +
        "SplitIOPerSec",
      uint64:
        "AvgDiskBytesPerRead AvgDiskBytesPerTransfer AvgDiskBytesPerWrite AvgDiskQueueLength AvgDiskReadQueueLength AvgDiskWriteQueueLength DiskBytesPersec " +
        "DiskReadBytesPersec DiskWriteBytesPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS PercentDiskReadTime PercentDiskTime PercentDiskWriteTime " +
        "PercentIdleTime Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfFormattedData_PerfOS_Memory: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32:
        "CacheFaultsPersec DemandZeroFaultsPersec FreeSystemPageTableEntries LongTermAverageStandbyCacheLifetimes PageFaultsPersec PageReadsPersec PagesInputPersec " +
        "PagesOutputPersec PagesPersec PageWritesPersec PercentCommittedBytesInUse PoolNonpagedAllocs PoolPagedAllocs TransitionFaultsPersec TransitionPagesRePurposedPersec " +
        "WriteCopiesPersec",
      uint64:
        "AvailableBytes AvailableKBytes AvailableMBytes CacheBytes CacheBytesPeak CommitLimit CommittedBytes FreeAndZeroPageListBytes Frequency_Object Frequency_PerfTime " +
        "Frequency_Sys100NS ModifiedPageListBytes PoolNonpagedBytes PoolPagedBytes PoolPagedResidentBytes StandbyCacheCoreBytes StandbyCacheNormalPriorityBytes " +
        "StandbyCacheReserveBytes SystemCacheResidentBytes SystemCodeResidentBytes SystemCodeTotalBytes SystemDriverResidentBytes SystemDriverTotalBytes Timestamp_Object " +
        "Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfFormattedData_Tcpip_NetworkInterface: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint64:
        "BytesReceivedPersec BytesSentPersec BytesTotalPersec CurrentBandwidth Frequency_Object Frequency_PerfTime Frequency_Sys100NS OffloadedConnections OutputQueueLength " +
        "PacketsOutboundDiscarded PacketsOutboundErrors PacketsPersec PacketsReceivedDiscarded PacketsReceivedErrors PacketsReceivedNonUnicastPersec PacketsReceivedPersec " +
        "PacketsReceivedUnicastPersec PacketsReceivedUnknown PacketsSentNonUnicastPersec PacketsSentPersec PacketsSentUnicastPersec TCPActiveRSCConnections " +
        "TCPRSCAveragePacketSize TCPRSCCoalescedPacketsPersec TCPRSCExceptionsPersec Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfFormattedData_PerfDisk_PhysicalDisk: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32: "AvgDisksecPerRead AvgDisksecPerTransfer AvgDisksecPerWrite CurrentDiskQueueLength DiskReadsPersec DiskTransfersPersec DiskWritesPersec SplitIOPerSec",
      uint64:
        "AvgDiskBytesPerRead AvgDiskBytesPerTransfer AvgDiskBytesPerWrite AvgDiskQueueLength AvgDiskReadQueueLength AvgDiskWriteQueueLength DiskBytesPersec " +
        "DiskReadBytesPersec DiskWriteBytesPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS PercentDiskReadTime PercentDiskTime PercentDiskWriteTime " +
        "PercentIdleTime Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfFormattedData_PerfProc_Process: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32: "CreatingProcessID HandleCount IDProcess PageFaultsPersec PoolNonpagedBytes PoolPagedBytes PriorityBase ThreadCount",
      uint64:
        "ElapsedTime Frequency_Object Frequency_PerfTime Frequency_Sys100NS IODataBytesPersec IODataOperationsPersec IOOtherBytesPersec IOOtherOperationsPersec " +
        "IOReadBytesPersec IOReadOperationsPersec IOWriteBytesPersec IOWriteOperationsPersec PageFileBytes PageFileBytesPeak PercentPrivilegedTime PercentProcessorTime " +
        "PercentUserTime PrivateBytes Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS VirtualBytes VirtualBytesPeak WorkingSet WorkingSetPeak WorkingSetPrivate",
    },
  },
  Win32_PerfFormattedData_PerfOS_Processor: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32: "DPCRate DPCsQueuedPersec InterruptsPersec",
      uint64:
        "C1TransitionsPersec C2TransitionsPersec C3TransitionsPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS PercentC1Time PercentC2Time PercentC3Time " +
        "PercentDPCTime PercentIdleTime PercentInterruptTime PercentPrivilegedTime PercentProcessorTime PercentUserTime Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfFormattedData_PerfOS_System: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32:
        "AlignmentFixupsPersec ContextSwitchesPersec ExceptionDispatchesPersec FileControlOperationsPersec FileDataOperationsPersec FileReadOperationsPersec " +
        "FileWriteOperationsPersec FloatingEmulationsPersec PercentRegistryQuotaInUse Processes ProcessorQueueLength SystemCallsPersec Threads",
      uint64:
        "FileControlBytesPersec FileReadBytesPersec FileWriteBytesPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS SystemUpTime Timestamp_Object " +
        "Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfRawData_PerfDisk_LogicalDisk: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32:
        "AvgDiskBytesPerRead_Base AvgDiskBytesPerTransfer_Base AvgDiskBytesPerWrite_Base AvgDisksecPerRead AvgDisksecPerRead_Base AvgDisksecPerTransfer " +
        "AvgDisksecPerTransfer_Base AvgDisksecPerWrite AvgDisksecPerWrite_Base CurrentDiskQueueLength DiskReadsPersec DiskTransfersPersec DiskWritesPersec FreeMegabytes " +
        "PercentFreeSpace PercentFreeSpace_Base SplitIOPerSec",
      uint64:
        "AvgDiskBytesPerRead AvgDiskBytesPerTransfer AvgDiskBytesPerWrite AvgDiskQueueLength AvgDiskReadQueueLength AvgDiskWriteQueueLength DiskBytesPersec " +
        "DiskReadBytesPersec DiskWriteBytesPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS PercentDiskReadTime PercentDiskReadTime_Base PercentDiskTime " +
        "PercentDiskTime_Base PercentDiskWriteTime PercentDiskWriteTime_Base PercentIdleTime PercentIdleTime_Base Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfRawData_PerfOS_Memory: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32:
        "CacheFaultsPersec DemandZeroFaultsPersec FreeSystemPageTableEntries LongTermAverageStandbyCacheLifetimes PageFaultsPersec PageReadsPersec PagesInputPersec " +
        "PagesOutputPersec PagesPersec PageWritesPersec PercentCommittedBytesInUse PercentCommittedBytesInUse_Base PoolNonpagedAllocs PoolPagedAllocs TransitionFaultsPersec " +
        "TransitionPagesRePurposedPersec WriteCopiesPersec",
      uint64:
        "AvailableBytes AvailableKBytes AvailableMBytes CacheBytes CacheBytesPeak CommitLimit CommittedBytes FreeAndZeroPageListBytes Frequency_Object Frequency_PerfTime " +
        "Frequency_Sys100NS ModifiedPageListBytes PoolNonpagedBytes PoolPagedBytes PoolPagedResidentBytes StandbyCacheCoreBytes StandbyCacheNormalPriorityBytes " +
        "StandbyCacheReserveBytes SystemCacheResidentBytes SystemCodeResidentBytes SystemCodeTotalBytes SystemDriverResidentBytes SystemDriverTotalBytes Timestamp_Object " +
        "Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfRawData_Tcpip_NetworkInterface: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint64:
        "BytesReceivedPersec BytesSentPersec BytesTotalPersec CurrentBandwidth Frequency_Object Frequency_PerfTime Frequency_Sys100NS OffloadedConnections OutputQueueLength " +
        "PacketsOutboundDiscarded PacketsOutboundErrors PacketsPersec PacketsReceivedDiscarded PacketsReceivedErrors PacketsReceivedNonUnicastPersec PacketsReceivedPersec " +
        "PacketsReceivedUnicastPersec PacketsReceivedUnknown PacketsSentNonUnicastPersec PacketsSentPersec PacketsSentUnicastPersec TCPActiveRSCConnections " +
        "TCPRSCAveragePacketSize TCPRSCCoalescedPacketsPersec TCPRSCExceptionsPersec Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfRawData_PerfDisk_PhysicalDisk: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32:
        "AvgDiskBytesPerRead_Base AvgDiskBytesPerTransfer_Base AvgDiskBytesPerWrite_Base AvgDisksecPerRead AvgDisksecPerRead_Base AvgDisksecPerTransfer " +
        "AvgDisksecPerTransfer_Base AvgDisksecPerWrite AvgDisksecPerWrite_Base CurrentDiskQueueLength DiskReadsPersec DiskTransfersPersec DiskWritesPersec SplitIOPerSec",
      uint64:
        "AvgDiskBytesPerRead AvgDiskBytesPerTransfer AvgDiskBytesPerWrite AvgDiskQueueLength AvgDiskReadQueueLength AvgDiskWriteQueueLength DiskBytesPersec " +
        "DiskReadBytesPersec DiskWriteBytesPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS PercentDiskReadTime PercentDiskReadTime_Base PercentDiskTime " +
        "PercentDiskTime_Base PercentDiskWriteTime PercentDiskWriteTime_Base PercentIdleTime PercentIdleTime_Base Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfRawData_PerfProc_Process: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32: "CreatingProcessID HandleCount IDProcess PageFaultsPersec PoolNonpagedBytes PoolPagedBytes PriorityBase ThreadCount",
      uint64:
        "ElapsedTime Frequency_Object Frequency_PerfTime Frequency_Sys100NS IODataBytesPersec IODataOperationsPersec IOOtherBytesPersec IOOtherOperationsPersec " +
        "IOReadBytesPersec IOReadOperationsPersec IOWriteBytesPersec IOWriteOperationsPersec PageFileBytes PageFileBytesPeak PercentPrivilegedTime PercentProcessorTime " +
        "PercentUserTime PrivateBytes Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS VirtualBytes VirtualBytesPeak WorkingSet WorkingSetPeak WorkingSetPrivate",
    },
  },
  Win32_PerfRawData_PerfOS_Processor: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32: "DPCRate DPCsQueuedPersec InterruptsPersec",
      uint64:
        "C1TransitionsPersec C2TransitionsPersec C3TransitionsPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS PercentC1Time PercentC2Time PercentC3Time " +
        "PercentDPCTime PercentIdleTime PercentInterruptTime PercentPrivilegedTime PercentProcessorTime PercentUserTime Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PerfRawData_PerfOS_System: {
    keys: ["Name"],
    types: {
      string: "Caption Description Name",
      uint32:
        "AlignmentFixupsPersec ContextSwitchesPersec ExceptionDispatchesPersec FileControlOperationsPersec FileDataOperationsPersec FileReadOperationsPersec " +
        "FileWriteOperationsPersec FloatingEmulationsPersec PercentRegistryQuotaInUse Processes ProcessorQueueLength SystemCallsPersec Threads",
      uint64:
        "FileControlBytesPersec FileReadBytesPersec FileWriteBytesPersec Frequency_Object Frequency_PerfTime Frequency_Sys100NS SystemUpTime Timestamp_Object " +
        "Timestamp_PerfTime Timestamp_Sys100NS",
    },
  },
  Win32_PhysicalMemory: {
    keys: ["Tag"],
    types: {
      boolean: "HotSwappable PoweredOn Removable Replaceable",
      datetime: "InstallDate",
      string: "BankLabel Caption CreationClassName Description DeviceLocator Manufacturer Model Name OtherIdentifyingInfo PartNumber SerialNumber SKU Status Tag Version",
      uint16: "DataWidth FormFactor InterleaveDataDepth MemoryType TotalWidth TypeDetail",
      uint32: "Attributes ConfiguredClockSpeed ConfiguredVoltage InterleavePosition MaxVoltage MinVoltage PositionInRow SMBIOSMemoryType Speed",
      uint64: "Capacity",
    },
  },
  Win32_Process: {
    keys: ["Handle"],
    types: {
      datetime: "CreationDate InstallDate TerminationDate",
      string: "Caption CommandLine CreationClassName CSCreationClassName CSName Description ExecutablePath Handle Name OSCreationClassName OSName Status WindowsVersion",
      uint16: "ExecutionState",
      uint32:
        "HandleCount MaximumWorkingSetSize MinimumWorkingSetSize PageFaults PageFileUsage ParentProcessId PeakPageFileUsage PeakWorkingSetSize Priority ProcessId " +
        "QuotaNonPagedPoolUsage QuotaPagedPoolUsage QuotaPeakNonPagedPoolUsage QuotaPeakPagedPoolUsage SessionId ThreadCount",
      uint64:
        "KernelModeTime OtherOperationCount OtherTransferCount PeakVirtualSize PrivatePageCount ReadOperationCount ReadTransferCount UserModeTime VirtualSize WorkingSetSize " +
        "WriteOperationCount WriteTransferCount",
    },
  },
  Win32_Processor: {
    keys: ["DeviceID"],
    types: {
      boolean: "ConfigManagerUserConfig ErrorCleared PowerManagementSupported SecondLevelAddressTranslationExtensions VirtualizationFirmwareEnabled VMMonitorModeExtensions",
      datetime: "InstallDate",
      string:
        "AssetTag Caption CreationClassName Description DeviceID ErrorDescription Manufacturer Name OtherFamilyDescription PartNumber PNPDeviceID ProcessorId Role " +
        "SerialNumber SocketDesignation Status Stepping SystemCreationClassName SystemName UniqueId Version",
      uint16: "AddressWidth Architecture Availability CpuStatus CurrentVoltage DataWidth Family Level LoadPercentage ProcessorType Revision StatusInfo UpgradeMethod",
      "uint16[]": "PowerManagementCapabilities",
      uint32:
        "Characteristics ConfigManagerErrorCode CurrentClockSpeed ExtClock L2CacheSize L2CacheSpeed L3CacheSize L3CacheSpeed LastErrorCode MaxClockSpeed NumberOfCores " +
        "NumberOfEnabledCore NumberOfLogicalProcessors ThreadCount VoltageCaps",
    },
  },
  Win32_Service: {
    keys: ["Name"],
    types: {
      boolean: "AcceptPause AcceptStop DelayedAutoStart DesktopInteract Started",
      datetime: "InstallDate",
      string: "Caption CreationClassName Description DisplayName ErrorControl Name PathName ServiceType StartMode StartName State Status SystemCreationClassName SystemName",
      uint32: "CheckPoint ExitCode ProcessId ServiceSpecificExitCode TagId WaitHint",
    },
  },
  Win32_Share: {
    keys: ["Name"],
    types: {
      boolean: "AllowMaximum",
      datetime: "InstallDate",
      string: "Caption Description Name Path Status",
      uint32: "AccessMask MaximumAllowed Type",
    },
  },
  Win32_UserAccount: {
    keys: ["Domain", "Name"],
    types: {
      boolean: "Disabled LocalAccount Lockout PasswordChangeable PasswordExpires PasswordRequired",
      datetime: "InstallDate",
      string: "Caption Description Domain FullName Name SID Status",
      uint32: "AccountType",
      uint8: "SIDType",
    },
  },
  Win32_UserProfile: {
    keys: ["SID"],
    types: {
      boolean: "Loaded RoamingConfigured RoamingPreference Special",
      datetime: "LastAttemptedProfileDownloadTime LastAttemptedProfileUploadTime LastBackgroundRegistryUploadTime LastDownloadTime LastUploadTime LastUseTime",
      object: "AppDataRoaming Contacts Desktop Documents Downloads Favorites Links Music Pictures SavedGames Searches StartMenu Videos",
      string: "LocalPath RoamingPath SID",
      uint32: "RefCount Status",
      uint8: "HealthStatus",
    },
  },
  Win32_Volume: {
    keys: ["DeviceID"],
    types: {
      boolean:
        "Automount BootVolume Compressed ConfigManagerUserConfig DirtyBitSet ErrorCleared IndexingEnabled PageFilePresent PowerManagementSupported QuotasEnabled " +
        "QuotasIncomplete QuotasRebuilding SupportsDiskQuotas SupportsFileBasedCompression SystemVolume",
      datetime: "InstallDate",
      string:
        "Caption CreationClassName Description DeviceID DriveLetter ErrorDescription ErrorMethodology FileSystem Label Name PNPDeviceID Purpose Status SystemCreationClassName " +
        "SystemName",
      uint16: "Access Availability StatusInfo",
      "uint16[]": "PowerManagementCapabilities",
      uint32: "ConfigManagerErrorCode DriveType LastErrorCode MaximumFileNameLength SerialNumber",
      uint64: "BlockSize Capacity FreeSpace NumberOfBlocks",
    },
  },
};
