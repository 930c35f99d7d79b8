import { cimClass, returns, type Method, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { seatUser } from "../sources/sessions.js";

const dmi = (facts: Facts, name: string): string | null => {
  const text = facts.machine.readText(`/sys/class/dmi/id/${name}`)?.trim();
  return text === undefined || text === "" ? null : text;
};

/** A machine that was joined has a key of its own in the realm. @returns its name, `undefined` for one that stands alone */
function realm(facts: Facts): string | undefined {
  if (facts.machine.times("/etc/krb5.keytab") === undefined) return undefined;
  return /^\s*default_realm\s*=\s*(\S+)/mu.exec(facts.machine.readText("/etc/krb5.conf") ?? "")?.[1];
}

/** SMBIOS's chassis types, as PCSystemType has them: 2 mobile, 4 enterprise server, otherwise 1 desktop. */
function systemType(facts: Facts): number {
  const chassis = Number(dmi(facts, "chassis_type") ?? 0);
  if ([8, 9, 10, 11, 14, 30, 31, 32].includes(chassis)) return 2;
  return [17, 22, 23, 25, 28, 29].includes(chassis) ? 4 : 1;
}

const architectures: Readonly<Record<string, string>> = { x64: "x64-based PC", arm64: "ARM64-based PC", ia32: "X86-based PC" };

const properties: Readonly<Record<string, PropertyRow<Facts>>> = {
  AdminPasswordStatus: ["uint16", 3],
  AutomaticManagedPagefile: ["boolean", false],
  AutomaticResetBootOption: ["boolean", false],
  AutomaticResetCapability: ["boolean", false],
  BootOptionOnLimit: ["uint16"],
  BootOptionOnWatchDog: ["uint16"],
  BootROMSupported: ["boolean", true],
  BootStatus: ["uint16[]"],
  BootupState: ["string", "Normal boot"],
  Caption: ["string", (facts) => facts.hostname],
  ChassisBootupState: ["uint16", 3],
  ChassisSKUNumber: ["string", (facts) => dmi(facts, "chassis_sku")],
  CreationClassName: ["string", "Win32_ComputerSystem"],
  CurrentTimeZone: ["sint16", (facts) => facts.currentOffset],
  DaylightInEffect: ["boolean"],
  Description: ["string", (facts) => architectures[facts.system.arch]],
  DNSHostName: ["string", (facts) => facts.hostname],
  Domain: ["string", (facts) => realm(facts) ?? "WORKGROUP"],
  DomainRole: ["uint16", (facts) => (realm(facts) === undefined ? 2 : 3)],
  EnableDaylightSavingsTime: ["boolean", true],
  FrontPanelResetStatus: ["uint16", 3],
  HypervisorPresent: ["boolean", (facts) => facts.processors[0]?.flags.has("hypervisor") === true || facts.machine.readText("/sys/hypervisor/type") !== undefined],
  InfraredSupported: ["boolean", false],
  InitialLoadInfo: ["string[]"],
  InstallDate: ["datetime"],
  KeyboardPasswordStatus: ["uint16", 3],
  LastLoadInfo: ["string"],
  Manufacturer: ["string", (facts) => dmi(facts, "sys_vendor")],
  Model: ["string", (facts) => dmi(facts, "product_name")],
  Name: ["string", (facts) => facts.hostname],
  NameFormat: ["string"],
  NetworkServerModeEnabled: ["boolean", true],
  NumberOfLogicalProcessors: ["uint32", (facts) => facts.processors.reduce((count, { cpus }) => count + cpus.length, 0)],
  NumberOfProcessors: ["uint32", (facts) => facts.processors.length],
  OEMLogoBitmap: ["uint8[]"],
  OEMStringArray: ["string[]"],
  PartOfDomain: ["boolean", (facts) => realm(facts) !== undefined],
  PauseAfterReset: ["sint64", -1],
  PCSystemType: ["uint16", systemType],
  PCSystemTypeEx: ["uint16", systemType],
  PowerManagementCapabilities: ["uint16[]"],
  PowerManagementSupported: ["boolean"],
  PowerOnPasswordStatus: ["uint16", 3],
  PowerState: ["uint16", 0],
  PowerSupplyState: ["uint16", 3],
  PrimaryOwnerContact: ["string"],
  PrimaryOwnerName: ["string"],
  ResetCapability: ["uint16", 1],
  ResetCount: ["sint16", -1],
  ResetLimit: ["sint16", -1],
  Roles: ["string[]", ["Server"]],
  Status: ["string", "OK"],
  SupportContactDescription: ["string[]"],
  SystemFamily: ["string", (facts) => dmi(facts, "product_family")],
  SystemSKUNumber: ["string", (facts) => dmi(facts, "product_sku")],
  SystemStartupDelay: ["uint16"],
  SystemStartupOptions: ["string[]"],
  SystemStartupSetting: ["uint8"],
  SystemType: ["string", (facts) => architectures[facts.system.arch] ?? facts.system.arch],
  ThermalState: ["uint16", 3],
  TotalPhysicalMemory: ["uint64", (facts) => facts.memory.total * 1024],
  UserName: ["string", (facts) => seatUser(facts.machine)],
  WakeUpType: ["uint16", 6],
  Workgroup: ["string", (facts) => (realm(facts) === undefined ? "WORKGROUP" : null)],
};

/** Access denied: who the machine is, is its administrator's business. */
const refused: Method<Facts> = { call: () => returns(5) };

/** The machine; there is one. */
export const win32ComputerSystem = cimClass<Facts>({
  name: "Win32_ComputerSystem", superClass: "CIM_UnitaryComputerSystem", keys: ["Name"], isSingleton: true, properties,
  sources: (facts) => [facts],
  methods: { JoinDomainOrWorkgroup: refused, Rename: refused, SetPowerState: refused, UnjoinDomainOrWorkgroup: refused },
});
