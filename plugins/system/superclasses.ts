import type { CimType, ClassDefinition } from "wsmanor/sdk";

interface SuperClass {
  readonly superClass?: string;
  /** What it has of its own: names with blanks between them, by type. */
  readonly own: Readonly<Partial<Record<CimType, string>>>;
}

/** The clocks of all performance classes. */
const clocks = "Frequency_Object Frequency_PerfTime Frequency_Sys100NS Timestamp_Object Timestamp_PerfTime Timestamp_Sys100NS";

/** Classes above the ones that have instances here, as Windows' CIM schema has them; each below the one that it is named after. */
const superClasses: Readonly<Record<string, SuperClass>> = {
  CIM_ManagedSystemElement: { own: { string: "Caption Description Name Status", datetime: "InstallDate" } },
  CIM_LogicalElement: { superClass: "CIM_ManagedSystemElement", own: {} },
  CIM_OperatingSystem: {
    superClass: "CIM_LogicalElement",
    own: {
      string: "CreationClassName CSCreationClassName CSName OtherTypeDescription Version", sint16: "CurrentTimeZone", boolean: "Distributed", datetime: "LastBootUpTime LocalDateTime", uint16: "OSType",
      uint32: "MaxNumberOfProcesses NumberOfLicensedUsers NumberOfProcesses NumberOfUsers",
      uint64: "FreePhysicalMemory FreeSpaceInPagingFiles FreeVirtualMemory MaxProcessMemorySize SizeStoredInPagingFiles TotalSwapSpaceSize TotalVirtualMemorySize TotalVisibleMemorySize",
    },
  },
  CIM_Process: {
    superClass: "CIM_LogicalElement",
    own: { string: "CreationClassName CSCreationClassName CSName Handle OSCreationClassName OSName", datetime: "CreationDate TerminationDate", uint16: "ExecutionState", uint32: "Priority", uint64: "KernelModeTime UserModeTime WorkingSetSize" },
  },
  CIM_System: { superClass: "CIM_LogicalElement", own: { string: "CreationClassName NameFormat PrimaryOwnerContact PrimaryOwnerName", "string[]": "Roles" } },
  CIM_ComputerSystem: { superClass: "CIM_System", own: {} },
  CIM_UnitaryComputerSystem: { superClass: "CIM_ComputerSystem", own: { "string[]": "InitialLoadInfo", string: "LastLoadInfo", "uint16[]": "PowerManagementCapabilities", boolean: "PowerManagementSupported", uint16: "PowerState ResetCapability" } },
  CIM_Service: { superClass: "CIM_LogicalElement", own: { string: "CreationClassName StartMode SystemCreationClassName SystemName", boolean: "Started" } },
  Win32_BaseService: {
    superClass: "CIM_Service",
    own: { boolean: "AcceptPause AcceptStop DesktopInteract", string: "DisplayName ErrorControl PathName ServiceType StartName State", uint32: "ExitCode ServiceSpecificExitCode TagId" },
  },
  CIM_LogicalDevice: {
    superClass: "CIM_LogicalElement",
    own: {
      uint16: "Availability StatusInfo", uint32: "ConfigManagerErrorCode LastErrorCode", boolean: "ConfigManagerUserConfig ErrorCleared PowerManagementSupported",
      string: "CreationClassName DeviceID ErrorDescription PNPDeviceID SystemCreationClassName SystemName", "uint16[]": "PowerManagementCapabilities",
    },
  },
  CIM_Processor: {
    superClass: "CIM_LogicalDevice",
    own: { uint16: "AddressWidth DataWidth Family LoadPercentage UpgradeMethod", uint32: "CurrentClockSpeed MaxClockSpeed", string: "OtherFamilyDescription Role Stepping UniqueId" },
  },
  CIM_StorageExtent: { superClass: "CIM_LogicalDevice", own: { uint16: "Access", uint64: "BlockSize NumberOfBlocks", string: "ErrorMethodology Purpose" } },
  CIM_LogicalDisk: { superClass: "CIM_StorageExtent", own: { uint64: "FreeSpace Size" } },
  CIM_StorageVolume: { superClass: "CIM_StorageExtent", own: {} },
  CIM_PhysicalElement: { superClass: "CIM_ManagedSystemElement", own: { string: "CreationClassName Manufacturer Model OtherIdentifyingInfo PartNumber SerialNumber SKU Tag Version", boolean: "PoweredOn" } },
  CIM_PhysicalComponent: { superClass: "CIM_PhysicalElement", own: { boolean: "HotSwappable Removable Replaceable" } },
  CIM_Chip: { superClass: "CIM_PhysicalComponent", own: { uint16: "FormFactor" } },
  CIM_PhysicalMemory: { superClass: "CIM_Chip", own: { string: "BankLabel", uint64: "Capacity", uint16: "DataWidth MemoryType TotalWidth", uint32: "InterleavePosition PositionInRow Speed" } },
  Win32_Account: { superClass: "CIM_LogicalElement", own: { string: "Domain SID", boolean: "LocalAccount", uint8: "SIDType" } },
  CIM_Setting: { own: { string: "Caption Description SettingID" } },
  CIM_StatisticalInformation: { own: { string: "Caption Description Name" } },
  Win32_Perf: { superClass: "CIM_StatisticalInformation", own: { uint64: clocks } },
  Win32_PerfFormattedData: { superClass: "Win32_Perf", own: {} },
  Win32_PerfRawData: { superClass: "Win32_Perf", own: {} },
};

function propertiesOf(name: string): Readonly<Record<string, CimType>> {
  const { superClass, own } = superClasses[name]!;
  const properties: Record<string, CimType> = superClass === undefined ? {} : { ...propertiesOf(superClass) };
  for (const [type, names] of Object.entries(own)) for (const each of names.split(" ")) properties[each] = type as CimType;
  return properties;
}

/** Definitions of all of them. They have no keys here: an instance is named by its own class. */
export const superClassDefinitions: readonly ClassDefinition[] = Object.entries(superClasses).map(([name, { superClass }]) => ({
  name, keys: [], properties: propertiesOf(name), ...(superClass === undefined ? {} : { superClass }),
}));
