import { cimClass, returns, type Method, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { readLocale } from "../sources/locale.js";
import { countSessions } from "../sources/sessions.js";

/** CIM's numbers of operating systems. */
const osTypes: Readonly<Record<string, number>> = { linux: 36, win32: 18, darwin: 2 };

const locale = (facts: Facts): ReturnType<typeof readLocale> => readLocale(facts.machine.environment("LC_ALL") ?? facts.machine.environment("LANG"));
const is64Bit = (facts: Facts): boolean => /64|s390x/u.test(facts.system.arch);
const sourceOf = (facts: Facts, mountPoint: string): string | undefined => facts.mounts.find((mount) => mount.mountPoint === mountPoint)?.source;

/** When the system was installed: nobody writes it down, but the root folder was made then. */
const installed = (facts: Facts): number | undefined => facts.machine.times("/")?.born ?? facts.machine.times("/etc/machine-id")?.modified;

const properties: Readonly<Record<string, PropertyRow<Facts>>> = {
  BootDevice: ["string", (facts) => sourceOf(facts, "/boot") ?? sourceOf(facts, "/")],
  BuildNumber: ["string", (facts) => facts.release.get("BUILD_ID") ?? facts.system.release],
  BuildType: ["string", (facts) => facts.system.version],
  Caption: ["string", (facts) => facts.caption],
  CodeSet: ["string", "65001"],
  CountryCode: ["string", (facts) => locale(facts).country],
  CreationClassName: ["string", "Win32_OperatingSystem"],
  CSCreationClassName: ["string", "Win32_ComputerSystem"],
  CSDVersion: ["string"],
  CSName: ["string", (facts) => facts.hostname],
  CurrentTimeZone: ["sint16", (facts) => facts.currentOffset],
  DataExecutionPrevention_32BitApplications: ["boolean", (facts) => hasNoExecute(facts)],
  DataExecutionPrevention_Available: ["boolean", (facts) => hasNoExecute(facts)],
  DataExecutionPrevention_Drivers: ["boolean", (facts) => hasNoExecute(facts)],
  DataExecutionPrevention_SupportPolicy: ["uint8", (facts) => (hasNoExecute(facts) ? 3 : 0)],
  Debug: ["boolean", false],
  Description: ["string", ""],
  Distributed: ["boolean", false],
  EncryptionLevel: ["uint32", 256],
  ForegroundApplicationBoost: ["uint8"],
  FreePhysicalMemory: ["uint64", (facts) => facts.memory.available],
  FreeSpaceInPagingFiles: ["uint64", (facts) => facts.memory.swapFree],
  FreeVirtualMemory: ["uint64", (facts) => facts.memory.available + facts.memory.swapFree],
  InstallDate: ["datetime", (facts) => facts.moment(installed(facts))],
  LargeSystemCache: ["uint32"],
  LastBootUpTime: ["datetime", (facts) => facts.moment(facts.bootTime)],
  LocalDateTime: ["datetime", (facts) => facts.moment(facts.machine.now())],
  Locale: ["string", (facts) => locale(facts).lcid.toString(16).padStart(4, "0")],
  Manufacturer: ["string", (facts) => facts.release.get("VENDOR_NAME") ?? facts.release.get("ID") ?? manufacturers[facts.machine.platform]],
  MaxNumberOfProcesses: ["uint32", (facts) => Number(facts.machine.readText("/proc/sys/kernel/pid_max") ?? 2 ** 32 - 1)],
  MaxProcessMemorySize: ["uint64", (facts) => (is64Bit(facts) ? 137_438_953_344 : 4_194_304)],
  MUILanguages: ["string[]", (facts) => [locale(facts).tag]],
  Name: ["string", (facts) => facts.osName],
  NumberOfLicensedUsers: ["uint32", 0],
  NumberOfProcesses: ["uint32", (facts) => (facts.isLinux ? facts.processIds.length : null)],
  NumberOfUsers: ["uint32", (facts) => countSessions(facts.machine)],
  OperatingSystemSKU: ["uint32", 0],
  Organization: ["string", ""],
  OSArchitecture: ["string", (facts) => (is64Bit(facts) ? "64-bit" : "32-bit")],
  OSLanguage: ["uint32", (facts) => locale(facts).lcid],
  OSProductSuite: ["uint32", 0],
  OSType: ["uint16", (facts) => osTypes[facts.machine.platform] ?? 1],
  OtherTypeDescription: ["string", (facts) => (facts.machine.platform in osTypes ? null : facts.machine.platform)],
  PAEEnabled: ["boolean"],
  PlusProductID: ["string"],
  PlusVersionNumber: ["string"],
  PortableOperatingSystem: ["boolean", false],
  Primary: ["boolean", true],
  ProductType: ["uint32", 3],
  QuantumLength: ["uint8"],
  QuantumType: ["uint8"],
  RegisteredUser: ["string", ""],
  SerialNumber: ["string", (facts) => facts.machine.readText("/etc/machine-id")?.trim()],
  ServicePackMajorVersion: ["uint16", 0],
  ServicePackMinorVersion: ["uint16", 0],
  SizeStoredInPagingFiles: ["uint64", (facts) => facts.memory.swapTotal],
  Status: ["string", "OK"],
  SuiteMask: ["uint32", 0],
  SystemDevice: ["string", (facts) => sourceOf(facts, "/")],
  SystemDirectory: ["string", (facts) => (facts.machine.platform === "win32" ? `${facts.systemFolder}\\system32` : "/usr/bin")],
  SystemDrive: ["string", (facts) => (facts.machine.platform === "win32" ? (facts.machine.environment("SystemDrive") ?? "C:") : "/")],
  TotalSwapSpaceSize: ["uint64"],
  TotalVirtualMemorySize: ["uint64", (facts) => facts.memory.total + facts.memory.swapTotal],
  TotalVisibleMemorySize: ["uint64", (facts) => facts.memory.total],
  Version: ["string", (facts) => facts.osVersion],
  WindowsDirectory: ["string", (facts) => facts.systemFolder],
};

const manufacturers: Readonly<Record<string, string>> = { win32: "Microsoft Corporation", darwin: "Apple Inc." };
const hasNoExecute = (facts: Facts): boolean => facts.processors[0]?.flags.has("nx") ?? false;

/** ERROR_PRIVILEGE_NOT_HELD: a host does not switch off the machine that it runs on. */
const refused: Method<Facts> = { call: () => returns(1314) };

/** The operating system; there is one. */
export const win32OperatingSystem = cimClass<Facts>({
  name: "Win32_OperatingSystem", superClass: "CIM_OperatingSystem", keys: ["Name"], isSingleton: true, properties,
  sources: (facts) => [facts],
  methods: { Reboot: refused, SetDateTime: refused, Shutdown: refused, Win32Shutdown: refused, Win32ShutdownTracker: refused },
});
